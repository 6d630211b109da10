import { sumBulkPoints } from "../../db/bulk-runs.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { sumAdjustedSince } from "../../db/staff-actions.ts";
import { lockStaffMember } from "../../db/staff-members.ts";
import { startOfDay } from "../../loyalty/calendar.ts";
import type { Points } from "../../loyalty/points.ts";
import type { Instant } from "../../loyalty/time.ts";
import { settingsOf, type AdjustmentLimit, type ShopSettings } from "../settings/shop-settings.ts";
import type { Services } from "../services.ts";
import type { By } from "./actions.ts";
import { mayDo, type Role } from "./permissions.ts";

const NONE: AdjustmentLimit = { each: 0n, day: 0n };
const UNLIMITED: AdjustmentLimit = { each: null, day: null };

/** What a role may move by hand in a shop of these settings. */
export function limitOf(role: Role, { limits }: Pick<ShopSettings, "limits">): AdjustmentLimit {
  if (!mayDo(role, "points.adjust")) return NONE;
  return role === "support" || role === "manager" ? limits[role] : UNLIMITED;
}

/** Points are decimal strings; null for no limit. */
export interface LimitView {
  each: string | null;
  day: string | null;
  /** What is left of today's. */
  left: string | null;
}

/** What somebody may still move by hand today, for the form that they fill in. */
export async function adjustmentLimit(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { staff, role }: By,
): Promise<LimitView> {
  const { each, day } = limitOf(role, await settingsOf(db.sql, shop.id));
  const since = startOfDay(shop.timezone, clock());
  const moved = day === null ? 0n : await movedSince(db.sql, shop.id, { staff, since });
  const left = day === null ? null : moved >= day ? 0n : day - moved;
  return { each: textOf(each), day: textOf(day), left: textOf(left) };
}

export type BeyondLimit = { outcome: "beyond-limit" } & LimitView;

/**
 * Whether these points go beyond what the person may move; null where they do not. Holds on to the person until the
 * transaction ends, so that of two adjustments at once the second is told of the first.
 */
export async function beyondLimit(
  tx: ShopTransaction,
  shop: ShopRow,
  { by, points, now }: { by: By; points: Points; now: Instant },
): Promise<BeyondLimit | null> {
  const { each, day } = limitOf(by.role, await settingsOf(tx, shop.id));
  if (each === null && day === null) return null;
  await lockStaffMember(tx, by.staff);
  const since = startOfDay(shop.timezone, now);
  const moved = await movedSince(tx, shop.id, { staff: by.staff, since });
  const size = points < 0n ? -points : points;
  const left = day === null ? null : moved >= day ? 0n : day - moved;
  const isWithin = (each === null || size <= each) && (left === null || size <= left);
  return isWithin
    ? null
    : { outcome: "beyond-limit", each: textOf(each), day: textOf(day), left: textOf(left) };
}

/** One by one, and of many members at once; gifts count with the points they would have cost. */
async function movedSince(
  sql: Pick<Sql, "query">,
  shopId: number,
  from: { staff: string; since: Instant },
): Promise<Points> {
  return (await sumAdjustedSince(sql, shopId, from)) + (await sumBulkPoints(sql, shopId, from));
}

function textOf(points: Points | null): string | null {
  return points?.toString() ?? null;
}
