import type { Range } from "../../insight/range.ts";
import type { ShopRow } from "../shops.ts";
import type { Sql } from "../sql.ts";
import { inSegment, type People } from "./people.ts";
import { startIn } from "./shop-days.ts";

const least = (above: string) => `(SELECT min(f.currency) FROM figure_order f
  WHERE f.shop_id = $1 AND f.counts AND f.currency > ${above})`;

/**
 * The currencies beside the shop's own in which anything was paid, in the order of their codes: from each to the next by
 * the index, for a shop has few of them and many orders in each. What cannot be read is `UNREAD_CURRENCY` among them.
 */
export async function listCurrencies(sql: Sql, shopId: number): Promise<string[]> {
  const rows = await sql.again<{ currency: string }>(
    `WITH RECURSIVE found AS (
       SELECT ${least("''")} AS currency
       UNION ALL SELECT ${least("found.currency")} FROM found WHERE found.currency IS NOT NULL)
     SELECT currency FROM found WHERE currency IS NOT NULL`,
    [shopId],
  );
  return rows.map(({ currency }) => currency);
}

export interface BuyersIn {
  segment: string;
  range: Range;
  currency: string;
}

/** What stands in figure_order for a currency: the shop's own has no name there. */
export function nameOfCurrency(shop: Pick<ShopRow, "currency">, currency: string): string {
  return currency === shop.currency ? "" : currency;
}

/** Who ordered in a range of days and paid in the currency; whose second order, in whichever currency, was by its end. */
export async function countBuyersIn(
  sql: Sql,
  shop: Pick<ShopRow, "id" | "timezone" | "currency">,
  { segment, range, currency }: BuyersIn,
): Promise<Pick<People, "buyers" | "returning">> {
  const { holds, value } = inSegment(segment, "$6");
  const start = (day: string) => startIn("$2::text", day);
  const [row] = await sql.again<Pick<People, "buyers" | "returning">>(
    `SELECT count(*) AS buyers, count(*) FILTER (WHERE m.second_order <= $4::int) AS returning
     FROM figure_member m WHERE m.shop_id = $1 AND m.counted AND ${holds} AND m.member_id IN (
       SELECT f.member_id FROM figure_order f WHERE f.shop_id = $1 AND f.counts AND f.currency = $5
         AND f.at >= ${start("$3::int")} AND f.at < ${start("($4::int + 1)")} OFFSET 0)`,
    [shop.id, shop.timezone, range.from, range.to, nameOfCurrency(shop, currency), value],
  );
  return row ?? { buyers: 0n, returning: 0n };
}
