import { openBacktest, type Backtest } from "../../app/loyalty/backtest/backtest.ts";
import { detailsOf, reportOf, type BacktestReport } from "../../app/loyalty/backtest/report.ts";
import type { ProductId } from "../../app/loyalty/ids.ts";
import type { Order, ProductFacts } from "../../app/loyalty/order.ts";
import type { Programme } from "../../app/loyalty/programme.ts";
import { formatInstant, type Instant } from "../../app/loyalty/time.ts";
import { namesProductFacts } from "../../app/loyalty/product-facts.ts";
import { readProgramme } from "../programme/read-programme.ts";
import { OrderFile } from "./order-file.ts";
import { readProducts } from "./read-products.ts";

export interface FileBacktest {
  programme: string;
  orders: string;
  /** Another programme to compare members with. */
  against: string | undefined;
  products: string | undefined;
  until: Instant | undefined;
  fromTheBeginning: boolean;
  details: boolean;
}

/** Before every instant that an order can name. */
const ALWAYS = Number.MIN_SAFE_INTEGER;

/** What a programme would have cost and given on a file of past orders: each arrives when it was processed. */
export function backtestFile(
  wish: FileBacktest,
): BacktestReport & { details?: ReturnType<typeof detailsOf> } {
  const programme = readProgramme(wish.programme);
  const against = wish.against === undefined ? null : readProgramme(wish.against);
  const products =
    wish.products === undefined ? new Map<ProductId, ProductFacts>() : readProducts(wish.products);
  const past = new OrderFile(wish.orders);
  const begins = (of: Programme) => (wish.fromTheBeginning ? null : of.effectiveFrom);
  const open = (of: Programme): Backtest =>
    openBacktest({
      versions: [{ number: 1, effectiveFrom: begins(of) ?? ALWAYS, programme: of }],
      product: (id) => products.get(id) ?? null,
      comesAgain: (id) => past.isRepeated(id),
    });
  const backtest = open(programme);
  const other = against === null ? null : open(against);
  let last: Instant = 0;
  for (const order of past.orders((order) => whyNotIn(programme, order))) {
    const at = order.processedAt;
    const cause = { eventId: `order-${order.id}`, actor: "store" };
    const happening = { event: { kind: "order", order } as const, at, cause, nothingBefore: at };
    backtest.tell(happening);
    other?.tell(happening);
    last = at;
  }
  const until = Math.max(last, wish.until ?? last);
  backtest.finish(until);
  other?.finish(until);
  const report = reportOf(backtest, {
    until,
    from: begins(programme),
    against: other === null ? null : { backtest: other, name: wish.against ?? "" },
    warnings: warningsOf(programme, wish, past.length === 0 ? null : last),
  });
  return wish.details ? { ...report, details: detailsOf(backtest, until) } : report;
}

function whyNotIn(programme: Programme, order: Order): string | null {
  if (order.currency === programme.currency) return null;
  return `the order is in ${order.currency} and the programme in ${programme.currency}`;
}

function warningsOf(programme: Programme, wish: FileBacktest, last: Instant | null): string[] {
  const warnings: string[] = [];
  const { effectiveFrom, points, earning } = programme;
  if (!wish.fromTheBeginning && effectiveFrom !== null && last !== null && last < effectiveFrom)
    warnings.push(
      `every order was processed before the programme begins (${formatInstant(effectiveFrom)}) and counts for nothing; --from-the-beginning looks at it as if it had always been in force`,
    );
  if (points.expiry.kind !== "none" && points.notice.required)
    warnings.push(
      "nothing expires, for the programme requires a notice before and a file of orders tells of none",
    );
  if (wish.products === undefined && namesProductFacts(earning))
    warnings.push(
      "the programme names tags, collections or product types, which orders do not tell; no product has any without --products",
    );
  return warnings;
}
