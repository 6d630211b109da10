import { describe, expect, test } from "vitest";
import { why } from "../../loyalty/explain.ts";
import type { Explanation } from "../../loyalty/explanation.ts";
import type { Account, LedgerTransaction, Posting } from "../../loyalty/ledger.ts";
import type { WhyNot, WhyNotReason } from "../../loyalty/why-not.ts";
import { fill, LANGUAGES, whyLanguage, type WhyLanguage } from "./why-language.ts";
import { whyNotSentence } from "./why-not-words.ts";
import { whyWords } from "./why-words.ts";

const TERMS = { currency: "GBP", timezone: "Europe/London" };
const names = Object.keys(LANGUAGES);
const languageOf = (name: string) => whyLanguage(name, TERMS);

const DATE = "2026-03-01T00:00:00Z";
const bonuses = [{ rule: "thanks", points: "10" }];
const earning = {
  kind: "order",
  currency: "GBP",
  value: "165.50",
  terms: [
    {
      value: "120.00",
      points: "1",
      per: "1.00",
      multipliers: [{ rule: "summer", times: "2" }],
      tier: { id: "silver", times: "1.25" },
      earned: "300",
    },
    { value: "45.50", points: "1", per: "2.00", multipliers: [], tier: null, earned: "22.75" },
  ],
  sum: "322.75",
  ratePoints: "322",
  bonuses: [{ rule: "big-basket", points: "50" }],
  firstOrder: [{ rule: "first", points: "100" }],
  lines: [],
} as const;
const nothing = { ...earning, terms: [], sum: "0", ratePoints: "0", bonuses: [], firstOrder: [] };
const ofOrder = {
  kind: "order",
  order: "1",
  name: "#1001",
  entitlement: "472",
  difference: "472",
  posted: "0",
} as const;

/** One of every kind, and of every way in which a kind is told. */
const EXPLANATIONS: Record<string, Explanation> = {
  order: { ...ofOrder, because: "order", firstOrder: true, earning: structuredClone(earning) as never },
  "order again": { ...ofOrder, posted: "1", because: "order", firstOrder: false, earning: nothing as never },
  "became first": { ...ofOrder, because: "first-order", firstOrder: true, earning: null },
  "no longer first": {
    ...ofOrder,
    difference: "-100",
    because: "first-order",
    firstOrder: false,
    earning: null,
  },
  "left customer": { ...ofOrder, because: "left-customer", firstOrder: false, earning: null },
  waits: { ...ofOrder, because: "waits", firstOrder: false, earning: null },
  "does not count": { ...ofOrder, because: "does-not-count", firstOrder: false, earning: null },
  vest: { kind: "vest", order: "1", name: "#1001", processedAt: DATE, pendingDays: 14 },
  "vest at once": { kind: "vest", order: "1", name: "#1001", processedAt: DATE, pendingDays: 0 },
  activity: { kind: "activity", activity: "review", bonuses },
  signup: { kind: "signup", bonuses },
  birthday: { kind: "birthday", bonuses },
  adjust: { kind: "adjust", reason: "", points: "-5" },
  "adjust with a reason": { kind: "adjust", reason: "goodwill", points: "5" },
  import: { kind: "import", source: "Smile" },
  reinstate: {
    kind: "reinstate",
    expiry: "expire:l:1",
    date: DATE,
    expired: "9",
    points: "5",
    reason: "goodwill",
  },
  expire: { kind: "expire", lot: "l", date: DATE, noticeAt: null },
  hold: { kind: "hold", reward: "five-off", cost: "500", endsAt: null },
  "hold until": { kind: "hold", reward: "five-off", cost: "500", endsAt: DATE },
  "release: cancelled": { kind: "release", reward: "five-off", because: "cancelled" },
  "release: code ended": { kind: "release", reward: "five-off", because: "code-ended" },
  "release: not made": { kind: "release", reward: "five-off", because: "not-made" },
  take: { kind: "take", reward: "five-off", cost: "500", order: "1", name: "#1001", late: false },
  "take late": { kind: "take", reward: "five-off", cost: "500", order: "1", name: "#1001", late: true },
  granted: { kind: "take", reward: "credit", cost: "500", order: null, name: "", late: false },
  "come back": { kind: "come-back", reward: "five-off", order: "1", name: "#1001" },
  "merge out": { kind: "merge-out", kept: "a" },
  "merge in": { kind: "merge-in", deleted: "b" },
};

