import type { ShopRow } from "../../db/shops.ts";
import { monthsBefore } from "../../loyalty/calendar.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

/** The store hands out some fifty orders a second: more than this nobody waits for. */
export const MOST_ORDERS = 5_000;

export interface PastWindow {
  since: Instant;
  until: Instant;
  /** That the store has of that time. */
  orders: number;
  /** Whether the store has so many that only the newest are looked at. */
  isCut: boolean;
}

/** So many months back, or as far as the newest orders reach that can be waited for; whole at its beginning. */
export async function pastWindow(
  { platform, clock }: Services,
  shop: ShopRow,
  months: number,
): Promise<PastWindow> {
  const until = clock();
  const since = monthsBefore(shop.timezone, until, months);
  const found: Instant[] = [];
  for (let after: string | null = null; ;) {
    const page = await platform.listOrders(shop.domain, { by: "processed", since, after });
    for (const { processedAt } of page.items)
      if (processedAt >= since && processedAt < until) found.push(processedAt);
    after = page.next;
    if (after === null) break;
  }
  return { until, ...newestOf(found, { since, most: MOST_ORDERS }) };
}

/** The window that holds at most so many: it begins just after the newest order that is left out. */
export function newestOf(
  processed: readonly Instant[],
  { since, most }: { since: Instant; most: number },
): Pick<PastWindow, "since" | "orders" | "isCut"> {
  if (processed.length <= most) return { since, orders: processed.length, isCut: false };
  const sorted = processed.toSorted((a, b) => a - b);
  const begins = (sorted.at(-most - 1) ?? since) + 1;
  return { since: begins, orders: sorted.filter((at) => at >= begins).length, isCut: true };
}
