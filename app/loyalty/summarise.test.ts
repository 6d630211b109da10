import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EarningExplanation } from "./explain-earning.ts";
import {
  summarise,
  type EarningFacts,
  type EntryFacts,
  type MemberFacts,
  type OfferFacts,
  type RedemptionFacts,
} from "./summarise.ts";
import { MAX_HISTORY, MAX_TERMS, SUMMARY_MAX_BYTES } from "./summary.ts";
import { DAY, parseInstant } from "./time.ts";

const NOW = parseInstant("2026-11-21T12:00:00Z");
const NOBODY: MemberFacts = {
  available: 0n,
  held: 0n,
  owed: 0n,
  pending: [],
  tier: null,
  progress: null,
  expiring: [],
  birthday: null,
  out: false,
  redemptions: [],
  entries: [],
};

function earning(change: Partial<EarningExplanation> = {}): EarningFacts {
  const explanation = {
    kind: "order" as const,
    currency: "GBP",
    value: "120.00",
    terms: [{ value: "120.00", points: "1", per: "1.00", multipliers: [], tier: null, earned: "120" }],
    sum: "120",
    ratePoints: "120",
    bonuses: [],
    firstOrder: [{ rule: "first", points: "100" }],
    ...change,
  };
  return { explanation, entitlement: 120n, before: 0n, firstOrder: false };
}

function entry(change: Partial<EntryFacts> = {}): EntryFacts {
  return { at: NOW, kind: "earn", points: 120n, order: "#1001", ...change };
}

describe("a member's summary", () => {
  it("has the figures as numbers, and as text where a number would not be exact", () => {
    const summary = summarise(
      { ...NOBODY, available: 1240n, held: 2n ** 53n, owed: 7n, tier: "silver" },
      NOW,
    );
    expect(summary).toMatchObject({
      v: 2,
      balance: 1240,
      held: "9007199254740992",
      owed: 7,
      tier: { id: "silver", name: "silver" },
      updatedAt: "2026-11-21T12:00:00Z",
    });
  });

  it("tells how far the member is and, of what ends, the first three dates", () => {
    const progress = {
      value: "212.40",
      percent: 84,
      next: { id: "silver", missing: "37.60" },
      keep: null,
    };
    const expiring = [1, 2, 3, 4].map((day) => ({ points: BigInt(day), at: NOW + day * DAY }));
    const told = summarise({ ...NOBODY, progress, expiring, birthday: "given", out: true }, NOW);
    expect(told).toMatchObject({ progress, birthday: "given", out: true });
    expect(told.expiring).toEqual([
      { points: 1, at: "2026-11-22T11:59:59Z" },
      { points: 2, at: "2026-11-23T11:59:59Z" },
      { points: 3, at: "2026-11-24T11:59:59Z" },
    ]);
  });

  it("tells all that is pending, and of the next dates a few, what vests together as one", () => {
    const [first, second, third, fourth] = ["12-01", "12-02", "12-03", "12-04"].map((day) =>
      parseInstant(`2026-${day}T10:00:00Z`),
    ) as [number, number, number, number];
    const pending = [
      { points: 40n, at: fourth },
      { points: 5n, at: second },
      { points: 30n, at: third },
      { points: 10n, at: first },
      { points: 7n, at: second },
    ];
    expect(summarise({ ...NOBODY, pending }, NOW).pending).toEqual({
      points: 92,
      next: [
        { points: 10, at: "2026-12-01T10:00:00Z" },
        { points: 12, at: "2026-12-02T10:00:00Z" },
        { points: 30, at: "2026-12-03T10:00:00Z" },
      ],
    });
  });

  it("keeps the newest entries and says that there are older ones", () => {
    const entries = Array.from({ length: MAX_HISTORY + 1 }, (_, n) => entry({ points: BigInt(n) }));
    const summary = summarise({ ...NOBODY, entries }, NOW);
    expect(summary.history.map(({ points }) => points)).toEqual([...Array(MAX_HISTORY).keys()]);
    expect(summary.older).toBe(true);
    expect(summarise({ ...NOBODY, entries: entries.slice(1) }, NOW).older).toBe(false);
  });

  it("cuts somebody's free text without cutting a character", () => {
    const { history } = summarise({ ...NOBODY, entries: [entry({ note: "👩‍👩‍👧‍👦".repeat(20) })] }, NOW);
    expect(history[0]?.note).toBe(`${"👩‍👩‍👧‍👦".repeat(5)}…`);
  });
});

