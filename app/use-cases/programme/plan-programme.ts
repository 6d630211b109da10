import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { readAsOfOneInstant } from "../../db/snapshot.ts";
import { readRecentOrders, readWholeMembers } from "../../db/whole-members.ts";
import { floor, fraction, multiply } from "../../loyalty/fraction.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { costOfPoint, leastCost } from "../../loyalty/point-cost.ts";
import { toJsonNumber, type Points } from "../../loyalty/points.ts";
import { differencesBetween } from "../../loyalty/programme-difference.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { planEarning } from "./plan-earning.ts";
import { planMembers, type MembersPlan } from "./plan-members.ts";
import { warningsFor } from "./plan-warnings.ts";
import type { PerkChange, Planned, ProgrammePlan, RewardChange } from "./programme-plan.ts";
import { proposeProgramme, type Proposal } from "./propose-programme.ts";

/** Enough orders to show what a programme is like, few enough to wait for. */
const RECENT_ORDERS = 5_000;

/**
 * Says what a document would change in a shop, and for whom, before anything is saved: who moves tier, what the points
 * that are out may cost, which rewards come within reach or out of it, what orders would earn. Writes nothing.
 */
export async function planProgramme(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  document: unknown,
): Promise<Planned> {
  return readAsOfOneInstant(db, shop.id, async ([tx]): Promise<Planned> => {
    const now = clock();
    const versions = await listVersions(tx, shop.id);
    const proposed = proposeProgramme(document, { shop, versions, now });
    if (!proposed.ok) return { outcome: "refused", faults: proposed.faults };
    const { proposal } = proposed;
    const { programme, current, startsAt, basedOn } = proposal;
    const candidate = { number: basedOn + 1, effectiveFrom: startsAt ?? now, programme };
    const compared = versionAt(versions, candidate.effectiveFrom)?.programme ?? current?.programme ?? null;
    const members = await planMembers(readWholeMembers(tx), { versions, candidate, current: compared });
    const recent = current === null ? [] : await readRecentOrders(tx, RECENT_ORDERS);
    const earning = planEarning(recent, current?.programme ?? programme, programme);
    const warnings = warningsFor({ proposal, versions, members, recent, now });
    return { outcome: "planned", plan: planOf({ shop, proposal, members, earning, warnings }) };
  });
}

interface Found {
  shop: ShopRow;
  proposal: Proposal;
  members: MembersPlan;
  earning: ProgrammePlan["earning"];
  warnings: string[];
}

function planOf({ shop, proposal, members, earning, warnings }: Found): ProgrammePlan {
  const { programme, current, startsAt, basedOn, hash } = proposal;
  const before = current?.programme ?? null;
  const { levelsAt, total, up, down, outstanding } = members;
  return {
    shop: shop.domain,
    hash,
    basedOn,
    comparedWith: current?.number ?? null,
    starts: startsAt === null ? "when-applied" : formatInstant(startsAt),
    differences: before === null ? [] : differencesBetween(before, programme),
    members: { total, levelsAt: levelsAt === null ? null : formatInstant(levelsAt), up, down },
    liability: {
      points: toJsonNumber(outstanding),
      before: before === null ? null : liabilityOf(outstanding, before),
      after: liabilityOf(outstanding, programme),
    },
    rewards: rewardChanges(before, programme, members),
    perks: perkChanges(before, programme, members),
    pending: { orders: members.pendingOrders, points: toJsonNumber(members.pendingPoints) },
    earning,
    warnings,
  };
}

/** What points may cost at most, in whole minor units, rounded down. */
function liabilityOf(points: Points, programme: Programme): string | null {
  const cost = costOfPoint(programme);
  return cost === null ? null : formatMoney(floor(multiply(cost.each, fraction(points))), programme.currency);
}

function rewardChanges(before: Programme | null, after: Programme, members: MembersPlan): RewardChange[] {
  return pairsOf(before, after, "rewards").map(({ id, old, next, change }) => {
    return {
      id,
      change,
      cost: {
        before: old === undefined ? null : toJsonNumber(leastCost(old)),
        after: next === undefined ? null : toJsonNumber(leastCost(next)),
      },
      reachable: {
        before: members.reachableBefore.get(id) ?? 0,
        after: members.reachableAfter.get(id) ?? 0,
      },
    };
  });
}

function perkChanges(before: Programme | null, after: Programme, members: MembersPlan): PerkChange[] {
  return pairsOf(before, after, "perks").map(({ id, old, next, change }) => {
    const perk = next ?? old;
    return {
      id,
      kind: perk.kind,
      change,
      members: { before: members.perksBefore.get(id) ?? 0, after: members.perksAfter.get(id) ?? 0 },
      customerTags: [...perk.customerTags],
    };
  });
}

type Section = "rewards" | "perks";
type Entry<S extends Section> = Programme[S][number];
type Pair<S extends Section> = { id: string; change: RewardChange["change"] } & (
  { old: Entry<S> | undefined; next: Entry<S> } | { old: Entry<S>; next: undefined }
);

/** Entries of a list as they were and as they will be. */
function pairsOf<S extends Section>(before: Programme | null, after: Programme, section: S): Pair<S>[] {
  const olds: readonly Entry<S>[] = before?.[section] ?? [];
  const news: readonly Entry<S>[] = after[section];
  const changed = before === null ? [] : differencesBetween(before, after).map(({ path }) => path);
  return [...new Set([...olds, ...news].map(({ id }) => id))].flatMap((id): Pair<S>[] => {
    const [old, next] = [olds.find((entry) => entry.id === id), news.find((entry) => entry.id === id)];
    if (next === undefined) return old === undefined ? [] : [{ id, old, next, change: "gone" }];
    const isChanged = changed.some((path) => path.startsWith(`${section}[${id}]`));
    return [{ id, old, next, change: old === undefined ? "new" : isChanged ? "changed" : "same" }];
  });
}
