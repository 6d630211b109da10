import type { Book, BookTerms } from "../book.ts";
import type { OrderId } from "../ids.ts";
import type { LedgerTransaction } from "../ledger.ts";
import type { Points } from "../points.ts";
import type { Programme } from "../programme.ts";
import type { Instant } from "../time.ts";
import { versionAt } from "../versions.ts";
import { addFlows, monthOf, noFlows } from "./months.ts";
import type { Flows } from "./months.ts";
import { bonusIn, factsOf } from "./order-facts.ts";
import type { OrderFacts } from "./order-facts.ts";
import { openSimulation } from "./simulation.ts";
import type { Happening } from "./simulation.ts";
import { membersOf, tierMix } from "./standing-members.ts";
import type { TierShare } from "./standing-members.ts";

export type { Happening } from "./simulation.ts";

export interface BacktestTerms extends Pick<BookTerms, "versions" | "product"> {
  /** Whether more will be told of the order. */
  comesAgain(orderId: OrderId): boolean;
}

/** How the shop stood when a month was over, and what had moved until then. */
export interface MonthEnd {
  /** "2026-02" */
  month: string;
  flows: Flows;
  members: number;
  tiers: TierShare[] | null;
}

/** A shop's history under a programme: told in the order in which it was handled, then asked for what came of it. */
export interface Backtest {
  readonly book: Book;
  readonly orders: ReadonlyMap<OrderId, OrderFacts>;
  readonly flows: Flows;
  /** All months from the first happening to the last, without a gap. */
  readonly months: readonly MonthEnd[];
  /** The programme that the shop has at an instant: before its first version that one. */
  programmeAt(at: Instant): Programme;
  tell(happening: Happening): void;
  /** Lets the rest of the time pass. Nothing may be told afterwards. */
  finish(until: Instant): void;
}

export function openBacktest({ versions, product, comesAgain }: BacktestTerms): Backtest {
  const flows = noFlows();
  const orders = new Map<OrderId, OrderFacts>();
  const months: MonthEnd[] = [];
  const { book, play, passTime } = openSimulation({
    versions,
    product,
    pseudonym: (id) => id,
    chained: false,
    comesAgain,
    observe(transaction) {
      addFlows(flows, transaction);
      noteBonus(orders, transaction);
    },
  });
  let month: { name: string; ends: Instant } | null = null;

  function programmeAt(at: Instant): Programme {
    const version = versionAt(versions, at) ?? versions[0];
    if (version === undefined) throw new Error("a backtest needs a programme");
    return version.programme;
  }

  function closeMonth(name: string, at: Instant): void {
    passTime(at);
    let members = 0;
    for (const _ of membersOf(book)) members += 1;
    months.push({ month: name, flows: { ...flows }, members, tiers: tierMix(book, programmeAt(at), at) });
  }

  function closeMonthsBefore(at: Instant): void {
    month ??= monthOf(programmeAt(at).timezone, at);
    for (; month.ends <= at; month = monthOf(programmeAt(month.ends).timezone, month.ends))
      closeMonth(month.name, month.ends - 1);
  }

  return {
    book,
    orders,
    flows,
    months,
    programmeAt,
    tell(happening) {
      closeMonthsBefore(happening.nothingBefore);
      const { event } = happening;
      // The state that stands may be another than the one that came; its facts are asked for before it is forgotten.
      play(happening, () => {
        const orderId =
          event.kind === "order" ? event.order.id : event.kind === "refund" ? event.refund.orderId : null;
        const state = orderId === null ? null : (book.snapshots.get(orderId)?.order ?? null);
        if (state !== null) orders.set(state.id, factsOf(book, state, orders.get(state.id)));
      });
    },
    finish(until) {
      closeMonthsBefore(until);
      if (month !== null) closeMonth(month.name, until);
    },
  };
}

function noteBonus(orders: Map<OrderId, OrderFacts>, transaction: LedgerTransaction): void {
  const bonus: Points | null = bonusIn(transaction);
  if (bonus === null || transaction.explanation.kind !== "order") return;
  const known = orders.get(transaction.explanation.order);
  if (known !== undefined) known.bonus = bonus;
}