describe("the reason of an entry", () => {
  const reasonOf = (facts: EarningFacts) =>
    summarise({ ...NOBODY, entries: [entry({ earning: facts })] }, NOW).history[0]?.reason;

  it("names factors other than 1, the level's last", () => {
    const terms = [
      {
        value: "24.00",
        points: "1",
        per: "1.00",
        multipliers: [
          { rule: "plain", times: "1" },
          { rule: "summer", times: "2" },
        ],
        tier: { id: "silver", times: "1.25" },
        earned: "60",
      },
    ];
    expect(reasonOf(earning({ terms }))?.terms).toEqual([
      { value: "24.00", points: "1", per: "1.00", times: ["2", "1.25"], tier: "silver" },
    ]);
  });

  it("leaves out a level that multiplies by 1", () => {
    const terms = [
      {
        value: "24.00",
        points: "1",
        per: "1.00",
        multipliers: [],
        tier: { id: "bronze", times: "1.00" },
        earned: "24",
      },
    ];
    expect(reasonOf(earning({ terms }))?.terms[0]).toMatchObject({ times: [], tier: null });
  });

  it("says whether the rounding took anything", () => {
    expect(reasonOf(earning({ sum: "120" }))?.rounded).toBe(false);
    expect(reasonOf(earning({ sum: "120.00" }))?.rounded).toBe(false);
    expect(reasonOf(earning({ sum: "120.5" }))?.rounded).toBe(true);
    expect(reasonOf(earning({ sum: "120.33…" }))?.rounded).toBe(true);
  });

  it("counts the first order's bonus only where the entitlement holds it", () => {
    expect(reasonOf(earning())?.bonuses).toEqual([]);
    expect(reasonOf({ ...earning(), firstOrder: true })?.bonuses).toEqual([{ rule: "first", points: 100 }]);
  });

  it("counts the terms it has no room for", () => {
    const [term] = earning().explanation.terms;
    const reason = reasonOf(earning({ terms: Array.from({ length: MAX_TERMS + 2 }, () => term as never) }));
    expect(reason?.terms).toHaveLength(MAX_TERMS);
    expect(reason?.moreTerms).toBe(2);
  });
});

describe("an offer", () => {
  const OFFER: OfferFacts = {
    ...{ reward: "thanks", kind: "amount", value: "5.00", code: "GIFT-1", minimum: null },
    ...{ reason: "We have missed you", endsAt: NOW + 90_500 },
  };

  it("is the one that ends first, and none once it has ended", () => {
    const offers = [
      { ...OFFER, code: "GIFT-2", endsAt: NOW + 1 },
      { ...OFFER, code: "GONE", endsAt: NOW },
      OFFER,
    ];
    expect(summarise({ ...NOBODY, offers }, NOW).offer?.code).toBe("GIFT-2");
    expect(summarise({ ...NOBODY, offers }, NOW + 1).offer?.code).toBe("GIFT-1");
    expect(summarise({ ...NOBODY, offers }, OFFER.endsAt)).not.toHaveProperty("offer");
  });

  it("ends by the second that the store does not go beyond, and keeps the shop's words whole", () => {
    const offer = summarise({ ...NOBODY, offers: [OFFER] }, NOW).offer;
    expect(offer?.to).toBe(Math.floor((NOW + 90_500) / 1000));
    const long = { ...OFFER, reason: "👩‍🌾".repeat(200) };
    const said = summarise({ ...NOBODY, offers: [long] }, NOW).offer?.reason ?? "";
    expect([said.length <= 120, said.replaceAll("👩‍🌾", "")]).toEqual([true, "…"]);
  });
});

