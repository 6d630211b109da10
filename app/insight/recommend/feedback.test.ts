import { describe, expect, test } from "vitest";
import { addOutcomes, loweredBy, type Outcome } from "./feedback.ts";

const outcome = (told: Partial<Outcome>): Outcome => ({
  shown: 0,
  clicked: 0,
  bought: 0,
  notForMe: 0,
  ...told,
});
/** Of a thousand times that something was shown it was bought twenty times. */
const SHOP = outcome({ shown: 10_000, bought: 200 });

describe("what is shown and passed over is lowered", () => {
  test("the more, the more often it was shown, and never to nothing", () => {
    const lowered = [10, 100, 500, 5_000].map((shown) => loweredBy(outcome({ shown }), SHOP));
    expect(lowered).toEqual(lowered.toSorted((a, b) => b - a));
    expect(lowered[0]).toBeGreaterThan(0.9);
    expect(lowered[3]).toBe(0.3);
  });

  test("by who says that it is not for them as well", () => {
    expect(loweredBy(outcome({ shown: 50, notForMe: 5 }), SHOP)).toBeLessThan(
      loweredBy(outcome({ shown: 50 }), SHOP),
    );
  });

  test("less where it is clicked", () => {
    expect(loweredBy(outcome({ shown: 500, clicked: 50 }), SHOP)).toBeGreaterThan(
      loweredBy(outcome({ shown: 500 }), SHOP),
    );
  });
});

describe("nothing feeds itself", () => {
  test("what is bought where it is shown is not raised: its purchases count among the facts already", () => {
    expect(loweredBy(outcome({ shown: 100, bought: 90 }), SHOP)).toBe(1);
  });

  test("of two things wanted alike, the one that luck showed more often does not stay ahead for it", () => {
    const [often, seldom] = [outcome({ shown: 5_000, bought: 100 }), outcome({ shown: 50, bought: 1 })];
    expect(loweredBy(often, SHOP)).toBeCloseTo(loweredBy(seldom, SHOP), 1);
  });

  test("where nothing was shown, or nothing bought, nothing is made of it", () => {
    expect(loweredBy(outcome({}), outcome({}))).toBe(1);
    expect(loweredBy(outcome({ shown: 500 }), outcome({ shown: 500 }))).toBe(1);
  });
});

test("outcomes add up", () => {
  expect(addOutcomes([SHOP, outcome({ shown: 1, clicked: 2, bought: 3, notForMe: 4 })])).toEqual({
    shown: 10_001,
    clicked: 2,
    bought: 203,
    notForMe: 4,
  });
});
