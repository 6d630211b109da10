import { findOverdue } from "../../db/feedback.ts";
import { findBenefitSignals } from "../../db/home-signals.ts";
import type { StoredVerification } from "../../db/verifications.ts";
import { findNewestRun, findLastDone } from "../../db/reconciliations.ts";
import { listStoredDrafts } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { compare, floor, fraction, multiply } from "../../loyalty/fraction.ts";
import { formatMoney, type Money } from "../../loyalty/money.ts";
import { costOfPoint } from "../../loyalty/point-cost.ts";
import type { Points } from "../../loyalty/points.ts";
import { DAY, MINUTE, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { scheduledAfter, type ProgrammeStateView } from "../programme-state/programme-state.ts";
import { findScarce, type ScarceReward } from "./scarce.ts";
import { findUnnoticed } from "./unnoticed.ts";

/** Something that somebody should decide, the more urgent first. Points and money are decimal strings. */
export type Decision =
  | { decide: "ledger-fault"; fault: string }
  | { decide: "dead"; deliveries: number }
  | { decide: "waiting"; deliveries: number; since: Instant }
  | { decide: "not-comparing"; since: Instant }
  | { decide: "doubtful"; findings: number; run: number }
  | { decide: "liability"; worth: string; limit: string }
  | { decide: "by-hand"; rewards: number; since: Instant }
  | { decide: "rewards-stuck"; rewards: number }
  | { decide: "rewards-refused"; rewards: number }
  | ({ decide: "reward-out" | "reward-low" } & ScarceReward)
  | { decide: "feedback-overdue"; messages: number; since: Instant }
  | { decide: "no-notice"; lots: number; points: string; isMore: boolean }
  | { decide: "paused" | "archived"; since: Instant }
  | { decide: "starts-soon"; version: number; at: Instant }
  | { decide: "draft-behind"; draft: string; name: string; basedOn: number; newest: number };

/** News that waits longer than this does not come through. */
const TOO_LONG = 15 * MINUTE;
const REFUSED_WITHIN = 7 * DAY;
const SOON = 7 * DAY;
const MOST_DRAFTS = 3;

export interface DecisionTerms {
  now: Instant;
  versions: readonly ProgrammeVersion[];
  /** The version in force; null where none is. */
  current: ProgrammeVersion | null;
  state: ProgrammeStateView | null;
  line: { dead: number; waiting: number; oldestWaitingAt: Instant | null };
  verified: StoredVerification | null;
  /** Pending, available and held. */
  out: Points;
  /** In minor units; null for none. */
  liabilityLimit: Money | null;
}

export async function findDecisions(sql: Sql, shop: ShopRow, terms: DecisionTerms): Promise<Decision[]> {
  const [comparisons, rewards, scarce, overdue, unnoticed, drafts] = await Promise.all([
    comparing(sql, shop),
    rewardsAtFault(sql, shop, terms.now),
    findScarce(sql, shop, terms.current?.programme ?? null),
    findOverdue(sql, shop.id, terms.now),
    findUnnoticed(sql, shop, terms),
    draftsBehind(sql, shop, terms.versions),
  ]);
  return [
    ...ofTheLedger(terms),
    ...ofTheLine(terms),
    ...comparisons,
    ...overTheLimit(terms),
    ...rewards,
    ...scarce.map((reward): Decision => ({
      ...{ decide: reward.left === 0 ? "reward-out" : "reward-low" },
      ...reward,
    })),
    ...(overdue === null ? [] : [{ decide: "feedback-overdue" as const, ...overdue }]),
    ...unnoticed,
    ...ofTheProgramme(terms),
    ...drafts,
  ];
}

function ofTheLedger({ verified }: DecisionTerms): Decision[] {
  const fault = verified?.fault ?? null;
  return fault === null ? [] : [{ decide: "ledger-fault", fault }];
}

function ofTheLine({ line, now }: DecisionTerms): Decision[] {
  const { dead, waiting, oldestWaitingAt: since } = line;
  const found: Decision[] = [];
  if (dead > 0) found.push({ decide: "dead", deliveries: dead });
  if (since !== null && now - since > TOO_LONG) found.push({ decide: "waiting", deliveries: waiting, since });
  return found;
}

async function comparing(sql: Sql, shop: ShopRow): Promise<Decision[]> {
  const [newest, last] = await Promise.all([findNewestRun(sql, shop.id), findLastDone(sql, shop.id)]);
  const found: Decision[] = [];
  if (newest?.finishedAt === null && newest.isStuck)
    found.push({ decide: "not-comparing", since: newest.startedAt });
  if (last !== null && last.counts.doubtful > 0)
    found.push({ decide: "doubtful", findings: last.counts.doubtful, run: last.number });
  return found;
}

/** What the points that are out may cost by the dearest reward, as the plan and the analytics reckon it. */
export function overTheLimit({
  current,
  out,
  liabilityLimit,
}: Pick<DecisionTerms, "current" | "out" | "liabilityLimit">): Decision[] {
  const cost = current === null ? null : costOfPoint(current.programme);
  if (current === null || cost === null || liabilityLimit === null) return [];
  const worth = multiply(cost.each, fraction(out));
  if (compare(worth, fraction(liabilityLimit)) <= 0) return [];
  const { currency } = current.programme;
  return [
    {
      ...{ decide: "liability", worth: formatMoney(floor(worth), currency) },
      limit: formatMoney(liabilityLimit, currency),
    },
  ];
}

async function rewardsAtFault(sql: Sql, shop: ShopRow, now: Instant): Promise<Decision[]> {
  const signals = await findBenefitSignals(sql, shop.id, { refusedSince: now - REFUSED_WITHIN, now });
  const { byHand, byHandSince, stuck, refused } = signals;
  const found: Decision[] = [];
  if (byHand > 0 && byHandSince !== null)
    found.push({ decide: "by-hand", rewards: byHand, since: byHandSince });
  if (stuck > 0) found.push({ decide: "rewards-stuck", rewards: stuck });
  if (refused > 0) found.push({ decide: "rewards-refused", rewards: refused });
  return found;
}

function ofTheProgramme({ state, versions, current, now }: DecisionTerms): Decision[] {
  const found: Decision[] = [];
  if (state !== null && state.state !== "running" && state.since !== null)
    found.push({ decide: state.state, since: state.since });
  const [next] = scheduledAfter(versions, now);
  if (next !== undefined && current !== null && next.effectiveFrom - now <= SOON)
    found.push({ decide: "starts-soon", version: next.number, at: next.effectiveFrom });
  return found;
}

async function draftsBehind(
  sql: Sql,
  shop: ShopRow,
  versions: readonly ProgrammeVersion[],
): Promise<Decision[]> {
  const newest = versions.at(-1)?.number ?? 0;
  const drafts = await listStoredDrafts(sql, shop.id, MOST_DRAFTS);
  return drafts
    .filter(({ basedOn }) => basedOn < newest)
    .map(({ id, name, basedOn }) => ({ decide: "draft-behind", draft: id, name, basedOn, newest }));
}
