import { isMonthDay } from "./loyalty/birthday.ts";
import type { LoyaltySummary } from "./loyalty/summary.ts";
import { wordsOf } from "./asker-words.server.ts";
import { ownOnly, type Known } from "./member-answers.server.ts";
import {
  readBirthday,
  readFeedback,
  readPreferences,
  readRefusal,
  saysNothingElse,
} from "./member-input.server.ts";
import { cancel, redeem, unreadable, type Answer } from "./reward-answers.server.ts";
import { readCancel, readRedeem, type Sent } from "./reward-input.server.ts";
import { receiveFeedback } from "./use-cases/feedback/receive-feedback.ts";
import type { CountClaimable } from "./use-cases/membership/count-claimable.ts";
import { chooseMessages } from "./use-cases/membership/choose-messages.ts";
import { claimOrders, type Claimed } from "./use-cases/membership/claim-orders.ts";
import { leaveOrJoin } from "./use-cases/membership/leave-or-join.ts";
import { noteBirthday, type BirthdayNoted } from "./use-cases/membership/note-birthday.ts";
import { summariseMember } from "./use-cases/membership/summarise-member.ts";
import { choosePicks } from "./use-cases/picks/choose-picks.ts";
import { refusePick } from "./use-cases/picks/refuse-pick.ts";
import type { Services } from "./use-cases/services.ts";

export interface DeedTerms {
  services: Services;
  countClaimable: CountClaimable;
}

type Fields = Sent["fields"];

