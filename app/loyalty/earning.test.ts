import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityRules, evaluateOrder, signupPoints, tierMultiplier } from "./earning.ts";
import {
  aLine,
  anOrder,
  aProgramme,
  aRefund,
  aRefundLine,
  programmeWith,
  PURCHASE,
  termsOf,
} from "./examples.ts";
import { add, floor, fraction, fractionOfDecimal } from "./fraction.ts";
import type { Order, OrderLine, ProductFacts } from "./order.ts";
import type { Programme } from "./programme.ts";
import { parseInstant } from "./time.ts";

function pointsOf(order: Order, programme: Programme, products: Partial<ProductFacts>[] = []) {
  const { ratePoints, bonusPoints, firstOrderPoints } = evaluateOrder(order, termsOf(programme, products));
  return [ratePoints, bonusPoints, firstOrderPoints].map(Number);
}

function ratePoints(
  lines: OrderLine[],
  programme: Programme,
  products: Partial<ProductFacts>[] = [],
): number {
  return Number(evaluateOrder(anOrder({ lines }), termsOf(programme, products)).ratePoints);
}

const SUMMER = { id: "10", tags: ["summer"] };
const summer = { id: "summer", on: "order", multiply: "2", match: { productTags: ["summer"] } };
const acme = { id: "acme", on: "order", multiply: "1.5", match: { vendors: ["Acme"] } };

describe("rate points", () => {
  it("are rounded down once, for the whole order", () => {
    const lines = [aLine({ price: 199n }), aLine({ id: "2", price: 199n }), aLine({ id: "3", price: 199n })];
    expect(ratePoints(lines, aProgramme())).toBe(5);
  });

  it("use rates and multipliers as exact fractions", () => {
    const programme = programmeWith([{ id: "m", on: "order", multiply: "1.1" }]);
    const terms = { ...termsOf(programme), tierId: "silver", tierMultiplier: fractionOfDecimal("1.15") };
    const order = anOrder({ lines: [aLine({ price: 200000n })] });
    expect(evaluateOrder(order, terms).ratePoints).toBe(2530n);
  });

  it.each([
    ["JPY", "100", 5999n, 59],
    ["KWD", "1.000", 12399n, 12],
    ["GBP", "3.00", 1000n, 3],
  ])("count whole %s %s", (currency, per, price, points) => {
    const rate = { id: "rate", on: "order", rate: { points: 1, per } };
    expect(ratePoints([aLine({ price })], aProgramme({ currency, earning: { rules: [rate] } }))).toBe(points);
  });

  it("go by the last rate of the document that fits a line", () => {
    const programme = programmeWith([
      { id: "acme", on: "order", rate: { points: 3, per: "1.00" }, match: { vendors: ["Acme"] } },
      { id: "summer", on: "order", rate: { points: 1, per: "2.00" }, match: { productTags: ["summer"] } },
    ]);
    const lines = [
      aLine({ vendor: "Acme", productId: null }),
      aLine({ id: "2", vendor: "Acme" }),
      aLine({ id: "3", productId: "11" }),
    ];
    expect(ratePoints(lines, programme, [SUMMER])).toBe(30 + 5 + 10);
  });

  it("are 0 where no rate fits", () => {
    const rules = [{ ...PURCHASE, match: { vendors: ["Acme"] } }, summer];
    expect(ratePoints([aLine()], aProgramme({ earning: { rules } }), [SUMMER])).toBe(0);
  });

  it.each([
    ["best", 20],
    ["stack", 30],
  ])("are multiplied by the %s of the multipliers that fit", (combine, points) => {
    const programme = aProgramme({ earning: { combine, rules: [PURCHASE, acme, summer] } });
    expect(ratePoints([aLine({ vendor: "Acme" })], programme, [SUMMER])).toBe(points);
    expect(ratePoints([aLine({ vendor: "Acme" })], programme)).toBe(15);
    expect(ratePoints([aLine()], programme)).toBe(10);
  });

  it("may be halved by a multiplier below 1, for the best of one is that one", () => {
    expect(ratePoints([aLine()], programmeWith([{ id: "half", on: "order", multiply: "0.5" }]))).toBe(5);
  });

  it("need every key of a match to fit, of each key one value", () => {
    const match = { productTags: ["winter", "summer"], vendors: ["Acme"] };
    const programme = programmeWith([{ id: "m", on: "order", multiply: "2", match }]);
    expect(ratePoints([aLine({ vendor: "Acme" })], programme, [SUMMER])).toBe(20);
    expect(ratePoints([aLine({ vendor: "Other" })], programme, [SUMMER])).toBe(10);
    expect(ratePoints([aLine({ vendor: "Acme" })], programme)).toBe(10);
  });

  it("fall by exactly what a refunded line earned, multiplier included", () => {
    const programme = programmeWith([summer]);
    const lines = [aLine({ price: 3000n }), aLine({ id: "2", productId: "11", price: 4550n })];
    const refunds = [aRefund({ lines: [aRefundLine({ subtotal: 3000n })] })];
    const before = ratePoints(lines, programme, [SUMMER]);
    const [after] = pointsOf(anOrder({ lines, refunds }), programme, [SUMMER]);
    expect(before - (after ?? 0)).toBe(60);
  });
});

