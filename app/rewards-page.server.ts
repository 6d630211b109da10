import type { ProgrammeSummary } from "./loyalty/summary.ts";
import { markup, type Content } from "./markup.server.ts";
import { listVersions } from "./db/programmes.ts";
import { addressOf, button, form, page, part, type PageTerms } from "./page-frame.server.ts";
import { waysToEarn } from "./page-earning.server.ts";
import { history } from "./page-history.server.ts";
import { figure, ladder } from "./page-points.server.ts";
import { preferences } from "./page-preferences.server.ts";
import { pointsShop, redemptionList } from "./page-rewards.server.ts";
import { membershipWords, type MembershipWords } from "./texts/membership/membership-words.ts";
import type { CountClaimable } from "./use-cases/membership/count-claimable.ts";
import { recountHistory } from "./use-cases/membership/recount-history.ts";
import { showAccount, type Account } from "./use-cases/membership/show-account.ts";
import { summariseMember } from "./use-cases/membership/summarise-member.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import { listRedemptions } from "./use-cases/rewards/list-redemptions.ts";
import { listRewardsFor } from "./use-cases/rewards/list-rewards.ts";
import type { Services } from "./use-cases/services.ts";

export interface PageServices {
  services: Services;
  countClaimable: CountClaimable;
}

/** Everything on one page: for themes that have no block of ours, and for whoever has no scripts. */
export async function rewardsPage(
  at: PageServices,
  terms: PageTerms,
  said: string | null,
): Promise<Response> {
  const { services } = at;
  const { shop, memberId, account: signedInAs } = terms.asker;
  const programme = programmeSummaryOf(await listVersions(services.db.sql, shop.id), services.clock());
  const words = wordsFor(terms, programme);
  const offers = await listRewardsFor(services, shop, memberId);
  const told = { terms, words };
  const { t } = words;
  const none = markup`<p class="perennial-note">${t.page.noProgramme}</p>`;
  const paused = programme?.paused === true ? markup`<p class="perennial-note">${t.page.paused}</p>` : null;
  const rules = programme === null ? none : waysToEarn(programme, { words, now: services.clock() });
  if (memberId === null) {
    const steps = programme === null ? null : ladder(programme, null, words);
    const content = [guestStart(terms), paused, rules, pointsShop(offers, told), steps];
    return page(terms, { title: t.page.guestTitle, said, content, isBelow: false });
  }
  const [member, redemptions, recounted, account] = await Promise.all([
    summariseMember(services, shop, memberId),
    listRedemptions(services, shop, memberId, { account: signedInAs ?? memberId }),
    recountHistory(services, shop, memberId),
    showAccount(services, shop, { memberId, countClaimable: at.countClaimable }),
  ]);
  const open = redemptions.filter(
    ({ state }) => state === "ready" || state === "making" || state === "waiting",
  );
  const content = [
    comeBack(account, terms),
    paused,
    figure(member, words),
    open.length === 0 ? null : part(t.page.underWay, redemptionList(open, told)),
    programme === null ? null : ladder(programme, member, words),
    pointsShop(offers, told),
    rules,
    history(recounted, { ...told, rewards: offers.rewards }),
    markup`<div class="perennial-panel perennial-pair">${preferences(account, told)}</div>`,
  ];
  return page(terms, { title: t.page.title, said, content, isBelow: false });
}

/** What a member tells of themselves, on a page of its own. */
export async function preferencesPage(
  { services, countClaimable }: PageServices,
  terms: PageTerms,
  said: string | null,
): Promise<Response> {
  const { shop, memberId } = terms.asker;
  if (memberId === null) return signInPage(terms);
  const words = wordsFor(terms, null);
  const account = await showAccount(services, shop, { memberId, countClaimable });
  const content = [comeBack(account, terms), preferences(account, { terms, words })];
  return page(terms, { title: words.t.page.preferences, said, content });
}

/** Asks once more before somebody leaves. */
export function leavePage(terms: PageTerms): Response {
  const { page: t } = terms.asker.language.own;
  if (terms.asker.memberId === null) return signInPage(terms);
  const stay = markup`<a class="perennial-link" href="${addressOf(terms, "")}">${t.back}</a>`;
  const content = markup`<p>${t.leaveConfirm}</p>${form(terms, { action: "/leave" }, markup`<div class="perennial-actions">${button(t.leaveButton, "quiet")}${stay}</div>`)}`;
  return page(terms, { title: t.leaveLink, content, isBelow: false });
}

/** Asks once more before a product is shown no more, for those who have no scripts. */
export function refusePage(terms: PageTerms, pick: string): Response {
  const { page: t } = terms.asker.language.own;
  if (terms.asker.memberId === null) return signInPage(terms);
  const back = markup`<a class="perennial-link" href="${addressOf(terms, "")}">${t.back}</a>`;
  const asks = { action: "/refuse", fields: { pick } };
  const content = form(
    terms,
    asks,
    markup`<div class="perennial-actions">${button(t.refuseButton, "quiet")}${back}</div>`,
  );
  return page(terms, {
    title: t.picks,
    content: [markup`<p>${t.refuseConfirm}</p>`, content],
    isBelow: false,
  });
}

/** `why` says what signing in is needed for, where it is more than to see one's points. */
export function signInPage(terms: PageTerms, why?: string): Response {
  const { own } = terms.asker.language;
  return page(terms, { title: own.page.title, content: guestStart(terms, why), status: 401 });
}

export function guestStart(terms: PageTerms, why?: string): Content {
  const { page: t } = terms.asker.language.own;
  return markup`<section class="perennial-hero">
<p>${why ?? t.guest}</p>
<p class="perennial-actions"><a class="button perennial-action" href="/account/login">${t.signIn}</a><a class="perennial-link" href="/account/register">${t.register}</a></p>
</section>`;
}

function comeBack({ out, blocked }: Account, terms: PageTerms): Content {
  const { page: t } = terms.asker.language.own;
  if (blocked) return part(t.blockedTitle, markup`<p>${t.blockedText}</p>`, "blocked");
  if (!out) return null;
  return part(
    t.outTitle,
    markup`<p>${t.outText}</p>${form(terms, { action: "/join" }, button(t.join))}`,
    "join",
  );
}

function wordsFor({ asker }: PageTerms, programme: ProgrammeSummary | null): MembershipWords {
  const { shop, language } = asker;
  const currency = programme?.currency ?? shop.currency;
  return membershipWords(language, { currency, timezone: shop.timezone }, programme?.texts);
}
