import type { ShopRow } from "../../db/shops.ts";
import { costAtMost, leastCost } from "../../loyalty/point-cost.ts";
import { toJsonNumber } from "../../loyalty/points.ts";
import { differencesBetween } from "../../loyalty/programme-difference.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { formatInstant } from "../../loyalty/time.ts";
import type { MembersPlan } from "./plan-members.ts";
import type { PerkChange, ProgrammePlan, RewardChange } from "./programme-plan.ts";
import type { Proposal } from "./propose-programme.ts";

/** All that a plan is drawn up from. */
export interface Found {
  shop: ShopRow;
  proposal: Proposal;
  members: MembersPlan;
  earning: ProgrammePlan["earning"];
  warnings: string[];
}

export function drawUpPlan({ shop, proposal, members, earning, warnings }: Found): ProgrammePlan {
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
      before: before === null ? null : costAtMost(before, outstanding),
      after: costAtMost(programme, outstanding),
    },
    rewards: rewardChanges(before, programme, members),
    perks: perkChanges(before, programme, members),
    pending: { orders: members.pendingOrders, points: toJsonNumber(members.pendingPoints) },
    earning,
    warnings,
  };
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
