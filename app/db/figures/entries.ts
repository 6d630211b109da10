import type { Day } from "../../insight/days.ts";
import type { Booked } from "../../insight/flows.ts";
import type { Account } from "../../loyalty/ledger.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ShopRow } from "../shops.ts";
import type { Sql } from "../sql.ts";
import { inSegment } from "./people.ts";
import { savedIdOf } from "./saved-segments.ts";
import { startIn } from "./shop-days.ts";

/** The account that each of its postings touches. */
export const ACCOUNT_OF: Record<Booked, Account> = {
  earned: "earnings",
  gained: "earnings",
  "taken-back": "earnings",
  redeemed: "redemptions",
  expired: "breakage",
  adjusted: "adjustments",
  imported: "imports",
  dropped: "forgiveness",
  owed: "owed",
};

/** Which of the two places of a posting the account has; null for either. */
const SIDE_OF: Partial<Record<Booked, "debit" | "credit">> = { gained: "debit", "taken-back": "credit" };

export interface EntriesOf {
  from: Day;
  to: Day;
  segment: string;
  flow: Booked | null;
  /** The last one that was shown. */
  after: EntryPlace | null;
  limit: number;
}

export interface EntryPlace {
  at: Instant;
  id: bigint;
}

const DURING = `t.shop_id = $1 AND t.at >= ${startIn("$2::text", "$3::int")} AND t.at < ${startIn("$2::text", "($4::int + 1)")}
  AND ($5::timestamptz IS NULL OR (t.at, t.id) < ($5::timestamptz, $6::bigint))`;
const IS_OF_KIND = isOfKind("");
/**
 * A merge carries what was booked from one member to another: for all members together it comes to nothing and is no
 * entry of the kind, while of a segment it may have changed the figure.
 */
const IS_OF_KIND_IN_ALL = isOfKind("AND ($8 <> '' OR 'merges' NOT IN (p.debit, p.credit))");

function isOfKind(also: string): string {
  return `($7 = '' OR EXISTS (SELECT 1 FROM posting p WHERE p.shop_id = $1 AND p.transaction_id = t.id
  AND $7 IN (CASE WHEN $10 = 'credit' THEN '' ELSE p.debit END, CASE WHEN $10 = 'debit' THEN '' ELSE p.credit END)
  ${also} OFFSET 0))`;
}

/** Of everybody, or of a segment that members are in by what they are. */
function ofMembers(holds: string): string {
  return `FROM ledger_transaction t WHERE ${DURING} AND ${IS_OF_KIND_IN_ALL}
    AND ($8 = '' OR EXISTS (SELECT 1 FROM figure_member m WHERE m.shop_id = t.shop_id AND m.member_id = t.member_id
      AND m.counted AND ${holds} OFFSET 0))`;
}

/**
 * Of a saved segment, whose members stand by themselves: the entries of the days are held against all of them at once, and
 * what is left, which are few, against its kind one by one.
 */
const OF_SAVED = `FROM (SELECT t.id, t.at FROM ledger_transaction t WHERE ${DURING} AND t.member_id IN (
    SELECT f.member_id FROM figure_segment_member f WHERE f.shop_id = $1 AND f.segment_id = $8) OFFSET 0) AS t
  WHERE ${IS_OF_KIND}`;

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
    `SELECT t.id, t.at ${savedIdOf(segment) === null ? ofMembers(holds) : OF_SAVED}
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
      (flow === null ? undefined : SIDE_OF[flow]) ?? "",
    ],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}
