import type { ShopRow } from "../../db/shops.ts";
import { openBacktest, type Backtest } from "../../loyalty/backtest/backtest.ts";
import { reportOf, type BacktestReport } from "../../loyalty/backtest/report.ts";
import { countInReach } from "../../loyalty/backtest/standing-members.ts";
import { floor, fraction, multiply, type Fraction } from "../../loyalty/fraction.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import { formatMoney } from "../../loyalty/money.ts";
import type { Order, ProductFacts } from "../../loyalty/order.ts";
import { costOfPoint } from "../../loyalty/point-cost.ts";
import { namesProductFacts } from "../../loyalty/product-facts.ts";
import { checkProgramme, type Programme } from "../../loyalty/programme.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { listPastOrders } from "../past-orders/list-past-orders.ts";
import type { Services } from "../services.ts";
import { pastWindow, type PastWindow } from "./past-window.ts";
import type { EffectSubject } from "./subjects.ts";

/** What a programme would have meant, had it been in force for the orders of the window. Money: decimal strings. */
export interface Effect extends Pick<
  BacktestReport,
  "orders" | "members" | "points" | "cost" | "tiers" | "rewards"
> {
  currency: string;
  /** What the points earned in a month may cost in the mean, rounded down; null as in `months`. */
  monthly: string | null;
  /** Members who could have at least one reward at the end. */
  inReach: number;
  months: EffectMonth[];
}

export interface EffectMonth {
  /** "2026-02" */
  month: string;
  orders: number;
  /** Of the counting orders. */
  value: string;
  earned: number | string;
  /** What the points earned in it may cost; null where no reward is worth an amount of money. */
  cost: string | null;
}

export interface EffectStudy {
  since: string;
  until: string;
  /** The store has more than could be looked at. */
  isCut: boolean;
  /** By the name under which it was asked of; null for a document at fault. */
  effects: Record<string, Effect | null>;
}

type EffectWish = EffectSubject & { tell(done: number, of: number): Promise<void> };

/**
 * Plays the store's own past orders, each at its instant, under several programmes at once: by the code that serves the
 * shop, in books of their own. Reads the store, writes nothing, keeps nothing of the orders.
 */
export async function studyEffect(
  services: Services,
  shop: ShopRow,
  { documents, months, tell }: EffectWish,
): Promise<EffectStudy> {
  const window = await pastWindow(services, shop, months);
  const facts = new Map<ProductId, ProductFacts>();
  const tried = new Map<string, Tried>();
  for (const [name, document] of Object.entries(documents)) {
    const check = checkProgramme(document);
    if (check.ok) tried.set(name, openTried(check.programme, window, facts));
  }
  const asks = [...tried.values()].some(({ programme }) => namesProductFacts(programme.earning));
  let done = 0;
  for await (const part of listPastOrders(services, shop, window)) {
    const orders = part.map(({ order }) => order);
    if (asks) await learn(services, shop, { orders, facts });
    for (const order of orders) for (const { backtest } of tried.values()) tellOf(backtest, order);
    done += orders.length;
    await tell(done, Math.max(done, window.orders));
  }
  return {
    since: formatInstant(window.since),
    until: formatInstant(window.until),
    isCut: window.isCut,
    effects: Object.fromEntries(
      Object.keys(documents).map((name) => {
        const found = tried.get(name);
        return [name, found === undefined ? null : effectOf(found, window)];
      }),
    ),
  };
}

interface Tried {
  programme: Programme;
  backtest: Backtest;
}

function openTried(
  programme: Programme,
  { since }: PastWindow,
  facts: ReadonlyMap<ProductId, ProductFacts>,
): Tried {
  const backtest = openBacktest({
    versions: [{ number: 1, effectiveFrom: since, programme }],
    product: (id) => facts.get(id) ?? null,
    comesAgain: () => false,
  });
  return { programme, backtest };
}

async function learn(
  { platform }: Services,
  shop: ShopRow,
  { orders, facts }: { orders: readonly Order[]; facts: Map<ProductId, ProductFacts> },
): Promise<void> {
  const named = orders.flatMap(({ lines }) => lines.flatMap(({ productId }) => productId ?? []));
  const unknown = [...new Set(named)].filter((id) => !facts.has(id));
  if (unknown.length === 0) return;
  for (const fact of await platform.productFacts(shop.domain, unknown)) facts.set(fact.id, fact);
}

function tellOf(backtest: Backtest, order: Order): void {
  const at = order.processedAt;
  const cause = { eventId: `order-${order.id}`, actor: "store" };
  backtest.tell({ event: { kind: "order", order }, at, cause, nothingBefore: at });
}

function effectOf({ programme, backtest }: Tried, { since, until }: PastWindow): Effect {
  backtest.finish(until);
  const report = reportOf(backtest, { until, from: since, against: null, warnings: [] });
  const { orders, members, points, cost, tiers, rewards } = report;
  const each = costOfPoint(programme)?.each ?? null;
  const { currency } = programme;
  return {
    ...{ orders, members, points, cost, tiers, rewards, currency },
    monthly: moneyFor(each, BigInt(points.earned), Math.max(1, report.months.length), currency),
    inReach: countInReach(backtest.book, programme, until),
    months: report.months.map((month) => ({
      ...{ month: month.month, orders: month.orders, value: month.value, earned: month.earned },
      cost: moneyFor(each, BigInt(month.earned), 1, currency),
    })),
  };
}

/** What so many points may cost, shared out among so many months; rounded down to the smallest coin. */
function moneyFor(each: Fraction | null, points: bigint, months: number, currency: string): string | null {
  if (each === null) return null;
  return formatMoney(floor(multiply(each, fraction(points, BigInt(months)))), currency);
}
