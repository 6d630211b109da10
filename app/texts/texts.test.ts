import { describe, expect, test } from "vitest";
import type { Explanation } from "../loyalty/explanation.ts";
import { explainEarning } from "../loyalty/explain-earning.ts";
import { wordEntry } from "./entry-words.ts";
import { earningWithNames } from "./explained-names.ts";
import { formatsFor } from "./formats.ts";
import { memberName } from "./member-name.ts";
import { programmeSentence, type ProgrammeInWords } from "./programme-sentence.ts";
import { localeFor, textsFor } from "./texts.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en-GB", currency: "GBP", timezone: "Europe/London" });
const NOON = Date.parse("2026-07-01T12:00:00Z");

const NOTHING: ProgrammeInWords["exclude"] = {
  giftCards: false,
  productTags: [],
  productTypes: [],
  vendors: [],
  collections: [],
  products: 0,
};

describe("the programme in one sentence", () => {
  test("names rate, exclusions and waiting time", () => {
    const programme = {
      rate: { points: "1", per: "1.00" },
      pendingDays: 14,
      exclude: { ...NOTHING, giftCards: true, productTags: ["sale", "clearance"] },
    };
    expect(programmeSentence(programme, t, f)).toBe(
      "Customers earn **1 point** for every **£1.00** on **everything except gift cards and products tagged sale or clearance**, after **14 days**.",
    );
  });

  test("says at once, everything, and one day", () => {
    const programme = { rate: { points: "1.5", per: "10.00" }, pendingDays: 0, exclude: NOTHING };
    expect(programmeSentence(programme, t, f)).toBe(
      "Customers earn **1.5 points** for every **£10.00** on **everything**, available **at once**.",
    );
    expect(programmeSentence({ ...programme, pendingDays: 1 }, t, f)).toContain("after **1 day**");
  });
});

describe("an entry in words", () => {
  const word = (explanation: Explanation, parts: { owed?: string; dropped?: string } = {}) =>
    wordEntry({ kind: "earn", explanation, owed: parts.owed ?? null, dropped: parts.dropped ?? null }, t, f)
      .reason;
  const earning = {
    kind: "order" as const,
    currency: "GBP",
    value: "120.00",
    terms: [
      {
        value: "120.00",
        points: "1",
        per: "1.00",
        multipliers: [],
        tier: { id: "silver", times: "1.25" },
        earned: "150",
      },
    ],
    sum: "150",
    ratePoints: "150",
    bonuses: [],
    firstOrder: [],
    lines: [],
  };
  const order = { kind: "order" as const, order: "1", name: "#1001", firstOrder: false, earning };

  test("an order says what it earns and the sum that shows it", () => {
    const explanation = {
      ...order,
      because: "order" as const,
      entitlement: "150",
      posted: "0",
      difference: "150",
    };
    expect(word(explanation)).toBe("The order earns 150 points: 120.00 x 1 point x 1.25 (silver) = 150.");
  });

  test("a claw-back says before and after, and what became owed", () => {
    const explanation = {
      ...order,
      because: "order" as const,
      entitlement: "150",
      posted: "1200",
      difference: "-1050",
    };
    expect(word(explanation, { owed: "-50" })).toBe(
      "The order earned 1,200 points before and earns 150 points now: 120.00 x 1 point x 1.25 (silver) = 150. " +
        "50 points of them were not there to take and became owed.",
    );
  });

  test("a reason that is a sentence of its own gets no second full stop", () => {
    expect(word({ kind: "adjust", reason: "Sorry about that!", points: "5" })).toBe(
      "Reason: Sorry about that!",
    );
  });

  test("dates are those of the shop's zone, and of what is gone at a midnight the day before it", () => {
    const explanation = { kind: "expire" as const, lot: "x", date: "2026-06-30T23:00:00Z", noticeAt: null };
    expect(word(explanation)).toBe("The last day of these points was 30 Jun 2026.");
  });
});

