import { isBlocked } from "./absence.ts";
import type { Book } from "./book.ts";
import { addRedemption, redemptionsOf } from "./finder.ts";
import { noteActivity } from "./gains.ts";
import type { RedemptionId } from "./ids.ts";
import { drawFromLots, inConsumptionOrder } from "./lots.ts";
import { levelHeld } from "./members.ts";
import type { Occasion } from "./occasion.ts";
import { isPausedAt } from "./pauses.ts";
import type { Points } from "./points.ts";
import { post } from "./posting.ts";
import type { Reward } from "./programme.ts";
import type { MemberRecord, RedemptionRecord } from "./records.ts";
import { costOf, hasCode } from "./reward-benefit.ts";
import type { CostFault } from "./reward-benefit.ts";
import { giveReward, rewardsOut } from "./reward-counts.ts";
import { DAY, formatInstant } from "./time.ts";
import { versionAt } from "./versions.ts";
import type { ProgrammeVersion } from "./versions.ts";

export type Refusal =
  | { because: "short"; missing: bigint }
  | {
      because:
        | "blocked"
        | "unknown-reward"
        | "not-now"
        | "not-this-tier"
        | CostFault
        | "member-limit"
        | "none-left"
        | "paused";
    };

export interface RedeemWish {
  redemptionId: RedemptionId;
  rewardId: string;
  /** As it will be written at the checkout. */
  code: string | null;
  /** Whole units of a sliding cost. */
  units?: bigint | null;
}

/** Holds the cost of the reward, or refuses: then nothing moves, and only the refusal is remembered. */
export function redeem(
  book: Book,
  member: MemberRecord,
  wish: RedeemWish,
  occasion: Occasion,
): Refusal | null {
  const version = versionAt(book.versions, occasion.at);
  const reward = version?.programme.rewards.find(({ id }) => id === wish.rewardId) ?? null;
  const redemption = newRedemption(member, wish, reward, occasion);
  redemption.version = version?.number ?? 0;
  const priced = costIn(version, reward, wish.units ?? null);
  if ("cost" in priced) redemption.cost = priced.cost;
  const refusal = refuse(book, member, { reward, priced }, occasion);
  if (refusal === null) hold(book, member, redemption, occasion);
  addRedemption(book, redemption);
  book.changes.redemptions.add(redemption.id);
  return refusal;
}

/** Why `redeem` would refuse the wish now; null where it would not. Nothing is changed. */
export function whyNot(
  book: Book,
  member: MemberRecord,
  { rewardId, units = null }: Pick<RedeemWish, "rewardId" | "units">,
  occasion: Occasion,
): Refusal | null {
  const version = versionAt(book.versions, occasion.at);
  const reward = version?.programme.rewards.find(({ id }) => id === rewardId) ?? null;
  return refuse(book, member, { reward, priced: costIn(version, reward, units) }, occasion);
}

type Priced = { cost: Points } | { fault: CostFault };

function costIn(version: ProgrammeVersion | null, reward: Reward | null, units: bigint | null): Priced {
  if (version === null || reward === null) return { fault: "no-fixed-cost" };
  return costOf(reward, units, version.programme.currency);
}

function hold(book: Book, member: MemberRecord, redemption: RedemptionRecord, occasion: Occasion): void {
  const lots = inConsumptionOrder(book, member, member.lots);
  const { postings, parts } = drawFromLots(book, member, lots, redemption.cost, "held");
  redemption.parts = parts;
  redemption.state = "held";
  noteActivity(member, occasion.at);
  giveReward(book, redemption.rewardId);
  post(book, member, occasion, {
    key: `redeem:${redemption.id}`,
    kind: "hold",
    explanation: {
      kind: "hold",
      reward: redemption.rewardId,
      cost: redemption.cost.toString(),
      endsAt: redemption.endsAt === null ? null : formatInstant(redemption.endsAt),
    },
    postings,
  });
}

function newRedemption(
  member: MemberRecord,
  wish: RedeemWish,
  reward: Reward | null,
  { at }: Occasion,
): RedemptionRecord {
  const coded = reward !== null && hasCode(reward.kind);
  return {
    id: wish.redemptionId,
    memberId: member.id,
    rewardId: wish.rewardId,
    cost: reward?.cost ?? 0n,
    units: wish.units ?? null,
    code: coded ? wish.code : null,
    state: "refused",
    heldAt: at,
    version: 0,
    endsAt: coded ? at + reward.codeDays * DAY : null,
    orderId: null,
    parts: [],
    owed: 0n,
    dropped: 0n,
    moves: 0,
  };
}

function refuse(
  book: Book,
  member: MemberRecord,
  { reward, priced }: { reward: Reward | null; priced: Priced },
  { at }: Occasion,
): Refusal | null {
  if (isBlocked(member)) return { because: "blocked" };
  if (isPausedAt(book.versions, at)) return { because: "paused" };
  if (reward === null) return { because: "unknown-reward" };
  const { from, to } = reward.window;
  if ((from !== null && at < from) || (to !== null && at >= to)) return { because: "not-now" };
  const level = levelHeld(book, member, at);
  if (reward.tiers !== null && (level === null || !reward.tiers.includes(level)))
    return { because: "not-this-tier" };
  if ("fault" in priced) return { because: priced.fault };
  const own = redemptionsOf(book, member.id).filter((past) => past.rewardId === reward.id && isOut(past));
  if (reward.perMember !== null && own.length >= reward.perMember) return { because: "member-limit" };
  const most = Math.min(reward.total ?? Number.POSITIVE_INFINITY, reward.stock ?? Number.POSITIVE_INFINITY);
  if (rewardsOut(book, reward.id) >= most) return { because: "none-left" };
  const missing = priced.cost - member.available;
  return missing > 0n ? { because: "short", missing } : null;
}

function isOut(redemption: RedemptionRecord): boolean {
  return redemption.state === "held" || redemption.state === "taken";
}