/** As long as an id may be, in letters of four bytes. */
const LONGEST_ID = "𐐀".repeat(64);

const LONGEST_REDEMPTION: RedemptionFacts = {
  id: "r".repeat(64),
  rewardId: LONGEST_ID,
  kind: "gift-with-purchase",
  points: 0n,
  value: "12345678901234567890.123",
  state: "ready",
  code: "ABCDE-FGHJK-MNPQR-STUVW",
  heldAt: NOW + 1,
  endsAt: NOW + 2,
};

const LONGEST_OFFER: Omit<OfferFacts, "reason"> = {
  ...{ reward: LONGEST_ID, kind: "gift-with-purchase", value: "12345678901234567890.123" },
  ...{ code: "ABCDE-FGHJK-MNPQR-STUVW", minimum: "12345678901234567890.123", endsAt: NOW + 1 },
};

describe("the size of a summary", () => {
  it("stays below the limit whatever a shop writes", () => {
    const text = fc.string({ unit: "grapheme", minLength: 40, maxLength: 400 });
    const points = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    fc.assert(
      fc.property(text, points, fc.integer({ min: 0, max: 30 }), (words, amount, count) => {
        const terms = Array.from({ length: 9 }, () => ({
          value: "12345678901234567890.123",
          points: "12345.6789",
          per: "12345.678",
          multipliers: Array.from({ length: 9 }, () => ({ rule: words, times: "1.23456789" })),
          tier: { id: words, times: "1.5" },
          earned: "1",
        }));
        const bonuses = Array.from({ length: 9 }, () => ({ rule: words, points: amount.toString() }));
        const full = entry({
          points: amount,
          order: words,
          note: words,
          availableAt: NOW,
          earning: { ...earning({ terms, bonuses }), entitlement: amount },
        });
        const facts = {
          ...NOBODY,
          available: amount,
          tier: words,
          progress: {
            value: amount.toString(),
            percent: 99,
            next: { id: LONGEST_ID, missing: amount.toString() },
            keep: { until: "2026-11-21T12:00:00.001Z", missing: amount.toString() },
          },
          expiring: Array.from({ length: 9 }, (_, day) => ({ points: amount, at: NOW + day })),
          birthday: "missing" as const,
          redemptions: Array.from({ length: 9 }, () => ({ ...LONGEST_REDEMPTION, points: amount })),
          offers: [{ ...LONGEST_OFFER, reason: words }],
          entries: Array.from({ length: count }, () => full),
        };
        const summary = summarise(facts, NOW);
        expect(new TextEncoder().encode(JSON.stringify(summary)).length).toBeLessThan(SUMMARY_MAX_BYTES);
        expect(summary.older).toBe(summary.history.length < count);
        if (count > 0) expect(summary.history.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it("shows a code while it can be used, and one that is money to whoever has it never", () => {
    const redemption = (change: Partial<RedemptionFacts>): RedemptionFacts => ({
      id: "r1",
      rewardId: "five-off",
      kind: "amount",
      points: 500n,
      value: "5.00",
      state: "ready",
      code: "ABCDE-FGHJK-MNPQR",
      heldAt: NOW,
      endsAt: NOW,
      ...change,
    });
    const redemptions = [
      redemption({}),
      redemption({ state: "making" }),
      redemption({ kind: "gift-card", endsAt: null }),
    ];
    expect(summarise({ ...NOBODY, redemptions }, NOW).redemptions.map(({ code }) => code)).toEqual([
      "ABCDE-FGHJK-MNPQR",
      null,
      null,
    ]);
  });

  it("shows twelve ordinary entries in full", () => {
    const entries = Array.from({ length: MAX_HISTORY }, () =>
      entry({ earning: earning(), availableAt: NOW }),
    );
    const summary = summarise({ ...NOBODY, entries }, NOW);
    expect(summary.history).toHaveLength(MAX_HISTORY);
    expect(JSON.stringify(summary).length).toBeLessThan(SUMMARY_MAX_BYTES / 2);
  });
});
