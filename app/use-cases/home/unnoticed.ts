import { sumUnnoticedLots } from "../../db/home-signals.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { monthsBefore, startOfDay } from "../../loyalty/calendar.ts";
import { pausesBy } from "../../loyalty/pauses.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Decision } from "./decisions.ts";

/**
 * Points past their date that wait, because their version requires a notice and none was delivered: each version's own
 * lots by its own months, and as much longer as it ever stood still. Rather too few than too many.
 */
export async function findUnnoticed(
  sql: Sql,
  shop: ShopRow,
  { versions, now }: { versions: readonly ProgrammeVersion[]; now: Instant },
): Promise<Decision[]> {
  const paused = pausesBy(versions, now).reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0);
  let [lots, points, isMore] = [0, 0n, false];
  for (const { number, programme } of versions) {
    const { expiry, notice } = programme.points;
    if (expiry.kind !== "lots" || !notice.required) continue;
    const { timezone } = programme;
    const before = startOfDay(timezone, monthsBefore(timezone, now - paused, expiry.months));
    const found = await sumUnnoticedLots(sql, shop.id, { version: number, before });
    lots += found.lots;
    points += found.points;
    isMore ||= found.isMore;
  }
  return lots === 0 ? [] : [{ decide: "no-notice", lots, points: points.toString(), isMore }];
}
