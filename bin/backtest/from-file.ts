import { openBacktest } from "../../app/loyalty/backtest/backtest.ts";
import { detailsOf, reportOf } from "../../app/loyalty/backtest/report.ts";
import type { Order } from "../../app/loyalty/order.ts";
import type { Programme } from "../../app/loyalty/programme.ts";
import { readProgramme } from "../programme/read-programme.ts";
import { OrderFile } from "./order-file.ts";

export interface FileBacktest {
  programme: string;
  orders: string;
  details: boolean;
}

/** What a programme would have cost and given on a file of past orders: each arrives when it was processed. */
export function backtestFile({ programme: file, orders, details }: FileBacktest): object {
  const programme = readProgramme(file);
  const past = new OrderFile(orders);
  const { effectiveFrom } = programme;
  const backtest = openBacktest({
    versions: [{ number: 1, effectiveFrom: effectiveFrom ?? Number.MIN_SAFE_INTEGER, programme }],
    product: () => null,
    comesAgain: (id) => past.isRepeated(id),
  });
  let last = 0;
  for (const order of past.orders((order) => whyNotIn(programme, order))) {
    const at = order.processedAt;
    backtest.tell({
      event: { kind: "order", order },
      at,
      cause: { eventId: `order-${order.id}`, actor: "store" },
      nothingBefore: at,
    });
    last = at;
  }
  backtest.finish(last);
  const report = reportOf(backtest, { until: last, from: effectiveFrom, against: null, warnings: [] });
  return details ? { ...report, details: detailsOf(backtest, last) } : report;
}

function whyNotIn(programme: Programme, order: Order): string | null {
  if (order.currency === programme.currency) return null;
  return `the order is in ${order.currency} and the programme in ${programme.currency}`;
}
