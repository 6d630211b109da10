import type { Account, LedgerTransaction } from "./ledger.ts";
import type { Points } from "./points.ts";
import type { EarningFacts, EntryFacts } from "./summarise.ts";
import type { EntryKind } from "./summary.ts";
import type { Instant } from "./time.ts";

/** What a line of history needs and the transaction does not know. */
export interface OrderFacts {
  /** When what the order has pending vests; null where nothing of it waits. */
  vestsAt: Instant | null;
  refunded: boolean;
  /** When it was bought, which may be long before the shop told of it; null to go by when it was posted. */
  boughtAt: Instant | null;
}

/**
 * A ledger transaction as the shopper reads it: one line, and one more for each part of a loss that was not there to
 * take. Points of a line are what the shopper gained or lost; `vest` and `take` move points the shopper had already.
 */
export function historyOf(transaction: LedgerTransaction, order: OrderFacts | null): EntryFacts[] {
  const { at, explanation } = transaction;
  const became = {
    owed: flow(transaction, "owed", "debit"),
    dropped: flow(transaction, "forgiveness", "debit"),
  };
  const orderName = "name" in explanation ? explanation.name : null;
  const kind = kindOf(transaction, order);
  const main: EntryFacts = {
    at: kind === "earn" ? (order?.boughtAt ?? at) : at,
    kind,
    points: pointsOf(transaction),
    order: orderName,
    availableAt: transaction.kind === "order" ? (order?.vestsAt ?? null) : null,
    note: noteOf(transaction),
    earning: earningOf(transaction),
  };
  const entries = main.points === 0n && became.owed + became.dropped > 0n ? [] : [main];
  if (became.owed > 0n) entries.push({ at, kind: "owe", points: -became.owed, order: orderName });
  if (became.dropped > 0n) entries.push({ at, kind: "drop", points: became.dropped, order: orderName });
  return entries;
}

function kindOf(transaction: LedgerTransaction, order: OrderFacts | null): EntryKind {
  switch (transaction.kind) {
    case "order":
      return orderKindOf(transaction, order);
    case "hold":
      return "redeem";
    case "come-back":
      return "return";
    case "merge-in":
    case "merge-out":
      return "merge";
    default:
      return transaction.kind;
  }
}

function orderKindOf({ explanation }: LedgerTransaction, order: OrderFacts | null): EntryKind {
  if (explanation.kind !== "order" || !explanation.difference.startsWith("-")) return "earn";
  if (explanation.because === "does-not-count") return "cancel";
  return order?.refunded === true ? "refund" : "edit";
}

function pointsOf(transaction: LedgerTransaction): Points {
  if (transaction.kind === "vest") return flow(transaction, "pending", "debit");
  if (transaction.kind === "take")
    return flow(transaction, "held", "debit") + flow(transaction, "available", "debit");
  if (transaction.kind === "hold") return -flow(transaction, "held", "credit");
  if (transaction.kind === "release") return flow(transaction, "held", "debit");
  const own: readonly Account[] = ["pending", "available", "held"];
  return own.reduce(
    (sum, account) => sum + flow(transaction, account, "credit") - flow(transaction, account, "debit"),
    flow(transaction, "owed", "credit"),
  );
}

function flow({ postings }: LedgerTransaction, account: Account, side: "debit" | "credit"): Points {
  return postings.reduce((sum, posting) => (posting[side] === account ? sum + posting.points : sum), 0n);
}

function noteOf({ explanation }: LedgerTransaction): string | null {
  if (explanation.kind === "adjust" || explanation.kind === "reinstate") return explanation.reason;
  if (explanation.kind === "activity") return explanation.activity;
  return "reward" in explanation ? explanation.reward : null;
}

/** An order that earns nothing (any more) has no arithmetic of its own: this says so. */
const NOTHING_LEFT: EarningFacts["explanation"] = {
  kind: "order",
  currency: "",
  value: "0",
  terms: [],
  sum: "0",
  ratePoints: "0",
  bonuses: [],
  firstOrder: [],
};

function earningOf({ explanation }: LedgerTransaction): EarningFacts | null {
  if (explanation.kind !== "order") return null;
  const earning = explanation.earning ?? (explanation.entitlement === "0" ? NOTHING_LEFT : null);
  if (earning === null) return null;
  return {
    explanation: earning,
    entitlement: BigInt(explanation.entitlement),
    before: BigInt(explanation.posted),
    firstOrder: explanation.firstOrder,
  };
}
