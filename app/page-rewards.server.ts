import { attribute, markup, type Content, type Markup } from "./markup.server.ts";
import { addressOf, button, form, part, type PageTerms } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { rewardWords, type RewardWords } from "./texts/rewards/reward-words.ts";
import type { RewardOffer, RewardOffers } from "./use-cases/rewards/list-rewards.ts";
import type { RedemptionView } from "./use-cases/rewards/redemption-view.ts";

interface Told {
  terms: PageTerms;
  words: MembershipWords;
}

/** What was redeemed and is still to be used, each with what to do. */
export function redemptionList(redemptions: readonly RedemptionView[], { terms, words }: Told): Markup {
  return markup`<ul class="perennial-cards">${redemptions.map((view) => redemption(view, { terms, words }))}</ul>`;
}

function redemption(view: RedemptionView, { terms, words }: Told): Markup {
  const { texts } = terms.asker.language;
  const inWords = rewardWords(terms.asker.language, { ...terms.asker.shop, currency: view.currency });
  const own = words.nameOf("rewards", view.reward);
  const title = own === null ? inWords.benefit(view) : inWords.named(own, view.minimum);
  const code = view.code === null ? null : markup`<p><code class="perennial-code">${view.code}</code></p>`;
  const cancel = view.canCancel
    ? form(terms, { action: "/cancel", fields: { redemption: view.id } }, button(texts.page.cancel, "quiet"))
    : null;
  return markup`<li class="perennial-redemption">
<h3 class="perennial-name">${title}</h3>${code}<p class="perennial-small">${inWords.state(view)}</p>${cancel}</li>`;
}

/** The points shop: what can be had first, then what takes the fewest points more. */
export function pointsShop(offers: RewardOffers, { terms, words }: Told): Content {
  const { page } = words.t;
  if (offers.rewards.length === 0)
    return part(page.shop, markup`<p class="perennial-soft">${page.shopEmpty}</p>`);
  const inWords = rewardWords(terms.asker.language, { ...terms.asker.shop, currency: offers.currency });
  const cards = offers.rewards
    .toSorted((a, b) => rank(a) - rank(b) || Number(a.missing ?? 0) - Number(b.missing ?? 0))
    .map((offer) => card(offer, { terms, words, inWords, currency: offers.currency }));
  return part(page.shop, markup`<ul class="perennial-cards">${cards}</ul>`, "rewards");
}

function rank({ reachable, why }: RewardOffer): number {
  if (reachable) return 0;
  return why === "short" || why === "guest" ? 1 : 2;
}

function card(
  offer: RewardOffer,
  { terms, words, inWords, currency }: Told & { inWords: RewardWords; currency: string },
): Markup {
  const own = words.nameOf("rewards", offer.id);
  const title = own === null ? inWords.benefit(offer) : inWords.named(own, offer.minimum);
  return markup`<li class="perennial-reward">
<div>
<h3 class="perennial-name">${title}</h3>
<p class="perennial-soft">${costOf(offer, words, currency)}</p>
</div>
<div class="perennial-foot">
<span class="perennial-small">${stateOf(offer, words, inWords)}</span>${offer.reachable ? use(offer, terms) : null}</div>
</li>`;
}

function costOf({ cost, costPer, kind }: RewardOffer, words: MembershipWords, currency: string): string {
  const { page } = words.t;
  if (cost !== null) return words.fill(page.cost, { points: words.points(cost) });
  const unit = kind === "percent" ? words.percent(1) : oneOf(currency, words);
  return words.fill(page.costPer, { points: words.points(costPer ?? 0), unit });
}

function oneOf(currency: string, { f }: MembershipWords): string {
  const decimals = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return f.money((1).toFixed(decimals.maximumFractionDigits));
}

/** In words and not by colour; a guest was told once already to sign in. */
function stateOf(
  { reachable, why, missing }: RewardOffer,
  words: MembershipWords,
  inWords: RewardWords,
): string {
  const { page } = words.t;
  if (reachable) return page.reachable;
  if (why === "guest") return "";
  if (why === "short") return words.fill(page.missing, { points: words.points(missing ?? 0) });
  return inWords.refusal({ because: why ?? "not-now", missing });
}

/** Leads to a page that asks once more. */
function use({ id, cost }: RewardOffer, terms: PageTerms): Markup {
  const { texts } = terms.asker.language;
  const name = texts.page.redeem;
  if (cost !== null) {
    const address = addressOf(terms, "/redeem", { reward: id });
    return markup`<a class="button perennial-action" href="${address}">${name}</a>`;
  }
  return unitsForm(id, { terms, typed: "1" });
}

/** Asks how much of a reward; `fault` is what is wrong with what was typed, which stands in the field again. */
export function unitsForm(
  id: string,
  { terms, typed, fault }: { terms: PageTerms; typed: string; fault?: string },
): Markup {
  const { texts } = terms.asker.language;
  const locale =
    terms.locale === null ? null : markup`<input type="hidden" name="locale" value="${terms.locale}">`;
  const label =
    fault === undefined
      ? markup`<span class="perennial-hidden">${texts.why.wrongUnits}</span>`
      : markup`<span class="perennial-small">${fault}</span>`;
  return markup`<form class="perennial-fields" action="${terms.prefix}/redeem">
<input type="hidden" name="reward" value="${id}">${locale}<label class="perennial-field">${label}<input type="number" name="units" value="${typed}" min="1" step="1" inputmode="numeric"${attribute('aria-invalid="true"', fault !== undefined)}></label>${button(texts.page.redeem)}</form>`;
}
