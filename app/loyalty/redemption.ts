import type { Book } from "./book.ts";
import { addRedemption, redemptionsOf } from "./finder.ts";
import { noteActivity } from "./gains.ts";
import type { RedemptionId } from "./ids.ts";
import { drawFromLots, inConsumptionOrder } from "./lots.ts";
import { levelHeld } from "./members.ts";
import type { Occasion } from "./occasion.ts";
import { post } from "./posting.ts";
import type { Reward, RewardKind } from "./programme.ts";
import type { MemberRecord, RedemptionRecord } from "./records.ts";
import { giveReward, rewardsOut } from "./reward-counts.ts";
import { DAY, formatInstant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Rewards whose benefit is a discount code at the checkout; the others are granted by the store or by hand. */
const KINDS_WITH_CODE: ReadonlySet<RewardKind> = new Set<RewardKind>([
  "amount",
  "percent",
  "free-shipping",
  "free-product",
  "gift-with-purchase",
]);

export type Refusal =
  | { because: "short"; missing: bigint }
  | {
      because:
        "unknown-reward" | "not-now" | "not-this-tier" | "no-fixed-cost" | "member-limit" | "none-left";
    };

export interface RedeemWish {
  redemptionId: RedemptionId;
  rewardId: string;
  /** As it will be written at the checkout. */
  code: string | null;
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
  const refusal = refuse(book, member, reward, occasion);
  if (refusal === null) hold(book, member, redemption, occasion);
  addRedemption(book, redemption);
  book.changes.redemptions.add(redemption.id);
  return refusal;
}

/** Whether this kind of reward is used by a code at the checkout. */
function hasCode(kind: RewardKind): boolean {
  return KINDS_WITH_CODE.has(kind);
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

function refuse(book: Book, member: MemberRecord, reward: Reward | null, { at }: Occasion): Refusal | null {
  if (reward === null) return { because: "unknown-reward" };
  const { from, to } = reward.window;
  if ((from !== null && at < from) || (to !== null && at >= to)) return { because: "not-now" };
  const level = levelHeld(book, member, at);
  if (reward.tiers !== null && (level === null || !reward.tiers.includes(level)))
    return { because: "not-this-tier" };
  if (reward.cost === null) return { because: "no-fixed-cost" };
  const own = redemptionsOf(book, member.id).filter((past) => past.rewardId === reward.id && isOut(past));
  if (reward.perMember !== null && own.length >= reward.perMember) return { because: "member-limit" };
  const most = Math.min(reward.total ?? Number.POSITIVE_INFINITY, reward.stock ?? Number.POSITIVE_INFINITY);
  if (rewardsOut(book, reward.id) >= most) return { because: "none-left" };
  const missing = reward.cost - member.available;
  return missing > 0n ? { because: "short", missing } : null;
}

function isOut(redemption: RedemptionRecord): boolean {
  return redemption.state === "held" || redemption.state === "taken";
}
