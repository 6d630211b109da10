import { lookAtBook } from "../../db/load-book.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Book } from "../../loyalty/book.ts";
import { workOffDue } from "../../loyalty/due.ts";
import type { LoyaltyEvent } from "../../loyalty/events.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { dueAt } from "../../loyalty/occasion.ts";
import { toJsonNumber } from "../../loyalty/points.ts";
import type { Reward } from "../../loyalty/programme.ts";
import type { MemberRecord } from "../../loyalty/records.ts";
import { whyNot, type Refusal } from "../../loyalty/redemption.ts";
import { costOf } from "../../loyalty/reward-benefit.ts";
import { summariseRewards } from "../../loyalty/summarise-rewards.ts";
import type { RewardSummary, Whole } from "../../loyalty/summary.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

export type WhyNot = Refusal["because"] | "guest";

/** A reward, and whether this member could have it now. */
export interface RewardOffer extends RewardSummary {
  reachable: boolean;
  why: WhyNot | null;
  /** Points that are missing; null where points are not what is missing. */
  missing: Whole | null;
}

export interface RewardOffers {
  /** null for a guest, or where the programme has not begun. */
  available: Whole | null;
  currency: string;
  rewards: RewardOffer[];
}

/** What points are good for now, and what a member lacks for each; `memberId` is null for a guest. */
export async function listRewardsFor(
  services: Services,
  shop: ShopRow,
  memberId: MemberId | null,
): Promise<RewardOffers> {
  const now = services.clock();
  const versions = await currentVersions(services.db.sql, shop);
  const programme = versionAt(versions, now)?.programme;
  if (programme === undefined) return { available: null, currency: shop.currency, rewards: [] };
  const { currency } = programme;
  const summaries = summariseRewards(programme);
  if (memberId === null) {
    const rewards = summaries.map((reward) => ({ ...reward, reachable: false, why: "guest", missing: null }));
    return { available: null, currency, rewards: rewards as RewardOffer[] };
  }
  const wishes = programme.rewards.slice(0, summaries.length);
  // Nothing is written: what falls due by now is only worked out, so that the answer is the one `redeem` would give.
  return lookAtShop(services.db, shop.id, async (tx) => {
    const events = wishes.map(({ id }) => wishFor(memberId, id));
    const book = await lookAtBook(
      tx,
      { shop, versions, products: new Map() },
      { events, members: [memberId] },
    );
    const member = findMember(book, memberId);
    if (member !== null) workOffDue(book, member, now);
    const rewards = summaries.map((summary, place) => {
      const reward = wishes[place];
      if (reward === undefined) throw new Error(`the reward ${summary.id} is not in the programme`);
      return { ...summary, ...answerFor(book, member, { reward, currency, now }) };
    });
    return { available: toJsonNumber(member?.available ?? 0n), currency, rewards };
  });
}

function wishFor(customerId: MemberId, rewardId: string): LoyaltyEvent {
  return { kind: "redeem", redemptionId: "", customerId, rewardId, code: null };
}

function answerFor(
  book: Book,
  member: MemberRecord | null,
  { reward, currency, now }: { reward: Reward; currency: string; now: Instant },
): Pick<RewardOffer, "reachable" | "why" | "missing"> {
  const units = reward.cost === null ? 1n : null;
  // Who has never been told of has no points, and no level that would keep anything from them.
  const refusal: Refusal | null =
    member === null
      ? shortBy(reward, units, currency)
      : whyNot(book, member, { rewardId: reward.id, units }, dueAt(Math.max(now, member.settledTo)));
  if (refusal === null) return { reachable: true, why: null, missing: null };
  const missing = refusal.because === "short" ? toJsonNumber(refusal.missing) : null;
  return { reachable: false, why: refusal.because, missing };
}

function shortBy(reward: Reward, units: bigint | null, currency: string): Refusal {
  const priced = costOf(reward, units, currency);
  return "cost" in priced ? { because: "short", missing: priced.cost } : { because: priced.fault };
}