const post = (debit: Account, credit: Account): Posting => {
  return { debit, credit, points: 3n, lotId: null, orderId: null };
};
/** Everything that can happen to points on the way. */
const ON_THE_WAY = [
  post("available", "owed"),
  post("owed", "available"),
  post("forgiveness", "earnings"),
  post("earnings", "forgiveness"),
  post("breakage", "earnings"),
];

function transaction(explanation: Explanation): LedgerTransaction {
  const cause = { eventId: "e", actor: "store" };
  const about = { key: "k", memberId: "7", at: 0, cause, version: 1, seq: 1, previousHash: "", hash: "" };
  return { ...about, kind: kindOf(explanation), explanation, postings: ON_THE_WAY };
}

function kindOf({ kind }: Explanation): LedgerTransaction["kind"] {
  return kind === "reinstate" ? "adjust" : kind;
}

const gain = { bonus: "50" };
const lines = ["tip", "gift-card", "refunded", "free", "no-rate", "excluded"].map((kind): WhyNotReason => {
  const because = (kind === "excluded" ? { kind, key: "vendors", value: "Acme" } : { kind }) as never;
  return { kind: "line", line: "1", title: "Mug", amount: "10.00", because };
});
const REASONS: WhyNotReason[] = [
  { kind: "no-customer" },
  { kind: "blocked" },
  { kind: "paused" },
  { kind: "test" },
  { kind: "deleted" },
  { kind: "voided" },
  { kind: "away" },
  { kind: "cancelled", at: DATE },
  { kind: "not-paid", status: "pending" },
  { kind: "not-paid", status: "partially_paid" },
  { kind: "before-programme", processedAt: DATE, startsAt: DATE },
  { kind: "before-programme", processedAt: DATE, startsAt: null },
  { kind: "waits" },
  ...lines,
  { kind: "refunded", amount: "10.00" },
  { kind: "not-yet", rule: "spring", at: DATE, gain: { times: "1.5" } },
  { kind: "over", rule: "winter", at: DATE, gain: { points: "1.5", per: "2.00" } },
  { kind: "minimum", rule: "big", minimum: "100.00", missing: "4.50", gain },
  { kind: "no-line-fits", rule: "mugs", gain },
  { kind: "not-first", rule: "first", gain },
  { kind: "outdone", rule: "all", by: "summer", gain },
  { kind: "rounded", points: "0.33…" },
];
const about: WhyNot = {
  order: "1",
  name: "#1001",
  currency: "GBP",
  value: "10.00",
  posted: "0",
  reasons: [],
};

function everythingIn(language: WhyLanguage): Record<string, string> {
  const words = whyWords(language);
  const entries = Object.entries(EXPLANATIONS).map(([name, explanation]) => [
    name,
    why(transaction(explanation), words),
  ]);
  const orders = REASONS.map((reason) => [
    `why not: ${JSON.stringify(reason)}`,
    whyNotSentence({ ...about, reasons: [reason] }, language),
  ]);
  const all = whyNotSentence({ ...about, posted: "24" }, language);
  const less = whyNotSentence({ ...about, posted: "24", reasons: [{ kind: "waits" }] }, language);
  return { ...Object.fromEntries([...entries, ...orders]), all, less } as Record<string, string>;
}

describe.each(names)("in %s", (name) => {
  const language = languageOf(name);

  test("every explanation is said whole", () => {
    const english = everythingIn(languageOf("en"));
    for (const [kind, said] of Object.entries(everythingIn(language))) {
      expect(said, kind).not.toMatch(/[{}]|undefined|NaN|\bnull\b|\s{2}/);
      if (name !== "en") expect(said, kind).not.toBe(english[kind]);
    }
  });

  test("every text fills in what the English one does, and is not left in English", () => {
    const english = flat(LANGUAGES.en);
    for (const [key, text] of Object.entries(flat(language.t))) {
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ""));
      expect(text.trim(), key).not.toBe("");
    }
    expect(Object.keys(flat(language.t))).toEqual(Object.keys(english));
  });

  test("every plural of the language has its form", () => {
    const { pluralCategories } = new Intl.PluralRules(language.locale).resolvedOptions();
    expect(Object.keys(language.t.points).sort()).toEqual([...pluralCategories].sort());
    expect(Object.keys(language.t.days).sort()).toEqual([...pluralCategories].sort());
  });
});

