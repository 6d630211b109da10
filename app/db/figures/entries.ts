import type { Day } from "../../insight/days.ts";
import type { Flow } from "../../insight/flows.ts";
import type { Account } from "../../loyalty/ledger.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopRow } from "../shops.ts";
import type { Sql } from "../sql.ts";
import { inSegment } from "./people.ts";
import { startIn } from "./shop-days.ts";

/** The account that every posting of a flow touches. */
export const ACCOUNT_OF: Record<Flow, Account> = {
  earned: "earnings",
  redeemed: "redemptions",
  expired: "breakage",
  adjusted: "adjustments",
  imported: "imports",
  dropped: "forgiveness",
};

export interface EntriesOf {
  from: Day;
  to: Day;
  segment: string;
  flow: Flow | null;
  /** The last one that was shown. */
  after: EntryPlace | null;
  limit: number;
}

export interface EntryPlace {
  at: Instant;
  id: bigint;
}

/**
 * Where entries of these days stand, the newest first. Of many days that is slow: see `list-entries.ts`. Whether one is
 * of the kind is looked up for each by itself (OFFSET 0): else a database may gather all that are, in the whole shop.
 */
export async function listEntryPlaces(
  sql: Sql,
  { id: shopId, timezone }: Pick<ShopRow, "id" | "timezone">,
  { from, to, segment, flow, after, limit }: EntriesOf,
): Promise<EntryPlace[]> {
  const { holds, value } = inSegment(segment, "$8");
  const rows = await sql.query<{ id: bigint; at: Date }>(
    `SELECT t.id, t.at FROM ledger_transaction t
     WHERE t.shop_id = $1 AND t.at >= ${startIn("$2::text", "$3::int")} AND t.at < ${startIn("$2::text", "($4::int + 1)")}
       AND ($5::timestamptz IS NULL OR (t.at, t.id) < ($5::timestamptz, $6::bigint))
       AND ($7 = '' OR EXISTS (SELECT 1 FROM posting p WHERE p.shop_id = t.shop_id AND p.transaction_id = t.id
         AND $7 IN (p.debit, p.credit) OFFSET 0))
       AND ($8 = '' OR EXISTS (SELECT 1 FROM figure_member m WHERE m.shop_id = t.shop_id AND m.member_id = t.member_id
         AND m.counted AND ${holds} OFFSET 0))
     ORDER BY t.at DESC, t.id DESC LIMIT $9`,
    [
      shopId,
      timezone,
      from,
      to,
      after === null ? null : new Date(after.at),
      after?.id ?? null,
      flow === null ? "" : ACCOUNT_OF[flow],
      value,
      limit,
    ],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}
