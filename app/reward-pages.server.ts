import { randomUUID } from "node:crypto";
import type { RewardSummary, Whole } from "./loyalty/summary.ts";
import { markup } from "./markup.server.ts";
import { addressOf, button, form, page, type PageTerms } from "./page-frame.server.ts";
import { redemptionList, unitsForm } from "./page-rewards.server.ts";
import type { Answer } from "./reward-answers.server.ts";
import { signInPage } from "./rewards-page.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";
import type { RedemptionView } from "./use-cases/rewards/redemption-view.ts";

/** Asks once more before points are used, for those who have no scripts. */
export function confirmPage(
  terms: PageTerms,
  words: MembershipWords,
  { body, asked }: { body: Answer["body"]; asked: URLSearchParams },
): Response {
  const { asker } = terms;
  const { texts } = asker.language;
  if (asker.memberId === null) return signInPage(terms, texts.why.guest);
  const rewards = body.rewards as (RewardSummary & { title: string; text: string | null })[];
  const reward = rewards.find(({ id }) => id === asked.get("reward"));
  if (reward === undefined) return messagePage(terms, { status: 404, text: texts.why.unknownReward });
  if (reward.text !== null) return messagePage(terms, { status: 200, text: reward.text });
  const units = /^[1-9]\d{0,11}$/.exec(asked.get("units") ?? "")?.[0] ?? null;
  const fault = reward.cost === null ? unitsFault(terms, { body, reward, units }) : null;
  if (fault !== null) {
    const content = unitsForm(reward.id, { terms, typed: asked.get("units") ?? "", fault });
    return page(terms, { title: texts.page.confirmTitle, content });
  }
  const cost = units === null ? reward.cost : BigInt(units) * BigInt(reward.costPer ?? 0);
  if (cost === null || cost === 0n) return messagePage(terms, { status: 200, text: texts.why.wrongUnits });
  const value = units === null ? reward.value : units;
  const inWords = rewardWords(asker.language, asker.shop);
  const own = units === null ? words.nameOf("rewards", reward.id) : null;
  const benefit =
    own === null
      ? inWords.benefit({ kind: reward.kind, value, minimum: reward.minimum })
      : inWords.named(own, reward.minimum);
  const fields = {
    reward: reward.id,
    key: randomUUID(),
    units: units ?? "",
    return_to: asked.get("return_to") ?? "",
  };
  const back = markup`<a class="perennial-link" href="${addressOf(terms, "")}">${words.t.page.back}</a>`;
  return page(terms, {
    title: texts.page.confirmTitle,
    content: markup`<p>${texts.page.confirm(benefit, words.points(cost))}</p>${form(terms, { action: "/redeem", fields }, markup`<div class="perennial-actions">${button(texts.page.redeem)}${back}</div>`)}`,
    isBelow: false,
  });
}

/** What is wrong with how much was asked for; null where nothing is. */
function unitsFault(
  { asker }: PageTerms,
  { body, reward, units }: { body: Answer["body"]; reward: RewardSummary; units: string | null },
): string | null {
  const { language, shop } = asker;
  if (units === null) return language.texts.why.wrongUnits;
  const { available } = body.member as { available: Whole };
  const missing = BigInt(units) * BigInt(reward.costPer ?? 0) - BigInt(available);
  return missing > 0n ? rewardWords(language, shop).refusal({ because: "short", missing }) : null;
}

/** What was redeemed, and what came of the form that led here. */
export function redemptionsPage(
  terms: PageTerms,
  words: MembershipWords,
  { redemptions, said }: { redemptions: readonly RedemptionView[]; said: string | null },
): Response {
  const { texts } = terms.asker.language;
  const content =
    redemptions.length === 0
      ? markup`<p class="perennial-soft">${texts.page.none}</p>`
      : redemptionList(redemptions, { terms, words });
  return page(terms, { title: texts.page.listTitle, said, content });
}

export function messagePage(
  terms: PageTerms,
  { status, text, headers = {} }: { status: number; text: string; headers?: Record<string, string> },
): Response {
  const { texts } = terms.asker.language;
  const list = markup`<p>
<a class="perennial-link" href="${addressOf(terms, "/redemptions")}">${texts.page.listTitle}</a>
</p>`;
  const title = terms.asker.language.own.page.title;
  return page(terms, { title, said: text, content: list, status, headers });
}
