import { expect, test } from "vitest";
import { keptDays, purchaseDays, type ShopPast } from "./shop-past.ts";

const nothing = { customer: new Int32Array(), day: new Int32Array(), value: new Float64Array() };
const past: ShopPast = {
  ...{ customers: 1, until: 20_000, rewards: nothing, levels: nothing, known: Int32Array.of(19_900) },
  purchases: {
    ...{ customer: Int32Array.of(0, 0, 0), day: Int32Array.of(19_950, 19_900, 19_950) },
    value: Float64Array.of(20, 10, 5),
  },
  returns: { customer: Int32Array.of(0), day: Int32Array.of(19_960), value: Float64Array.of(8) },
};

test("orders of a day are one, whatever their order, and what came back says nothing of when somebody bought", () => {
  expect(purchaseDays(past, 20_000)).toEqual([{ day: [19_900, 19_950], amount: [10, 25] }]);
});

test("what is kept is less by what had come back by then, and not by what comes back later", () => {
  expect(keptDays(past, 19_959)).toEqual([{ day: [19_900, 19_950], amount: [10, 25] }]);
  expect(keptDays(past, 20_000)).toEqual([{ day: [19_900, 19_950], amount: [10, 17] }]);
});
