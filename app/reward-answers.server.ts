import { wordsOf } from "./asker-words.server.ts";
import type { ShopRow } from "./db/shops.ts";
import type { MemberId } from "./loyalty/ids.ts";
import type { CancelInput, RedeemInput } from "./reward-input.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import type { RewardLanguage } from "./texts/rewards/reward-texts.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";
import { cancelRedemption } from "./use-cases/rewards/cancel-redemption.ts";
import { listRedemptions } from "./use-cases/rewards/list-redemptions.ts";
import { listRewardsFor } from "./use-cases/rewards/list-rewards.ts";
import { redeemReward, type Redeemed } from "./use-cases/rewards/redeem-reward.ts";
import type { RedemptionView } from "./use-cases/rewards/redemption-view.ts";
import type { Services } from "./use-cases/services.ts";
import type { Role } from "./use-cases/staff/permissions.ts";

/** Who asks, in which shop and language. */
export interface Asker {
  shop: ShopRow;
  /** Whose points these are; null for a guest. */
  memberId: MemberId | null;
  /** The account of the store that was named, where it was merged into the member's in the app. */
  account?: MemberId | null;
  /** "shopper", or the id of a member of staff who acts for them. */
  actor: string;
  /** Of a member of staff who changes something. */
  role?: Role;
  language: RewardLanguage;
}

/** The same to every surface; a surface adds only how it is sent. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** What rewards there are, and which of them whoever asks could have now. */
export async function tellRewards(services: Services, asker: Asker): Promise<Answer> {
  const { available, currency, rewards } = await listRewardsFor(services, asker.shop, asker.memberId);
  const words = wordsFor(asker, currency);
  const { nameOf } = await wordsOf(services, asker);
  return {
    status: 200,
    body: {
      member: available === null ? null : { available },
      rewards: rewards.map((reward) => ({
        ...reward,
        title: nameOf("rewards", reward.id) ?? words.benefit(reward),
        text: reward.why === null ? null : words.refusal({ because: reward.why, missing: reward.missing }),
      })),
    },
  };
}

/** Both at once, for a page that shows both: what can be had, and what was. */
export async function tellShelf(services: Services, asker: Asker): Promise<Answer> {
  const rewards = await tellRewards(services, asker);
  if (asker.memberId === null) return rewards;
  const redemptions = await tellRedemptions(services, asker);
  return { status: 200, body: { ...rewards.body, ...redemptions.body } };
}

export async function tellRedemptions(services: Services, asker: Asker): Promise<Answer> {
  const { shop, memberId, account, actor } = asker;
  if (memberId === null) return guest(asker);
  const seenBy = actor === "shopper" ? "member" : "staff";
  const redemptions = await listRedemptions(services, shop, memberId, {
    seenBy,
    account: account ?? memberId,
  });
  const { nameOf } = await wordsOf(services, asker);
  return { status: 200, body: { redemptions: redemptions.map((view) => told(asker, view, nameOf)) } };
}

export async function redeem(
  services: Services,
  asker: Asker,
  { reward, key, units }: Pick<RedeemInput, "reward" | "key" | "units">,
): Promise<Answer> {
  const { shop, memberId } = asker;
  if (memberId === null) return guest(asker);
  const wish = { memberId, rewardId: reward, units, key, ...doerOf(asker) };
  const redeemed = await redeemReward(services, shop, wish);
  return answerTo(asker, redeemed, (await wordsOf(services, asker)).nameOf);
}

export async function cancel(
  services: Services,
  asker: Asker,
  { redemption }: Pick<CancelInput, "redemption">,
): Promise<Answer> {
  const { shop, memberId, language } = asker;
  if (memberId === null) return guest(asker);
  const { texts } = language;
  const wish = { redemptionId: redemption, memberId, ...doerOf(asker) };
  const { outcome } = await cancelRedemption(services, shop, wish);
  switch (outcome) {
    case "cancelled":
      return { status: 200, body: { outcome, text: texts.cancelled } };
    case "too-late":
      return { status: 409, body: { outcome, text: texts.tooLate } };
    case "unknown":
      return { status: 404, body: { outcome, text: texts.unknownRedemption } };
  }
}

function doerOf({ actor, role }: Asker): Pick<Asker, "actor" | "role"> {
  return role === undefined ? { actor } : { actor, role };
}

export function unreadable({ language }: Pick<Asker, "language">): Answer {
  return { status: 422, body: { outcome: "unreadable", text: language.texts.unreadable } };
}

export function tooMany({ language }: Pick<Asker, "language">, seconds: number): Answer {
  const text = language.texts.tooMany(String(seconds));
  return { status: 429, body: { outcome: "too-many", retryAfter: seconds, text } };
}

/** The header that goes with it. */
export function retryAfter({ body }: Answer): Record<string, string> {
  return typeof body.retryAfter === "number" ? { "Retry-After": String(body.retryAfter) } : {};
}

export function guest({ language }: Pick<Asker, "language">): Answer {
  return { status: 401, body: { outcome: "guest", text: language.texts.why.guest } };
}

function answerTo(asker: Asker, redeemed: Redeemed, nameOf: NameOf): Answer {
  const { texts } = asker.language;
  switch (redeemed.outcome) {
    case "redeemed": {
      const redemption = told(asker, redeemed.redemption, nameOf);
      const { text } = redemption;
      return redemption.state === "not-made"
        ? { status: 409, body: { outcome: "refused", because: "not-made", redemption, text } }
        : { status: 200, body: { outcome: "held", redemption, text } };
    }
    case "refused": {
      const { because } = redeemed.refusal;
      const missing = redeemed.refusal.because === "short" ? Number(redeemed.refusal.missing) : null;
      const text = wordsFor(asker, asker.shop.currency).refusal(redeemed.refusal);
      return { status: 409, body: { outcome: "refused", because, missing, text } };
    }
    case "key-reused":
      return { status: 422, body: { outcome: "key-reused", text: texts.keyReused } };
    case "nobody":
      return { status: 409, body: { outcome: "refused", because: "nobody", text: texts.why.nobody } };
  }
}

export type ToldView = RedemptionView & { title: string; text: string };

type NameOf = MembershipWords["nameOf"];

function told(asker: Asker, view: RedemptionView, nameOf: NameOf): ToldView {
  const words = wordsFor(asker, view.currency);
  return { ...view, title: nameOf("rewards", view.reward) ?? words.benefit(view), text: words.state(view) };
}

function wordsFor({ language, shop }: Asker, currency: string) {
  return rewardWords(language, { currency, timezone: shop.timezone });
}
