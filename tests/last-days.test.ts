import { expect, test } from "vitest";
import { why } from "../app/loyalty/explain.ts";
import { summarise, type MemberFacts } from "../app/loyalty/summarise.ts";
import { DAY, parseInstant } from "../app/loyalty/time.ts";
import { memberLines } from "../app/moving/formats.ts";
import { figure } from "../app/page-points.server.ts";
import { wordEntry } from "../app/texts/entry-words.ts";
import { formatsFor } from "../app/texts/formats.ts";
import { membershipWords } from "../app/texts/membership/membership-words.ts";
import { rewardLanguage } from "../app/texts/rewards/reward-texts.ts";
import { textsFor } from "../app/texts/texts.ts";
import { whyLanguage } from "../app/texts/why/why-language.ts";
import { whyWords } from "../app/texts/why/why-words.ts";
import { formatsFor as extensionFormats, type I18n } from "../extensions/perennial-shared/formats.ts";
import { PROGRAMME } from "./helpers/theme-page.ts";
import { member, said } from "./helpers/theme-sentences.ts";

/** The midnight in London that ends 1 May: the instant at which the points are gone. */
const GONE = "2027-05-01T23:00:00Z";
const NOW = parseInstant(GONE) - 20 * DAY;
const SHOP = { currency: "GBP", timezone: "Europe/London" };

const FACTS: MemberFacts = {
  ...{ available: 340n, held: 0n, owed: 0n, pending: [], tier: null, progress: null, birthday: null },
  ...{ out: false, redemptions: [], entries: [] },
  expiring: [{ points: 340n, at: parseInstant(GONE) }],
};
const summary = summarise(FACTS, NOW);
const [ending = { points: 0, at: "" }] = summary.expiring;

const explanation = { kind: "expire" as const, lot: "l", date: GONE, noticeAt: null };
const givenBack = {
  ...{ kind: "reinstate" as const, expiry: "expire:l:1", date: GONE, expired: "340", points: "340" },
  reason: "Sorry",
};
const transaction = {
  ...{ key: "k", memberId: "7", at: 0, cause: { eventId: "e", actor: "store" }, version: 1, seq: 1 },
  ...{ previousHash: "", hash: "", kind: "expire" as const, explanation, postings: [] },
};
const staff = formatsFor({ locale: "en", ...SHOP });

/** Dates as Shopify writes them in account, checkout and till, for somebody in the shop's zone. */
const platform = {
  formatDate: (date: Date, { inExtensionLocale: _, ...options } = {}) =>
    new Intl.DateTimeFormat("en", { timeZone: SHOP.timezone, ...options }).format(date),
} as I18n;

test.each<[surface: string, said: () => string]>([
  [
    "theme",
    () =>
      said("points-panel", {
        ...member({ expiring: summary.expiring }),
        ...{ programme: { ...PROGRAMME, noticeRequired: false }, now: new Date(NOW).toISOString() },
      }),
  ],
  ["page of the proxy", () => figure(summary, membershipWords(rewardLanguage(["en"]), SHOP)).text],
  [
    "account, checkout, till",
    () => extensionFormats(platform, { programme: null, language: "en" }).date(ending.at),
  ],
  ["receipt", () => why(transaction, whyWords(whyLanguage("en", SHOP)))],
  [
    "receipt, of what was given back",
    () => why({ ...transaction, kind: "adjust", explanation: givenBack }, whyWords(whyLanguage("en", SHOP))),
  ],
  [
    "entry in the admin",
    () => wordEntry({ kind: "expire", explanation, owed: null, dropped: null }, textsFor("en"), staff).reason,
  ],
  [
    "entry in the admin, of what was given back",
    () =>
      wordEntry({ kind: "adjust", explanation: givenBack, owed: null, dropped: null }, textsFor("en"), staff)
        .reason,
  ],
  ["lots and previews in the admin", () => staff.lastDay(parseInstant(GONE))],
  ["file for other apps", () => file()],
])("points that go with a midnight are told of by the day it ends: %s", (_, told) => {
  expect(told()).toMatch(/May 1, 2027|,2027-05-01,/);
});

function file(): string {
  const lot = { points: "340", earnedAt: NOW, expiresAt: parseInstant(GONE) };
  const leaving = {
    ...{ id: "7", email: null, available: "340", pending: "0", tier: null, tierUntil: null, birthday: null },
    ...{ referralCode: null, lots: [lot] },
  };
  return memberLines("csv", leaving, SHOP.timezone);
}