describe("numbers, money and dates", () => {
  test("points beyond any float keep their last digit", () => {
    expect(f.whole("9007199254740993")).toBe("9,007,199,254,740,993");
    expect([f.signed("-5"), f.signed("0"), f.signed("1200")]).toEqual(["\u22125", "0", "+1,200"]);
  });

  test("money has the decimals of its currency, and what is cut off says so", () => {
    expect([f.money("120.00"), f.money("33.33…")]).toEqual(["£120.00", "£33.33…"]);
    expect(formatsFor({ locale: "de", currency: "EUR", timezone: "Europe/Berlin" }).money("1234.50")).toBe(
      "1.234,50\u00a0€",
    );
    expect(formatsFor({ locale: "en", currency: "JPY", timezone: "Asia/Tokyo" }).money("1200")).toBe(
      "¥1,200",
    );
  });

  test("time is told as people tell it", () => {
    expect(f.ago(NOON - 3 * 60_000, NOON)).toBe("3 minutes ago");
    expect(f.ago(NOON + 60_000, NOON)).toBe("now");
    expect(f.ago(NOON - 30 * 86_400_000, NOON)).toBe("1 Jun 2026");
    expect(f.lasting(NOON - 90_000, NOON)).toBe("1 minute");
    expect(f.ahead(NOON + 7_200_000, NOON)).toBe("in 2 hours");
  });
});

test("an entry names its reward as the shop does, and by its id where it has no name", () => {
  const take: Explanation = {
    kind: "take",
    reward: "ship",
    cost: "150",
    order: "1",
    name: "#1",
    late: false,
  };
  const entry = { kind: "take" as const, explanation: take, owed: null, dropped: null };
  expect(wordEntry(entry, t, f, { rewards: { ship: "Free shipping" } }).reason).toContain(
    "The reward Free shipping",
  );
  expect(wordEntry(entry, t, f).reason).toContain("The reward ship ");
});

test("a rule and a tier are called as the merchant calls them, wherever the ledger names them", () => {
  const bonuses = [{ rule: "welcome", points: "25" }];
  const signup = { kind: "signup" as const, explanation: { kind: "signup" as const, bonuses } };
  const names = { rules: { welcome: "Joining us" } };
  expect(wordEntry({ ...signup, owed: null, dropped: null }, t, f, names).reason).toContain(
    "25 (Joining us)",
  );
  const term = { value: "120.00", points: "1", per: "1.00", earned: "300" };
  const earning = {
    ...{ kind: "order" as const, currency: "GBP", value: "120.00", sum: "300", ratePoints: "300" },
    terms: [
      {
        ...term,
        multipliers: [{ rule: "summer", times: "2" }],
        tier: { id: "silver", times: "1.25" },
      },
    ],
    bonuses: [{ rule: "constructor", points: "1" }],
    ...{ firstOrder: [], lines: [] },
  };
  expect(
    explainEarning(
      earningWithNames(earning, {
        rules: { summer: "Summer bonus" },
        tiers: [{ id: "silver", name: "Silver leaf" }],
      }),
      { firstOrder: false },
    ),
  ).toBe("120.00 x 1 point x 2 (Summer bonus) x 1.25 (Silver leaf) = 300; + 1 (constructor); in all 301");
});

test("a member is called by name, else by address, else by number, and by none of them once erased", () => {
  const nobody = { id: "7", firstName: null, lastName: " ", email: null };
  expect(memberName({ ...nobody, firstName: "Anna", lastName: "Keller" }, t)).toBe("Anna Keller");
  expect(memberName({ ...nobody, email: "anna@example.com" }, t)).toBe("anna@example.com");
  expect(memberName(nobody, t)).toBe("Customer 7");
  expect(memberName({ ...nobody, id: "-12345" }, t)).toBe("Erased customer");
});

test("numbers follow the staff's locale only where the texts speak its language", () => {
  const wanted = ["en-GB", "de-CH", "zh-CN", "zh-TW", "fr", "<script>", "toString", null];
  expect(wanted.map(localeFor)).toEqual(["en-GB", "de-CH", "zh-CN", "en", "en", "en", "en", "en"]);
});
