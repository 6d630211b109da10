import type { Range } from "../../insight/range.ts";
import type { ShopRow } from "../shops.ts";
import { between } from "./behind-people.ts";
import { countedIn, NO_MOVE, type RowsSource } from "./behind.ts";
import { nameOfCurrency } from "./currencies.ts";
import { dayIn, startIn } from "./shop-days.ts";

export interface OrdersAsked {
  segment: string;
  placed: Range;
  /** In which they were paid; "" for any. */
  currency?: string;
  /** A member's first one, or those after it. */
  which?: "first" | "again";
  /** Days since the same member's order before it; null for no end. */
  gap?: { from: number; to: number | null };
  /** Of members whose first order was on one of these days. */
  firstOrder?: Range;
}

/** When the member's order before it was placed; of two of the same instant the one that was numbered first comes first. */
const BEFORE = `SELECT p.at FROM figure_order p
  WHERE p.shop_id = f.shop_id AND p.member_id = f.member_id AND p.counts AND (p.at, p.order_id) < (f.at, f.order_id)
  ORDER BY p.at DESC, p.order_id DESC LIMIT 1`;

/**
 * Orders that count, as the figures have them, the newest first. The order before is joined to each only where something
 * is asked of it: else it stands among the columns, and is looked up for the rows of a page alone.
 */
export function ordersBehind(
  { id, timezone, ...own }: Pick<ShopRow, "id" | "timezone" | "currency">,
  { segment, placed, currency = "", which, gap, firstOrder }: OrdersAsked,
): RowsSource {
  return {
    addsMore: false,
    text: (parameter) => {
      const [shop, zone] = [`${parameter(id)}::int`, `${parameter(timezone)}::text`];
      const start = (day: number) => startIn(zone, `${parameter(day)}::int`);
      const isAsked = which !== undefined || gap !== undefined;
      const since = `${dayIn(zone, "f.at")} - ${dayIn(zone, isAsked ? "before.at" : `(${BEFORE})`)}`;
      const conditions = [
        countedIn(segment, parameter),
        ...(currency === "" ? [] : [`f.currency = ${parameter(nameOfCurrency(own, currency))}::text`]),
        ...(which === undefined ? [] : [`before.at IS ${which === "first" ? "" : "NOT "}NULL`]),
        ...(gap === undefined ? [] : [`${since} >= ${parameter(gap.from)}::int`]),
        ...(gap === undefined || gap.to === null ? [] : [`${since} <= ${parameter(gap.to)}::int`]),
        ...(firstOrder === undefined ? [] : [between("m.first_order", firstOrder, parameter)]),
      ];
      return `SELECT (extract(epoch FROM f.at) * 1000)::bigint AS sort, f.order_id::text COLLATE "C" AS id, f.member_id, f.at,
          NULL::int AS day, (SELECT o.name FROM "order" o WHERE o.shop_id = f.shop_id AND o.id = f.order_id) AS thing,
          ${NO_MOVE}, f.value AS amount, (${since})::bigint AS more,
          nullif(f.currency, '') AS currency, CASE WHEN f.currency <> '' THEN f.paid END AS paid
        FROM figure_order f
        JOIN figure_member m ON m.shop_id = f.shop_id AND m.member_id = f.member_id
        ${isAsked ? `LEFT JOIN LATERAL (${BEFORE}) AS before ON true` : ""}
        WHERE f.shop_id = ${shop} AND f.counts AND f.at >= ${start(placed.from)} AND f.at < ${start(placed.to + 1)}
          AND ${conditions.join(" AND ")}`;
    },
  };
}
