import { describe, expect, test } from "vitest";
import { DAY } from "../../loyalty/time.ts";
import {
  chooseOffer,
  movable,
  withinBudget,
  type Choice,
  type OfferTerms,
  type Prospect,
} from "./choose-offer.ts";
import { drawChoice } from "./learn-choice.ts";
import { isLongGone } from "./long-gone.ts";
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

  test("is not given away to who comes almost surely, however much they spend, unless all are treated alike", () => {
    const rich = { expected: 1_000_000, orderValue: 500_000 };
    expect(chooseOffer(prospect({ ...rich, risk: 0.04 }), TERMS)).toBeNull();
    expect(chooseOffer(prospect({ ...rich, risk: 0.04 }), { ...TERMS, policy: "learned" })).toBeNull();
    expect(chooseOffer(prospect({ ...rich, risk: 0.1 }), TERMS)?.choice).toBe(TEN);
    expect(chooseOffer(prospect({ ...rich, risk: 0.04 }), { ...TERMS, policy: "same" })?.choice).toBe(CODE);
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

  test("is spent where most can be moved for it, unless all are to be treated alike", () => {
    const terms = { budget: 500, isGiven: () => true };
    const [best] = withinBudget(offers, { ...terms, policy: "personal" }).reached;
    const gains = offers.map(({ because, choice }) => movable(because) / choice.cost);
    expect(best && movable(best.because) / best.choice.cost).toBe(Math.max(...gains));
    expect(withinBudget(offers, { ...terms, budget: 1_000, policy: "same" }).reached[0]).toBe(offers[0]);
  });
});

describe("who is first", () => {
  const firstOf = (...risks: number[]) => {
    const offers = risks.flatMap((risk, n) => chooseOffer(prospect({ memberId: `${n}`, risk }), TERMS) ?? []);
    const terms = { budget: 10_000, policy: "personal", isGiven: () => true } as const;
    return withinBudget(offers, terms).reached.map(({ because }) => because.risk);
  };

  test("is whoever may still be moved, not whoever is as good as lost", () => {
    expect(firstOf(0.998, 0.7, 0.5)).toEqual([0.5, 0.7, 0.998]);
  });

  test.each([
    ["one order", { buyingDays: 1, firstBoughtAt: 0, lastBoughtAt: 0 }, 365],
    ["an order a week", { buyingDays: 11, firstBoughtAt: 0, lastBoughtAt: 70 * DAY }, 70 + 90],
    ["an order in two months", { buyingDays: 3, firstBoughtAt: 0, lastBoughtAt: 120 * DAY }, 120 + 180],
    ["an order a year", { buyingDays: 2, firstBoughtAt: 0, lastBoughtAt: 365 * DAY }, 365 + 1_095],
  ])("is nobody who is long gone: after %s", (_, bought, days) => {
    expect([isLongGone(bought, days * DAY), isLongGone(bought, days * DAY + 1)]).toEqual([false, true]);
  });

  test("may be whoever never bought", () => {
    expect(isLongGone({ buyingDays: 0, firstBoughtAt: null, lastBoughtAt: null }, 9_999 * DAY)).toBe(false);
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