test("no text stands there for nothing", () => {
  const read = new Set<string>();
  const language = languageOf("en");
  everythingIn({ ...language, t: watched(language.t, read) });
  const unread = Object.keys(flat(language.t)).filter((key) => !read.has(key) && !key.startsWith("receipt."));
  expect(unread).toEqual([]);
});

describe("a sentence", () => {
  test.each([
    [
      "en",
      "Order #1001: £120.00 × 1 point × 2 (summer) × 1.25 (silver) = 300; £45.50 × 1 point per £2.00 = 22.75; together 322.75, rounded down to 322; + 50 (big-basket); + 100 (first); 472 in all",
    ],
    [
      "de",
      "Bestellung #1001: 120,00 £ × 1 Punkt × 2 (summer) × 1,25 (silver) = 300; 45,50 £ × 1 Punkt je 2,00 £ = 22,75; zusammen 322,75, abgerundet 322; + 50 (big-basket); + 100 (first); insgesamt 472",
    ],
  ])("has the whole arithmetic in %s", (name, sentence) => {
    const { order } = EXPLANATIONS;
    const said = why({ ...transaction(order as Explanation), postings: [] }, whyWords(languageOf(name)));
    expect(said.replaceAll(/[\u00a0\u202f]/g, " ")).toBe(sentence);
  });

  test.each([
    ["en", "1", "1 point"],
    ["en", "1234567", "1,234,567 points"],
    ["de", "1", "1 Punkt"],
    ["fr", "0", "0 point"],
    ["fr", "2000000", "2 000 000 de points"],
    ["es", "2", "2 puntos"],
    ["ja", "5", "5ポイント"],
    ["zh-CN", "5", "5 积分"],
    ["zh-TW", "5", "5 點"],
    ["ar", "2", "\u2068نقطتان\u2069"],
    ["en", "9007199254740993", "9,007,199,254,740,993 points"],
  ])("counts in %s: %s", (name, count, said) => {
    expect(
      languageOf(name)
        .points(count)
        .replaceAll(/[\u00a0\u202f]/g, " "),
    ).toBe(said);
  });

  test("names the last day on which points were good, not the midnight after it", () => {
    const explanation: Explanation = {
      kind: "expire",
      lot: "l",
      date: "2026-07-01T23:00:00Z",
      noticeAt: null,
    };
    expect(why({ ...transaction(explanation), postings: [] }, whyWords(languageOf("en")))).toContain(
      "Jul 1, 2026",
    );
  });
});

test.each([
  ["de-AT", "de-AT", "de"],
  ["zh", "zh", "zh-CN"],
  ["zh-Hant-HK", "zh-Hant-HK", "zh-TW"],
  ["zh-HK", "zh-HK", "zh-TW"],
  ["pt-BR", "en", "en"],
  ["nonsense!", "en", "en"],
  [null, "en", "en"],
])("reads %s as %s", (wanted, locale, name) => {
  const language = whyLanguage(wanted, TERMS);
  expect(language.locale).toBe(locale);
  expect(language.t).toBe(LANGUAGES[name]);
});

test("leaves braces alone that name nothing", () => {
  expect(fill("{a} {b}", { a: "1" })).toBe("1 {b}");
});

function flat(texts: unknown, before = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts as object).flatMap(([key, value]) => {
      if (before === "points." || before === "days.") return [];
      return typeof value === "string"
        ? [[before + key, value] as const]
        : Object.entries(flat(value, `${before}${key}.`));
    }),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}

function watched<T extends object>(texts: T, read: Set<string>, before = ""): T {
  return new Proxy(texts, {
    get(target, key) {
      const value = target[key as keyof T];
      if (typeof value === "object" && value !== null)
        return watched(value, read, `${before}${String(key)}.`) as T[keyof T];
      read.add(before + String(key));
      return value;
    },
  });
}
