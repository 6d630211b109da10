import { summariseProgramme } from "./loyalty/summarise-programme.ts";
import { summariseRewards } from "./loyalty/summarise-rewards.ts";
import type { LoyaltySummary, ProgrammeSummary } from "./loyalty/summary.ts";
import { leastCost } from "./loyalty/point-cost.ts";
import { toJsonNumber, type Points } from "./loyalty/points.ts";
import type { Programme, Reward } from "./loyalty/programme.ts";
import { formatInstant, type Instant } from "./loyalty/time.ts";
import { waysToEarn } from "./page-earning.server.ts";
import { page, type PageTerms } from "./page-frame.server.ts";
import { figure, ladder } from "./page-points.server.ts";
import { pointsShop } from "./page-rewards.server.ts";
import { guestStart } from "./rewards-page.server.ts";
import type { ShopRow } from "./db/shops.ts";
import { membershipWords } from "./texts/membership/membership-words.ts";
import { rewardLanguage } from "./texts/rewards/reward-texts.ts";
import type { RewardOffer, RewardOffers } from "./use-cases/rewards/list-rewards.ts";

/** What shoppers would see of a programme that is not published: whole documents, without any script. */
export interface PreviewPages {
  guest: string;
  /** A member made up: who could just have the cheapest reward. */
  member: string;
}

export interface PreviewTerms {
  programme: Programme;
  now: Instant;
  /** Of whoever looks, BCP 47. */
  locale: string;
}

/** The pages that the shop would show, drawn by the same code, of nobody's points. */
export async function previewPages(
  shop: ShopRow,
  { programme, now, locale }: PreviewTerms,
): Promise<PreviewPages> {
  const summary = summariseProgramme({ programme, version: 0 });
  const language = rewardLanguage([locale]);
  const terms: PageTerms = {
    asker: { shop, memberId: null, actor: "preview", language },
    ...{ prefix: "#", token: null, locale: null },
  };
  const words = membershipWords(
    language,
    { currency: programme.currency, timezone: shop.timezone },
    summary.texts,
  );
  const told = { terms, words };
  const { t } = words;
  const rules = waysToEarn(summary, { words, now });
  const member = madeUpMember(programme, summary, now);
  const guest = page(terms, {
    title: t.page.guestTitle,
    content: [
      guestStart(terms),
      rules,
      pointsShop(offersFor(programme, null), told),
      ladder(summary, null, words),
    ],
    isBelow: false,
  });
  const theirs = page(terms, {
    title: t.page.title,
    content: [
      figure(member, words),
      ladder(summary, member, words),
      pointsShop(
        offersFor(programme, { available: BigInt(member.balance), tier: member.tier?.id ?? null }),
        told,
      ),
      rules,
    ],
    isBelow: false,
  });
  return {
    guest: whole(await guest.text(), language.locale),
    member: whole(await theirs.text(), language.locale),
  };
}

/** Nothing in it can be clicked: it is looked at, not used. The theme's own colours are not known here. */
function whole(body: string, locale: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
.button { display: inline-block; padding: 10px 18px; border: 0; border-radius: 4px; color: #fff; background: #1a1a1a; font: inherit; text-decoration: none; }
</style></head><body inert>${body}</body></html>`;
}

function madeUpMember(programme: Programme, summary: ProgrammeSummary, now: Instant): LoyaltySummary {
  const costs = programme.rewards.filter(({ tiers }) => tiers === null).map(leastCost);
  const cheapest = costs.reduce<Points | null>(
    (least, cost) => (least === null || cost < least ? cost : least),
    null,
  );
  const [first, second] = summary.tiers;
  return {
    v: 2,
    balance: toJsonNumber(cheapest ?? 100n),
    pending: { points: 0, next: [] },
    ...{ held: 0, owed: 0 },
    tier: first === undefined ? null : { id: first.id, name: first.name },
    progress:
      first === undefined
        ? null
        : {
            value: "0",
            percent: 0,
            next: second === undefined ? null : { id: second.id, missing: second.at },
            keep: null,
          },
    ...{ expiring: [], birthday: null, out: false, redemptions: [], history: [], older: false },
    updatedAt: formatInstant(now),
  };
}

function offersFor(
  programme: Programme,
  member: { available: Points; tier: string | null } | null,
): RewardOffers {
  const rewards = summariseRewards(programme).map((summary, place): RewardOffer => {
    const reward = programme.rewards[place];
    if (member === null || reward === undefined)
      return { ...summary, reachable: false, why: "guest", missing: null };
    return { ...summary, ...reachOf(reward, member) };
  });
  return {
    available: member === null ? null : toJsonNumber(member.available),
    currency: programme.currency,
    rewards,
  };
}

function reachOf(
  reward: Reward,
  { available, tier }: { available: Points; tier: string | null },
): Pick<RewardOffer, "reachable" | "why" | "missing"> {
  if (reward.tiers !== null && !(tier !== null && reward.tiers.includes(tier)))
    return { reachable: false, why: "not-this-tier", missing: null };
  const missing = leastCost(reward) - available;
  if (missing > 0n) return { reachable: false, why: "short", missing: toJsonNumber(missing) };
  return { reachable: true, why: null, missing: null };
}
