import { EVERYBODY } from "../../db/member-filter.ts";
import { countMatching } from "../../db/member-list.ts";
import { listIssues } from "../../db/issue-list.ts";
import { listVersions } from "../../db/programmes.ts";
import { tallyRewards, type RewardTally } from "../../db/redemption-list.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { formatMoney, type Money } from "../../loyalty/money.ts";
import { leastCost } from "../../loyalty/point-cost.ts";
import type { Programme, Reward } from "../../loyalty/programme.ts";
import { benefitOf } from "../../loyalty/reward-benefit.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { labelsOf } from "../programme-labels.ts";
import { staffNames } from "../staff/staff-names.ts";
import type { Services } from "../services.ts";
import { issueLine, type IssueLine } from "./show-issue.ts";

/** What a rate is worked out from. */
export const RATE_DAYS = 28;
/** From fewer than that nobody can tell a rate. */
const FEWEST_FOR_A_RATE = 3;
const ISSUES_SHOWN = 20;

/** Points and money are decimal strings. */
export interface RewardLine {
  id: string;
  name: string;
  kind: Reward["kind"];
  /** The least that it costs; `sliding` where more may be spent. */
  cost: string;
  sliding: boolean;
  /** Members who have that many points, and one of the tiers where some are asked for. */
  reachable: number;
  tiers: string[];
  held: number;
  taken: number;
  released: number;
  /** Of `total` and `stock` the smaller; null where there is no end. */
  most: number | null;
  left: number | null;
  /** When none is left, if it goes on as in the last 28 days; null where it is not told by enough of them. */
  runsOutAt: Instant | null;
  /** What was taken of it was worth so much; null where it has no price in money. */
  worth: string | null;
  /** When it can be had. */
  from: Instant | null;
  to: Instant | null;
  /** Programme no longer has it, but members redeemed it. */
  gone: boolean;
}

export interface RewardsView {
  now: Instant;
  rewards: RewardLine[];
  issues: IssueLine[];
  /** Of staff, by their number. */
  names: Record<string, string>;
  /** Nothing can be redeemed for now. */
  isPaused: boolean;
}

export async function showRewards(services: Services, shop: ShopRow, locale: string): Promise<RewardsView> {
  const { sql } = services.db;
  const now = services.clock();
  const versions = await listVersions(sql, shop.id);
  const programme = versionAt(versions, now)?.programme ?? null;
  const tallies = await tallyRewards(sql, shop.id, now - RATE_DAYS * DAY);
  const { rewards: names } = labelsOf(versions, { locale, now, rewardTitle: services.rewardTitle });
  const lines: RewardLine[] = [];
  for (const { reward, programme: of, gone } of offered(versions, programme, tallies)) {
    const own = tallies.filter(({ rewardId }) => rewardId === reward.id);
    const reachable = gone ? 0 : await countReachable(sql, shop.id, reward);
    lines.push({
      ...{ id: reward.id, name: names[reward.id] ?? reward.id, kind: reward.kind, reachable, gone },
      ...{ cost: leastCost(reward).toString(), sliding: reward.costPer !== null },
      ...{ from: reward.window.from, to: reward.window.to },
      ...countsOf(own),
      ...stockOf(reward, own, now),
      tiers: [...(reward.tiers ?? [])],
      worth: worthOf(versions, own, { reward, programme: of }),
    });
  }
  const issues = await listIssues(sql, shop.id, ISSUES_SHOWN);
  return {
    now,
    rewards: lines,
    issues: issues.map((issue) => issueLine(issue, names, now)),
    names: await staffNames(
      services,
      shop,
      issues.map(({ actor }) => actor),
    ),
    isPaused: programme !== null && programme.state !== "running",
  };
}

interface Offered {
  reward: Reward;
  programme: Programme;
  gone: boolean;
}

/** Those of today in the order of the programme, then those that only redemptions still speak of. */
function offered(
  versions: readonly ProgrammeVersion[],
  programme: Programme | null,
  tallies: readonly RewardTally[],
): Offered[] {
  const today = (programme?.rewards ?? []).flatMap((reward) =>
    programme === null ? [] : { reward, programme, gone: false },
  );
  const known = new Set(today.map(({ reward }) => reward.id));
  const gone = [...new Set(tallies.map(({ rewardId }) => rewardId))].flatMap((id) => {
    if (known.has(id)) return [];
    const last = versions.findLast(({ programme: { rewards } }) =>
      rewards.some((reward) => reward.id === id),
    );
    const reward = last?.programme.rewards.find((candidate) => candidate.id === id);
    return last === undefined || reward === undefined
      ? []
      : { reward, programme: last.programme, gone: true };
  });
  return [...today, ...gone];
}

/** Who left may spend what they have; who is blocked may not. */
async function countReachable(sql: Sql, shopId: number, reward: Reward): Promise<number> {
  const filter = { ...EVERYBODY, balance: { from: leastCost(reward), to: null }, tiers: reward.tiers ?? [] };
  const all = await countMatching(sql, shopId, filter);
  return all - (await countMatching(sql, shopId, { ...filter, standing: "blocked" }));
}

function countsOf(tallies: readonly RewardTally[]): Pick<RewardLine, "held" | "taken" | "released"> {
  const count = (wanted: RewardTally["state"]) =>
    tallies.reduce((sum, { state, redemptions }) => (state === wanted ? sum + redemptions : sum), 0);
  return { held: count("held"), taken: count("taken"), released: count("released") };
}

function stockOf(
  reward: Reward,
  tallies: readonly RewardTally[],
  now: Instant,
): Pick<RewardLine, "most" | "left" | "runsOutAt"> {
  const limits = [reward.total, reward.stock].filter((limit) => limit !== null);
  if (limits.length === 0) return { most: null, left: null, runsOutAt: null };
  const most = Math.min(...limits);
  const { held, taken } = countsOf(tallies);
  const left = Math.max(0, most - held - taken);
  const recent = tallies.reduce(
    (sum, tally) => (tally.state === "held" || tally.state === "taken" ? sum + tally.recent : sum),
    0,
  );
  const isTold = left > 0 && recent >= FEWEST_FOR_A_RATE;
  return { most, left, runsOutAt: isTold ? now + (left / recent) * RATE_DAYS * DAY : null };
}

/** What was taken, each at the worth of the version that it was redeemed under. */
function worthOf(
  versions: readonly ProgrammeVersion[],
  tallies: readonly RewardTally[],
  { reward: offered, programme: { currency } }: Pick<Offered, "reward" | "programme">,
): string | null {
  let sum: Money = 0n;
  let isPriced = offered.kind !== "percent" && "value" in offered;
  for (const { rewardId, version, state, redemptions, units } of tallies) {
    if (state !== "taken") continue;
    const terms = versions.find(({ number }) => number === version)?.programme;
    const reward = terms?.rewards.find(({ id }) => id === rewardId);
    if (terms === undefined || reward === undefined || terms.currency !== currency) continue;
    const benefit = units > 0n ? benefitOf(reward, units, currency) : benefitOf(reward, null, currency);
    if (benefit === null || !("value" in benefit)) continue;
    isPriced = true;
    sum += units > 0n ? benefit.value : benefit.value * BigInt(redemptions);
  }
  return isPriced ? formatMoney(sum, currency) : null;
}
