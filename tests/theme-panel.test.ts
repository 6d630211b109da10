import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../app/loyalty/summary.ts";
import { MEMBER, PROGRAMME } from "./helpers/theme-page.ts";
import { history, member, REASON, said, seen } from "./helpers/theme-sentences.ts";

describe("the panel", () => {
  it("tells a member the balance, what is pending and when it comes", () => {
    const text = said("points-panel", member());
    expect(text).toContain("Your points 1,240 points");
    expect(text).toContain("Silver: 1.25 times the points");
    expect(text).toContain("On their way 360 points 120 points on Dec 1, 2026 240 points on Dec 9, 2026");
  });

  it("tells why an order earned what it earned", () => {
    expect(said("points-panel", member())).toContain(
      "Nov 17, 2026 Order #1042 £120.00 × 1 point = 120 Available on Dec 1, 2026 +120 points",
    );
  });

  it.each([
    [
      { terms: [{ ...REASON.terms[0]!, times: ["2", "1.25"], tier: "silver" }], sum: 300 },
      "£120.00 × 1 point × 2 × 1.25 (Silver) = 300",
    ],
    [{ terms: [{ ...REASON.terms[0]!, per: "10.00" }], sum: 12 }, "£120.00 / £10.00 × 1 point = 12"],
    [{ terms: [{ ...REASON.terms[0]!, value: "24.50", points: "2" }], sum: 49 }, "£24.50 × 2 points = 49"],
    [{ terms: [...REASON.terms, ...REASON.terms], sum: 240 }, "£120.00 × 1 point + £120.00 × 1 point = 240"],
    [
      { bonuses: [{ rule: "big-basket", points: 50 }], sum: 170 },
      "£120.00 × 1 point + 50 (big basket) = 170",
    ],
    [{ terms: [], bonuses: [{ rule: "first", points: 100 }], sum: 100 }, "100 (first) = 100"],
    [{ moreTerms: 2, sum: 400 }, "£120.00 × 1 point + 2 more parts = 400"],
    [
      { terms: [{ ...REASON.terms[0]!, value: "24.50" }], sum: 24, rounded: true },
      "£24.50 × 1 point = 24 (rounded down)",
    ],
    [
      { terms: [{ ...REASON.terms[0]!, value: "33.33…" }], sum: 33, rounded: true },
      "£33.33… × 1 point = 33 (rounded down)",
    ],
    [{ sum: 80, before: 1120 }, "£120.00 × 1 point = 80; it was 1,120 before"],
    [{ terms: [], sum: 0, before: 120 }, "Nothing of it is left to earn points; it was 120 before"],
  ])("prints the arithmetic %#", (change, sentence) => {
    expect(said("points-panel", history({ reason: { ...REASON, ...change } }))).toContain(sentence);
  });

  it("calls a rule by the merchant's own name in the language of the page", () => {
    const bonuses = [{ rule: "big-basket", points: 50 }];
    const page = history({ reason: { ...REASON, bonuses, sum: 170 } });
    const texts = { en: { rules: { "big-basket": "Large <order>" } } };
    expect(said("points-panel", { ...page, programme: { ...PROGRAMME, texts } })).toContain(
      "+ 50 (Large <order>) = 170",
    );
  });

  it("has words for every kind of entry, and for those it does not know", () => {
    const kinds =
      "earn refund cancel edit vest signup activity adjust expire redeem take release return owe drop merge".split(
        " ",
      );
    const texts = kinds.map((kind) =>
      said("points-panel", history({ kind: kind as HistoryEntry["kind"], order: null })),
    );
    expect(new Set(texts).size).toBe(kinds.length);
    for (const text of texts) expect(text).not.toContain("Points changed");
    expect(said("points-panel", history({ kind: "barter" as HistoryEntry["kind"] }))).toContain(
      "Points changed",
    );
  });

  it("gives gains and losses a sign, and none to points that were there already", () => {
    const text = said(
      "points-panel",
      history({ points: 5 }, { kind: "refund", points: -1200 }, { kind: "vest", points: 7 }),
    );
    expect(text).toContain("+5 points");
    expect(text).toContain("−1,200 points");
    expect(text).toMatch(/Now available, order #1001 7 points/);
  });

  it("says of which reward, and of no order where there is none", () => {
    const rewards = [
      {
        ...{
          id: "trees",
          kind: "donation" as const,
          cost: 200,
          value: "2.00",
          costPer: null,
          mostUnits: null,
        },
        ...{ minimum: null, minimumCents: 0, codeDays: null, product: null, handle: null },
        ...{ tiers: null, perMember: null, from: null, to: null },
      },
    ];
    const text = said("points-panel", {
      ...history(
        { kind: "take", points: -200, order: null, note: "trees" },
        { kind: "vest", points: 25, order: null },
        { kind: "take", points: -500, note: "gone-by-now" },
        { kind: "adjust", points: 5, order: null, note: "trees" },
      ),
      programme: { ...PROGRAMME, rewards },
    });
    expect(text).toContain("Reward used £2.00 for a good cause");
    expect(text).toContain("Now available 25 points");
    expect(text).toContain("Reward used with order #1001 gone-by-now");
    expect(text).toContain("Adjusted by the shop trees");
  });

  it("prints numbers beyond 2^53 to the last digit", () => {
    expect(said("points-panel", member({ balance: "12345678901234567890" }))).toContain(
      "12,345,678,901,234,567,890 points",
    );
  });

  it("says one point, not one points", () => {
    expect(said("points-panel", member({ balance: 1 }))).toContain("Your points 1 point ");
  });

  it("tells what is owed and what is set aside, and neither where there is none", () => {
    const text = said("points-panel", member({ owed: 40, held: 500 }));
    expect(text).toContain("The next 40 points you get make up for it.");
    expect(text).toContain("Set aside 500 points");
    expect(said("points-panel", member())).not.toMatch(/make up for it|Set aside/);
  });

  it("shows as many entries as the merchant wants and says that there are older ones", () => {
    const page = { ...history({}, {}, {}, {}), settings: { entries: 3 } };
    expect(seen("points-panel", ".perennial-entry", page)).toHaveLength(3);
    expect(said("points-panel", page)).toContain("Older entries are not shown here.");
    expect(said("points-panel", history({}, {}))).not.toContain("Older entries");
    expect(said("points-panel", { ...member(), settings: { show_history: false } })).not.toContain("History");
  });

  it("tells a new member what to do and what it brings", () => {
    const text = said("points-panel", { customer: { orders: 0 } });
    expect(text).toContain(
      "Your points 0 points Your first order earns points: 1 point for every £1.00. See the shop",
    );
    expect(text).toContain("100 points extra with your first order");
    expect(text).not.toContain("when you create an account");
  });

  it("tells guests the truth about rates, bonuses, waiting and exclusions", () => {
    const text = said("points-panel");
    for (const sentence of [
      "1 point for every £1.00",
      "50 points extra with orders from £100.00",
      "100 points extra with your first order",
      "25 points when you create an account",
      "Silver from £250.00 1.25 times the points",
      "Points become available 14 days after you buy",
      "Gift cards and some products earn nothing",
      "Create an account and get 25 points Sign in",
    ])
      expect(text).toContain(sentence);
  });

  it("promises only what holds just now", () => {
    const [rate] = PROGRAMME.rates;
    const programme = {
      ...PROGRAMME,
      rates: [
        rate,
        { ...rate!, id: "past", points: "9", to: 1 },
        { ...rate!, id: "future", points: "8", from: 4e9 },
      ],
      multipliers: [
        { id: "m", times: "2", weight: 2, match: { vendors: ["Hill Nursery"] }, from: null, to: 1796083200 },
      ],
    };
    const text = said("points-panel", { programme });
    expect(text).not.toMatch(/9 points|8 points/);
    expect(text).toContain("2 times the points on Hill Nursery until Dec 1, 2026");
  });

  it("keeps the balance and promises nothing while the programme is paused", () => {
    const programme = { ...PROGRAMME, paused: true };
    const text = said("points-panel", { programme, ...member() });
    expect(text).toContain("1,240 points");
    expect(text).toContain("nothing is earned just now");
    expect(said("points-badge", { programme })).toBe("");
    expect(said("product-points", { programme, product: {} })).toBe("");
    expect(said("cart-points", { programme, cart: { lines: [{ price: 2400 }] } })).toBe("");
  });

  it("prints nothing that it does not understand", () => {
    const text = said("points-panel", { customer: { summary: { ...MEMBER, v: 1 } } });
    expect(text).not.toMatch(/1,240|Your points|Sign in/);
    expect(text).toContain("1 point for every £1.00");
    expect(said("points-badge", { customer: { summary: { ...MEMBER, v: 1 } } })).toBe("");
    expect(said("points-panel", { programme: { ...PROGRAMME, v: 1 } })).toBe("");
  });

  it("is not there without a programme, but for the merchant who places it", () => {
    expect(said("points-panel", { programme: undefined })).toBe("");
    expect(said("points-panel", { programme: undefined, designMode: true })).toContain(
      "as soon as your programme is published",
    );
  });

  it("does not pass the shop's money off as the shopper's", () => {
    const text = said("points-panel", { ...member(), currency: "EUR" });
    expect(text).toContain("120.00 GBP × 1 point = 120");
  });
});
