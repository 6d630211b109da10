import { wordsOf } from "./asker-words.server.ts";
import { codeImages } from "./code-images.server.ts";
import { listVersions } from "./db/programmes.ts";
import { findStandingMember } from "./db/memberships.ts";
import type { LoyaltySummary } from "./loyalty/summary.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";
import { ownNames } from "./texts/why/own-names.ts";
import { whyLanguage } from "./texts/why/why-language.ts";
import { whyNotReasons } from "./texts/why/why-not-words.ts";
import type { CountClaimable } from "./use-cases/membership/count-claimable.ts";
import { groupedCode, memberCodeOf, memberIdIn } from "./use-cases/membership/member-code.ts";
import { showAccount } from "./use-cases/membership/show-account.ts";
import { showOrder, type OrderPoints } from "./use-cases/membership/show-order.ts";
import { summariseMember } from "./use-cases/membership/summarise-member.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import type { RewardOffer } from "./use-cases/rewards/list-rewards.ts";
import type { Services } from "./use-cases/services.ts";
import { guest, type Answer, type Asker } from "./reward-answers.server.ts";

/** Who is somebody. */
export type Known = Asker & { memberId: string };

/** The points of whoever asks, as they are this moment. */
export async function tellMember(services: Services, asker: Asker): Promise<Answer> {
  const words = await wordsOf(services, asker);
  if (asker.memberId === null) return { status: 200, body: { member: null, text: words.t.page.guest } };
  const member = await summariseMember(services, asker.shop, asker.memberId);
  return { status: 200, body: { member, text: haveText(words, member) } };
}

function haveText({ t, fill, points }: MembershipWords, member: LoyaltySummary | null): string {
  return member === null ? t.answers.nobody : fill(t.answers.have, { points: points(member.balance) });
}

/** What everybody may see; null where no programme is in force. */
export async function tellProgramme(services: Services, { shop, language }: Asker): Promise<Answer> {
  const versions = await listVersions(services.db.sql, shop.id);
  const programme = programmeSummaryOf(versions, services.clock());
  const { page } = language.own;
  return { status: 200, body: { programme, text: programme === null ? page.noProgramme : page.guestTitle } };
}

export async function tellAccount(
  services: Services,
  asker: Known,
  countClaimable: CountClaimable,
): Promise<Answer> {
  const { shop, memberId, language } = asker;
  const account = await showAccount(services, shop, { memberId, countClaimable });
  const { blockedText, outText, messagesWhy } = language.own.page;
  const text = account.blocked ? blockedText : account.out ? outText : messagesWhy;
  return { status: 200, body: { ...account, text } };
}

/** What an order brought its member, and what is next. */
export async function tellOrder(services: Services, asker: Known, order: string | null): Promise<Answer> {
  const [, id] = /^(?:gid:\/\/shopify\/(?:Order|OrderIdentity)\/)?(\d{1,18})$/.exec(order ?? "") ?? [];
  const words = await wordsOf(services, asker);
  if (id === undefined)
    return { status: 422, body: { outcome: "unreadable", text: asker.language.texts.unreadable } };
  const { shop, memberId } = asker;
  const found = await showOrder(services, shop, { memberId, orderId: id });
  const { state } = found;
  const points = found.state === "known" ? found.points : 0;
  const availableAt = found.state === "known" ? found.availableAt : null;
  const next = found.next === null ? null : nextTold(asker, words, found.next);
  return { status: 200, body: { state, points, availableAt, text: orderText(asker, words, found), next } };
}

function orderText({ shop, language }: Asker, words: MembershipWords, found: OrderPoints): string {
  const { order } = words.t;
  switch (found.state) {
    case "unknown":
      return order.unknown;
    case "nothing": {
      if (found.why === null || found.why.reasons.length === 0) return order.nothing;
      const spoken = whyLanguage(language.locale, { ...shop, reader: "shopper" });
      const reasons = whyNotReasons(found.why, spoken, ownNames(words.nameOf));
      return `${order.nothing} ${reasons.join(" ")}`;
    }
    case "known": {
      const points = words.points(found.points);
      if (found.availableAt === null) return words.fill(order.earned, { points });
      const date = words.f.date(Date.parse(found.availableAt));
      return words.fill(order.earnedLater, { points, date });
    }
  }
}

function nextTold({ shop, language }: Asker, words: MembershipWords, offer: RewardOffer) {
  const title = words.nameOf("rewards", offer.id) ?? rewardWords(language, shop).benefit(offer);
  const text = words.fill(words.t.order.next, { points: words.points(offer.missing ?? 0), reward: title });
  return { title, missing: offer.missing, text };
}

/** What a member shows at the till. */
export async function tellCard({ shop, memberId, language }: Known): Promise<Answer> {
  const code = memberCodeOf(shop, memberId);
  const images = await codeImages(code);
  return { status: 200, body: { code: groupedCode(code), ...images, text: language.own.card.intro } };
}

/** Whose card was shown to staff. */
export async function tellHolder(services: Services, asker: Asker, code: string): Promise<Answer> {
  const { shop, language } = asker;
  const shown = memberIdIn(shop, code);
  const memberId = shown === null ? null : await findStandingMember(services.db.sql, shop.id, shown);
  if (memberId === null)
    return { status: 404, body: { outcome: "unknown-code", text: language.own.answers.unknownCode } };
  const { body } = await tellMember(services, { ...asker, memberId });
  return { status: 200, body: { customer: memberId, ...body } };
}

/** Only the customers themselves may; staff are told so. */
export function ownOnly(asker: Asker): Answer {
  if (asker.memberId === null) return guest(asker);
  return { status: 403, body: { outcome: "own-only", text: asker.language.own.answers.ownOnly } };
}

/** Staff whose role does not let them spend or give back a customer's points. */
export function notAllowedAtTill({ language }: Asker): Answer {
  return { status: 403, body: { outcome: "not-allowed", text: language.own.answers.notAllowed } };
}

export function isKnown(asker: Asker): asker is Known {
  return asker.memberId !== null;
}