describe("a window", () => {
  const window = { from: "2026-06-01T00:00:00Z", to: "2026-09-01T00:00:00Z" };

  it.each([
    ["2026-05-31T23:59:59Z", false],
    ["2026-06-01T00:00:00Z", true],
    ["2026-08-31T23:59:59Z", true],
    ["2026-09-01T00:00:00Z", false],
  ])("from inclusive, to exclusive: at %s every rule is in it: %s", (instant, inside) => {
    const rules = [
      { ...PURCHASE, ...window },
      { id: "m", on: "order", multiply: "2", ...window },
      { id: "b", on: "order", bonus: 7, ...window },
      { id: "f", on: "first-order", bonus: 5, ...window },
      { id: "s", on: "signup", bonus: 3, ...window },
      { id: "a", on: "activity:quiz", bonus: 2, ...window },
    ];
    const programme = aProgramme({ earning: { rules } });
    const at = parseInstant(instant);
    const order = anOrder({ lines: [aLine()], processedAt: at, updatedAt: 0 });
    expect(pointsOf(order, programme)).toEqual(inside ? [20, 7, 5] : [0, 0, 0]);
    expect(signupPoints(programme, at).points).toBe(inside ? 3n : 0n);
    expect(activityRules(programme, "quiz", at)).toHaveLength(inside ? 1 : 0);
  });
});

describe("a bonus", () => {
  const bonuses = programmeWith([
    { id: "big", on: "order", bonus: 50, minimum: "100.00" },
    { id: "acme", on: "order", bonus: 7, match: { vendors: ["Acme"] } },
    { id: "first", on: "first-order", bonus: 100, minimum: "10.00" },
    { id: "half", on: "order", multiply: "0.5" },
  ]);

  it.each([
    [9999n, 0],
    [10000n, 50],
  ])("waits for its minimum: %i pence give %i", (price, bonus) => {
    expect(pointsOf(anOrder({ lines: [aLine({ price })] }), bonuses)[1]).toBe(bonus);
  });

  it("is added once for a matching line that is worth something, and never multiplied", () => {
    const lines = [aLine({ vendor: "Acme" }), aLine({ id: "2", vendor: "Acme" })];
    expect(pointsOf(anOrder({ lines }), bonuses)).toEqual([10, 7, 100]);
    const free = [aLine({ vendor: "Acme", discount: 1000n }), aLine({ id: "2" })];
    expect(pointsOf(anOrder({ lines: free }), bonuses)).toEqual([5, 0, 100]);
  });

  it("for the first order stands apart, for others may be first", () => {
    expect(pointsOf(anOrder({ lines: [aLine({ price: 999n })] }), bonuses)).toEqual([4, 0, 0]);
    expect(pointsOf(anOrder({ lines: [aLine({ price: 1000n })] }), bonuses)).toEqual([5, 0, 100]);
  });

  it("is nothing for an order that is worth nothing", () => {
    const programme = programmeWith([
      { id: "b", on: "order", bonus: 7 },
      { id: "f", on: "first-order", bonus: 5 },
    ]);
    expect(pointsOf(anOrder({ lines: [aLine({ giftCard: true })] }), programme)).toEqual([0, 0, 0]);
    expect(pointsOf(anOrder(), programme)).toEqual([0, 0, 0]);
  });
});

