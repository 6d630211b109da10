import { describe, expect, test } from "vitest";
import { aLine, anOrder, aRefund, aRefundLine, programmeWith, PURCHASE, aProgramme } from "./examples.ts";
import type { Order, ProductFacts } from "./order.ts";
import type { Programme } from "./programme.ts";
import { simulateOrder, unitsLeft, withUnitsBack } from "./simulate-order.ts";

const SUMMER: ProductFacts = { id: "10", tags: ["summer", "sale"], collections: [], productType: null };

function simulated(order: Order, programme: Programme, changes: object = {}) {
  const found = simulateOrder(order, {
    version: { number: 1, effectiveFrom: 0, programme },
    startsAt: 0,
    product: () => SUMMER,
    deleted: false,
    away: null,
    countedBefore: false,
    level: null,
    isFirst: false,
    posted: 0n,
    ...changes,
  });
  if (found === null) throw new Error("there is no version");
  return found;
}

const fates = (order: Order, programme: Programme) =>
  simulated(order, programme).lines.map(({ rules }) => rules.map(({ rule, fate, by }) => [rule, fate, by]));

const mug = anOrder({ lines: [aLine({ price: 1000n })] });
const multiplier = (id: string, multiply: string, tag = "summer") => ({
  ...{ id, on: "order", multiply },
  match: { productTags: [tag] },
});

describe("which of the rules that fit a line counts", () => {
  test("of several rates the one that stands last", () => {
    const programme = programmeWith([
      {
        id: "summer-rate",
        on: "order",
        rate: { points: 3, per: "1.00" },
        match: { productTags: ["summer"] },
      },
    ]);
    expect(fates(mug, programme)).toEqual([
      [
        ["purchase", "later-rate", "summer-rate"],
        ["summer-rate", "counts", null],
      ],
    ]);
    expect(simulated(mug, programme).points).toBe("30");
  });

  test("of several multipliers the largest", () => {
    const programme = programmeWith([multiplier("double", "2"), multiplier("triple", "3", "sale")]);
    expect(fates(mug, programme)).toEqual([
      [
        ["purchase", "counts", null],
        ["double", "larger-multiplier", "triple"],
        ["triple", "counts", null],
      ],
    ]);
  });

  test("all multipliers where they stack", () => {
    const programme = aProgramme({
      earning: {
        combine: "stack",
        rules: [PURCHASE, multiplier("double", "2"), multiplier("triple", "3", "sale")],
      },
    });
    expect(fates(mug, programme)[0]?.map(([, fate]) => fate)).toEqual(["counts", "counts", "counts"]);
    expect(simulated(mug, programme).points).toBe("60");
  });

  test("no multiplier where no rate fits", () => {
    const programme = aProgramme({
      earning: {
        rules: [{ ...PURCHASE, match: { productTags: ["winter"] } }, multiplier("double", "2")],
      },
    });
    expect(fates(mug, programme)).toEqual([[["double", "no-rate", null]]]);
  });
});

describe("points", () => {
  test("are none of an order that does not count, though its arithmetic is told", () => {
    const found = simulated({ ...mug, test: true }, programmeWith([]));
    expect(found).toMatchObject({ points: "0", counts: false, reasons: [{ kind: "test" }] });
    expect(found.explanation.ratePoints).toBe("10");
  });

  test("hold the first order's bonus for the first alone", () => {
    const programme = programmeWith([{ id: "first", on: "first-order", bonus: 100 }]);
    expect(simulated(mug, programme, { isFirst: true }).points).toBe("110");
    expect(simulated(mug, programme).reasons).toMatchObject([{ kind: "not-first" }]);
  });

  test("of an order that waits for money are no more than it had", () => {
    const waiting = { ...mug, status: "partially_paid" as const };
    expect(simulated(waiting, programmeWith([]), { countedBefore: true, posted: 4n }).points).toBe("4");
    expect(simulated(waiting, programmeWith([])).counts).toBe(false);
  });
});

describe("a refund that is only tried", () => {
  const three = anOrder({ lines: [aLine({ quantity: 3, price: 1000n, discount: 100n })] });

  test("gives back what was paid for the units", () => {
    const back = withUnitsBack(three, { 1: 1 });
    expect(back.refunds).toMatchObject([{ lines: [{ lineId: "1", quantity: 1, subtotal: 967n }] }]);
    expect(simulated(back, programmeWith([])).points).toBe("19");
  });

  test("gives back no more than is left", () => {
    const before = { ...three, refunds: [aRefund({ lines: [aRefundLine({ quantity: 2 })] })] };
    expect(unitsLeft(before, aLine({ quantity: 3 }))).toBe(1);
    expect(withUnitsBack(before, { 1: 9 }).refunds.at(-1)?.lines).toMatchObject([{ quantity: 1 }]);
  });

  test("of nothing changes nothing", () => {
    expect(withUnitsBack(three, {})).toBe(three);
    expect(withUnitsBack(three, { 1: 0, 99: 1 })).toBe(three);
  });
});
