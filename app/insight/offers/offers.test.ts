import { describe, expect, test } from "vitest";
import { chooseOffer, withinBudget, type Choice, type OfferTerms, type Prospect } from "./choose-offer.ts";
import { drawChoice } from "./learn-choice.ts";
import { sensitivityOf, shopSensitivity } from "./price-sensitivity.ts";

const CODE: Choice = { id: "five-off", kind: "reward", cost: 500 };
const TEN: Choice = { id: "ten-off", kind: "reward", cost: 1_000 };
const POINTS: Choice = { id: "points:300", kind: "points", cost: 300 };
const TERMS: OfferTerms = {
  choices: [CODE, TEN, POINTS],
  generosity: 1_000,
  policy: "personal",
  tried: [],
  seedOf: Number,
};

function prospect(change: Partial<Prospect> = {}): Prospect {
  const sensitivity = { orders: 8, discounted: 7, estimate: 0.8 };
  return { memberId: "7", expected: 5_000, risk: 0.5, orderValue: 10_000, sensitivity, ...change };
}

describe("an offer", () => {
  test("costs at most its part of what is at risk", () => {
    // An order of 100.00 at a risk of one half: 50.00 at risk, a tenth of it.
    const because = { worth: 10_000, atRisk: 5_000, size: 500 };
    expect(chooseOffer(prospect(), TERMS)).toMatchObject({ choice: CODE, because });
    expect(chooseOffer(prospect({ expected: 20_000 }), TERMS)?.choice).toBe(TEN);
  });

  test("goes to nobody who comes anyway, or has little to lose", () => {
    expect(chooseOffer(prospect({ risk: 0.02 }), TERMS)).toBeNull();
    expect(chooseOffer(prospect({ expected: 100, orderValue: 400 }), TERMS)).toBeNull();
  });

  test("is a code for whoever waits for lower prices, and points for others", () => {
    const full = { orders: 9, discounted: 0, estimate: 0.1 };
    expect(chooseOffer(prospect({ sensitivity: full }), TERMS)?.choice).toBe(POINTS);
    const codesOnly = { ...TERMS, choices: [CODE] };
    expect(chooseOffer(prospect({ sensitivity: full }), codesOnly)?.choice).toBe(CODE);
  });

  test("is the same for everybody where the merchant wants it so", () => {
    const same = { ...TERMS, policy: "same" } as const;
    const all = [prospect(), prospect({ memberId: "8", expected: 0, risk: 0 })];
    expect(all.map((one) => chooseOffer(one, same)?.choice)).toEqual([CODE, CODE]);
  });

  test.each([
    ["nothing expected", prospect({ expected: 0 })],
    ["a certain loss", prospect({ risk: 1 })],
    ["what is no number", prospect({ expected: Number.NaN, risk: Number.NaN })],
    ["more than everything", prospect({ expected: Infinity, risk: 7 })],
  ])("of %s is never NaN", (_, one) => {
    const { worth, risk, atRisk, size } = chooseOffer(one, { ...TERMS, policy: "same" })?.because ?? {};
    expect([worth, risk, atRisk, size].filter((number) => !Number.isFinite(number))).toEqual([]);
    expect(chooseOffer(one, { ...TERMS, choices: [] })).toBeNull();
  });
});

describe("a budget", () => {
  const offers = Array.from({ length: 40 }, (_, n) =>
    chooseOffer(prospect({ memberId: String(n), expected: 9_000 + n * 500 }), TERMS),
  ).filter((offer) => offer !== null);

  const isGiven = (memberId: string) => Number(memberId) % 5 > 0;

  test.each([0, 499, 500, 3_777, 1_000_000])("of %i is never exceeded", (budget) => {
    const { reached, cost } = withinBudget(offers, { budget, policy: "personal", isGiven });
    const given = reached.filter(({ memberId }) => isGiven(memberId));
    expect(cost).toBe(given.reduce((sum, { choice }) => sum + choice.cost, 0));
    expect(cost).toBeLessThanOrEqual(budget);
    if (budget === 1_000_000) expect(reached).toHaveLength(offers.length);
  });

  test("is spent where most is at risk for it, unless all are to be treated alike", () => {
    const terms = { budget: 500, isGiven: () => true };
    const [best] = withinBudget(offers, { ...terms, policy: "personal" }).reached;
    const worths = offers.map(({ because, choice }) => because.atRisk / choice.cost);
    expect((best?.because.atRisk ?? 0) / (best?.choice.cost ?? 1)).toBe(Math.max(...worths));
    expect(withinBudget(offers, { ...terms, budget: 1_000, policy: "same" }).reached[0]).toBe(offers[0]);
  });
});

describe("price sensitivity", () => {
  test("follows a member's own orders as far as there are many", () => {
    expect(sensitivityOf({ orders: 0, discounted: 0 }, 0.3).estimate).toBeCloseTo(0.3, 12);
    expect(sensitivityOf({ orders: 1, discounted: 1 }, 0.3).estimate).toBeCloseTo(0.44, 12);
    expect(sensitivityOf({ orders: 40, discounted: 40 }, 0.3).estimate).toBeGreaterThan(0.9);
  });

  test("of a shop without orders, or of counts that cannot be, stays between 0 and 1", () => {
    expect(shopSensitivity([])).toBe(0.5);
    expect(shopSensitivity([{ orders: 2, discounted: 9 }])).toBe(1);
    expect(sensitivityOf({ orders: -3, discounted: -1 }, 0.5).estimate).toBe(0.5);
  });
});

describe("learning which choice is best", () => {
  const draws = (tried: Parameters<typeof drawChoice>[1]["tried"]) =>
    Array.from(
      { length: 400 },
      (_, seed) => drawChoice([CODE, POINTS], { tried, orderValue: 6_000, seed })?.id,
    );
  const shareOf = (ids: (string | undefined)[], id: string) =>
    ids.filter((one) => one === id).length / ids.length;

  test("gives each its turn while nothing is known, and the better one nearly all of them later", () => {
    const blind = shareOf(draws([]), CODE.id);
    expect(blind).toBeGreaterThan(0.35);
    expect(blind).toBeLessThan(0.65);
    const known = [
      { choiceId: CODE.id, members: 500, bought: 100 },
      { choiceId: POINTS.id, members: 500, bought: 50 },
    ];
    expect(shareOf(draws(known), CODE.id)).toBeGreaterThan(0.97);
  });

  test("is how a choice is made where the merchant wants it so", () => {
    const tried = [
      { choiceId: CODE.id, members: 300, bought: 3 },
      { choiceId: POINTS.id, members: 300, bought: 150 },
    ];
    const terms = { ...TERMS, policy: "learned", tried } as const;
    expect(chooseOffer(prospect(), terms)?.choice).toBe(POINTS);
  });

  test("draws the same for the same seed, and nothing where there is nothing", () => {
    expect(draws([])).toEqual(draws([]));
    expect(drawChoice([], { tried: [], orderValue: 1, seed: 1 })).toBeNull();
  });
});