describe("a level", () => {
  const programme = aProgramme({
    tiers: {
      basis: "spend",
      levels: [
        { id: "bronze", at: "0" },
        { id: "silver", at: "250.00", multiplier: "1.25" },
      ],
    },
  });

  it("multiplies as the version says, by 1 where the version does not have it", () => {
    expect(tierMultiplier(programme, "silver")).toEqual(fraction(5n, 4n));
    expect(tierMultiplier(programme, "bronze")).toEqual(fraction(1n));
    expect(tierMultiplier(programme, "gold")).toEqual(fraction(1n));
    expect(tierMultiplier(programme, null)).toEqual(fraction(1n));
    expect(tierMultiplier(aProgramme(), "silver")).toEqual(fraction(1n));
  });
});

it("an activity is rewarded by all rules of its name", () => {
  const programme = programmeWith([
    { id: "a", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
    { id: "b", on: "activity:review", bonus: 5 },
    { id: "c", on: "activity:visit", bonus: 1 },
  ]);
  expect(activityRules(programme, "review", 0).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(activityRules(programme, "order", 0)).toEqual([]);
});

it("a sign-up is rewarded by all its rules together", () => {
  const programme = programmeWith([
    { id: "welcome", on: "signup", bonus: 25 },
    { id: "more", on: "signup", bonus: 5 },
  ]);
  expect(signupPoints(programme, 0)).toEqual({
    points: 30n,
    explanation: {
      kind: "signup",
      bonuses: [
        { rule: "welcome", points: "25" },
        { rule: "more", points: "5" },
      ],
    },
  });
});

describe("of every order", () => {
  const programme = programmeWith([summer, acme, { id: "third", on: "order", multiply: "1.333" }]);
  const someLines = fc
    .array(
      fc.record({
        price: fc.bigInt({ min: 0n, max: 10n ** 17n }),
        quantity: fc.integer({ min: 1, max: 9 }),
        productId: fc.constantFrom("10", "11", null),
        vendor: fc.constantFrom("Acme", null),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((lines) => lines.map((line, index) => aLine({ ...line, id: String(index) })));
  const evaluate = (lines: OrderLine[]) => evaluateOrder(anOrder({ lines }), termsOf(programme, [SUMMER]));

  it("the points do not depend on the order of its lines", () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        expect(evaluate(lines.toReversed()).ratePoints).toBe(evaluate(lines).ratePoints);
      }),
    );
  });

  it("the points do not change when a line of several units is split into lines of one", () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const split = lines.flatMap((line) =>
          Array.from({ length: line.quantity }, (_, unit) => ({
            ...line,
            id: `${line.id}${unit}`,
            quantity: 1,
          })),
        );
        expect(evaluate(split).ratePoints).toBe(evaluate(lines).ratePoints);
      }),
    );
  });

  it("the points are the floor of the sum of exact parts, by a second reckoning", () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const thousandths = lines.map(({ price, quantity, productId, vendor }) => {
          const times = productId === "10" ? 2000n : vendor === "Acme" ? 1500n : 1333n;
          return fraction(price * BigInt(quantity) * times, 100n * 1000n);
        });
        expect(evaluate(lines).ratePoints).toBe(floor(thousandths.reduce(add)));
      }),
    );
  });
});