interface Deed {
  /** Staff may do it for the customer whom they name. */
  forStaff: boolean;
  /** Where a form that names no page of its own leads: below the shop's address of these pages. */
  page: string;
  /** null for what can not be understood. */
  does(terms: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null>;
}

/** Everything that can be done at the doors of the shop's pages and of the extensions. */
const DEEDS = {
  redeem: { forStaff: true, page: "/redemptions", does: doRedeem },
  cancel: { forStaff: true, page: "/redemptions", does: doCancel },
  birthday: { forStaff: false, page: "/preferences", does: doBirthday },
  preferences: { forStaff: false, page: "/preferences", does: doPreferences },
  refuse: { forStaff: false, page: "", does: doRefuse },
  feedback: { forStaff: false, page: "/feedback", does: doFeedback },
  leave: { forStaff: false, page: "/preferences", does: doLeave },
  join: { forStaff: false, page: "", does: doJoin },
  claim: { forStaff: false, page: "/preferences", does: doClaim },
} satisfies Record<string, Deed>;

export type DeedName = keyof typeof DEEDS;

export function isDeed(name: string): name is DeedName {
  return Object.hasOwn(DEEDS, name);
}

export function pageAfter(name: DeedName): string {
  return DEEDS[name].page;
}

/**
 * Does it and answers with what the member has after it, so that a page needs one request for an action; and with the
 * shop's zone, in which the page around it writes its dates.
 */
export async function perform(
  terms: DeedTerms,
  asker: Known,
  { name, fields }: { name: DeedName; fields: Fields },
): Promise<Answer> {
  const deed: Deed = DEEDS[name];
  if (!deed.forStaff && asker.actor !== "shopper") return ownOnly(asker);
  const answer = await deed.does(terms, asker, fields);
  if (answer === null) return unreadable(asker);
  const member = await summariseMember(terms.services, asker.shop, asker.memberId);
  const { timezone } = asker.shop;
  return { ...answer, body: { ...answer.body, ...madeIn(member, answer), member, timezone } };
}

/** Of what was redeemed, how the summary shows it; null where it is none of what is open. */
function madeIn(member: LoyaltySummary | null, { body }: Answer): object {
  const { redemption } = body;
  if (typeof redemption !== "object" || redemption === null || !("id" in redemption)) return {};
  return { made: member?.redemptions.find(({ id }) => id === redemption.id) ?? null };
}

async function doRedeem({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readRedeem(fields);
  return input === null ? null : redeem(services, asker, input);
}

async function doCancel({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readCancel(fields);
  return input === null ? null : cancel(services, asker, input);
}

async function doBirthday({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readBirthday(fields);
  if (input === null) return null;
  const { shop, memberId, actor, language } = asker;
  if (!isMonthDay(input))
    return { status: 409, body: { outcome: "birthday-no-day", text: language.own.answers.birthdayNoDay } };
  const noted = await noteBirthday(services, shop, { memberId, actor, ...input });
  return birthdayAnswer(noted, await wordsOf(services, asker));
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

function birthdayAnswer(noted: BirthdayNoted, { t, f, fill }: Words): Answer {
  const { answers } = t;
  switch (noted.outcome) {
    case "noted": {
      const { countsAt } = noted;
      const text =
        countsAt === null ? answers.birthdayOnly : fill(answers.birthday, { date: f.date(countsAt) });
      const at = countsAt === null ? null : new Date(countsAt).toISOString();
      return { status: 200, body: { outcome: "birthday", countsAt: at, text } };
    }
    case "not-asked":
      return { status: 409, body: { outcome: "birthday-not-asked", text: answers.birthdayNotAsked } };
    case "nobody":
      return { status: 409, body: { outcome: "nobody", text: answers.nobody } };
  }
}

async function doPreferences({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readPreferences(fields);
  if (input === null) return null;
  const { shop, memberId, language } = asker;
  const { answers } = language.own;
  let answer: Answer = { status: 409, body: { outcome: "nobody", text: answers.nobody } };
  if (input.recommendations !== undefined) {
    const wanted = input.recommendations;
    const { outcome } = await choosePicks(services, shop, { memberId, wanted });
    const text = wanted ? answers.picksOn : answers.picksOff;
    if (outcome === "saved")
      answer = { status: 200, body: { outcome: wanted ? "picks-on" : "picks-off", text } };
  }
  if (input.messages !== undefined) {
    const wanted = input.messages;
    const { outcome } = await chooseMessages(services, shop, { memberId, wanted });
    const text = wanted ? answers.messagesOn : answers.messagesOff;
    if (outcome === "saved")
      answer = { status: 200, body: { outcome: wanted ? "messages-on" : "messages-off", text } };
  }
  return answer;
}

async function doRefuse({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readRefusal(fields);
  if (input === null) return null;
  const { shop, memberId, language } = asker;
  const { answers } = language.own;
  const { outcome } = await refusePick(services, shop, { memberId, ...input });
  if (outcome === "refused-pick") return { status: 200, body: { outcome, text: answers.pickRefused } };
  return {
    status: 409,
    body: { outcome, text: outcome === "nobody" ? answers.nobody : answers.pickUnknown },
  };
}

async function doFeedback({ services }: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  const input = readFeedback(fields);
  if (input === null) return null;
  const { shop, memberId, language } = asker;
  const { answers } = language.own;
  const { outcome } = await receiveFeedback(services, shop, { source: "form", memberId, ...input });
  switch (outcome) {
    case "received":
    case "known-already":
      return { status: 200, body: { outcome: "feedback", text: answers.feedback } };
    case "empty":
      return { status: 409, body: { outcome: "feedback-empty", text: answers.feedbackEmpty } };
    case "too-often":
      return { status: 429, body: { outcome: "feedback-too-often", text: answers.feedbackTooOften } };
    case "nobody":
      return { status: 409, body: { outcome, text: answers.nobody } };
  }
}

function doLeave(terms: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  return comeOrGo(terms, asker, { kind: "leave", fields });
}

function doJoin(terms: DeedTerms, asker: Known, fields: Fields): Promise<Answer | null> {
  return comeOrGo(terms, asker, { kind: "join", fields });
}

async function comeOrGo(
  { services }: DeedTerms,
  { shop, memberId, actor, language }: Known,
  { kind, fields }: { kind: "leave" | "join"; fields: Fields },
): Promise<Answer | null> {
  if (!saysNothingElse(fields)) return null;
  const { outcome } = await leaveOrJoin(services, shop, { memberId, actor, kind });
  if (outcome === "too-often") return { status: 429, body: { outcome, text: language.own.answers.tooOften } };
  if (outcome === "blocked")
    return { status: 409, body: { outcome: "shut-out", text: language.own.answers.blocked } };
  return { status: outcome === "nobody" ? 409 : 200, body: { outcome, text: language.own.answers[outcome] } };
}

async function doClaim(
  { services, countClaimable }: DeedTerms,
  asker: Known,
  fields: Fields,
): Promise<Answer | null> {
  if (!saysNothingElse(fields)) return null;
  const claimed = await claimOrders(services, asker.shop, asker.memberId);
  countClaimable.forget(asker.shop, asker.memberId);
  return claimAnswer(claimed, await wordsOf(services, asker));
}

function claimAnswer(claim: Claimed, { t, f, fill, counted }: Words): Answer {
  const { answers } = t;
  switch (claim.outcome) {
    case "claimed": {
      const { found, claimed } = claim;
      const some = { claimed: f.count(claimed), found: f.count(found) };
      const text = found === claimed ? counted(answers.claimed, claimed) : fill(answers.claimedSome, some);
      return { status: 200, body: { outcome: "claimed", found, claimed, text } };
    }
    case "none":
      return { status: 200, body: { outcome: "claim-none", found: 0, claimed: 0, text: answers.claimNone } };
    case "unverified":
      return { status: 409, body: { outcome: "claim-unverified", text: answers.claimUnverified } };
    case "out":
      return { status: 409, body: { outcome: "claim-out", text: answers.claimOut } };
    case "blocked":
      return { status: 409, body: { outcome: "shut-out", text: answers.blocked } };
    case "unavailable":
      return { status: 503, body: { outcome: "unavailable", text: answers.unavailable } };
  }
}
