import { deleteBulkRun, insertBulkRun, sumBulkPoints } from "../../db/bulk-runs.ts";
import { storableText } from "../../db/json.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { noteAction, sumAdjustedSince } from "../../db/staff-actions.ts";
import { lockStaffMember } from "../../db/staff-members.ts";
import { startOfDay } from "../../loyalty/calendar.ts";
import { leastCost } from "../../loyalty/point-cost.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { settingsOf, type AdjustmentLimit } from "../settings/shop-settings.ts";
import type { By } from "../staff/actions.ts";
import { limitOf, type LimitView } from "../staff/adjustment-limit.ts";
import type { Services } from "../services.ts";
import { grantable } from "./bulk-cost.ts";
import type { BulkFault, BulkForm, BulkTerms } from "./bulk-terms.ts";
import { filterAddress, readMemberQuery } from "./member-query.ts";
import { memberFilterOf } from "./member-terms.ts";

export type BulkBegun =
  | { outcome: "bulk-begun"; id: string }
  /** Other members are found than the person was told of: nothing was done. */
  | { outcome: "bulk-changed"; members: number }
  | { outcome: "bulk-refused"; faults: BulkFault[] }
  | ({ outcome: "bulk-beyond-limit" } & LimitView);

type BeyondLimits = Extract<BulkBegun, { outcome: "bulk-beyond-limit" }>;

/** Keeps whom it is for, each once, and has it done by a job: from here on it goes on by itself. */
export async function beginBulk(
  services: Services,
  shop: ShopRow,
  { form, by }: { form: BulkForm; by: By },
): Promise<BulkBegun> {
  const { id, confirmed } = form;
  const now = services.clock();
  const terms = pricedTerms(form.terms, await listVersions(services.db.sql, shop.id), now);
  if (terms === null) return { outcome: "bulk-refused", faults: ["reward"] };
  const query = readMemberQuery(new URLSearchParams(form.address));
  const filter = await memberFilterOf(services, shop, query);
  const run = {
    ...{ id, kind: terms.kind, terms, startedAt: now, startedBy: by.staff, role: by.role },
    filters: filterAddress(query).toString(),
    search: storableText(query.search),
  };
  return services.db.inShop(shop.id, async (tx) => {
    if (isLimited(limitOf(by.role, await settingsOf(tx, shop.id)))) await lockStaffMember(tx, by.staff);
    const beyond = await beyondLimits(tx, shop, { by, terms, members: confirmed, now });
    if (beyond !== null) return beyond;
    const members = await insertBulkRun(tx, run, filter);
    if (members === null) return { outcome: "bulk-begun", id };
    if (members !== confirmed || members === 0) {
      await deleteBulkRun(tx, id);
      return { outcome: "bulk-changed", members };
    }
    await noteAction(tx, shop.id, {
      ...{ at: now, staff: by.staff, role: by.role, action: "members.bulk-begun" },
      subject: { kind: "bulk", id },
      detail: detailOf(terms, members),
    });
    await services.jobs.enqueue(tx, "bulk-members", { shopId: shop.id, runId: id });
    return { outcome: "bulk-begun", id };
  });
}

/** The same answer before anything is begun, so that nobody reviews what they may not do. */
export async function beyondLimitsAhead(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { form, by, members }: { form: BulkForm; by: By; members: number },
): Promise<BeyondLimits | null> {
  const now = clock();
  const terms = pricedTerms(form.terms, await listVersions(db.sql, shop.id), now);
  return terms === null ? null : beyondLimits(db.sql, shop, { by, terms, members, now });
}

/** null where there is no such reward to give. */
function pricedTerms(
  terms: BulkTerms,
  versions: readonly ProgrammeVersion[],
  now: Instant,
): (BulkTerms & { points: string }) | null {
  if (terms.kind === "adjust") return terms;
  const reward = grantable(versions, now).find(({ id }) => id === terms.rewardId);
  return reward === undefined ? null : { ...terms, points: leastCost(reward).toString() };
}

function detailOf(terms: BulkTerms, members: number): Record<string, string> {
  return terms.kind === "adjust"
    ? { members: String(members), points: terms.points }
    : { members: String(members), reward: terms.rewardId };
}

function isLimited({ each, day }: AdjustmentLimit): boolean {
  return each !== null || day !== null;
}

/** Each member within what the person may move at once, all of them within what they may move today. */
async function beyondLimits(
  sql: Sql,
  shop: ShopRow,
  { by, terms, members, now }: { by: By; terms: { points: string }; members: number; now: number },
): Promise<BeyondLimits | null> {
  const limit = limitOf(by.role, await settingsOf(sql, shop.id));
  if (!isLimited(limit)) return null;
  const { each, day } = limit;
  const from = { staff: by.staff, since: startOfDay(shop.timezone, now) };
  const moved = (await sumAdjustedSince(sql, shop.id, from)) + (await sumBulkPoints(sql, shop.id, from));
  const size = BigInt(terms.points.replace("-", ""));
  const left = day === null ? null : moved >= day ? 0n : day - moved;
  if ((each === null || size <= each) && (left === null || size * BigInt(members) <= left)) return null;
  const textOf = (points: bigint | null) => points?.toString() ?? null;
  return { outcome: "bulk-beyond-limit", each: textOf(each), day: textOf(day), left: textOf(left) };
}
