import { describe, expect, test } from "vitest";
import { aLine, anOrder, aProgramme, aRefund, aRefundLine, programmeWith } from "./examples.ts";
import type { Order } from "./order.ts";
import type { Programme } from "./programme.ts";
import { parseInstant } from "./time.ts";
import { whyNot, type WhyNotFacts, type WhyNotReason } from "./why-not.ts";

const JANUARY = parseInstant("2026-01-01T00:00:00Z");

function reasons(
  order: Partial<Order>,
  programme: Programme = aProgramme(),
  facts: Partial<WhyNotFacts> = {},
) {
  return whyNot(anOrder({ lines: [aLine()], ...order }), factsOf(programme, facts)).reasons;
}

function factsOf(programme: Programme, parts: Partial<WhyNotFacts> = {}): WhyNotFacts {
  return {
    version: { number: 1, effectiveFrom: JANUARY, programme },
    startsAt: JANUARY,
    product: (id) => ({ id, tags: id === "10" ? ["summer"] : [], collections: [], productType: null }),
    deleted: false,
    away: null,
    countedBefore: false,
    level: null,
    isFirst: true,
    posted: 0n,
    ...parts,
  };
}

test("has nothing to say of an order that earned all it could", () => {
  expect(reasons({})).toEqual([]);
});

describe("an order that does not count has one reason", () => {
  test.each<[string, Partial<Order>, Partial<WhyNotFacts>, WhyNotReason]>([
    ["nobody bought it", { customerId: null }, {}, { kind: "no-customer" }],
    ["it is a test", { test: true }, {}, { kind: "test" }],
    ["it was cancelled", { cancelledAt: JANUARY }, {}, { kind: "cancelled", at: "2026-01-01T00:00:00Z" }],
    ["its payment was voided", { status: "voided" }, {}, { kind: "voided" }],
    ["its member was out of the programme", {}, { away: "left" }, { kind: "away" }],
    ["its member was blocked", {}, { away: "blocked" }, { kind: "blocked" }],
    ["it was deleted", {}, { deleted: true }, { kind: "deleted" }],
    ["it is not paid yet", { status: "pending" }, {}, { kind: "not-paid", status: "pending" }],
    ["it is paid in part", { status: "partially_paid" }, {}, { kind: "not-paid", status: "partially_paid" }],
    [
      "it came before the programme",
      {},
      { version: null },
      {
        kind: "before-programme",
        processedAt: "2026-02-01T12:00:00Z",
        startsAt: "2026-01-01T00:00:00Z",
      },
    ],
  ])("%s", (_, order, facts, reason) => {
    expect(reasons(order, aProgramme(), facts)).toEqual([reason]);
  });
});

test("says that the rest of the money is awaited where the order counted before", () => {
  expect(reasons({ status: "partially_paid" }, aProgramme(), { countedBefore: true })).toEqual([
    { kind: "waits" },
  ]);
});

describe("a line that earned nothing is named with its amount", () => {
  const line = (amount: string, because: object) => ({
    kind: "line",
    line: "1",
    title: "Mug",
    amount,
    because,
  });

  test("a gift card", () => {
    expect(reasons({ lines: [aLine({ giftCard: true, price: 2500n })] })).toEqual([
      line("25.00", { kind: "gift-card" }),
    ]);
  });

  test("a tip", () => {
    expect(reasons({ lines: [aLine({ tip: true })] })).toEqual([line("10.00", { kind: "tip" })]);
  });

  test("what the programme excludes, by what it is excluded", () => {
    const programme = aProgramme({
      earning: {
        exclude: { productTags: ["summer"] },
        rules: [{ id: "r", on: "order", rate: { points: 1, per: "1.00" } }],
      },
    });
    expect(reasons({}, programme)).toEqual([
      line("10.00", { kind: "excluded", key: "productTags", value: "summer" }),
    ]);
  });

  test("what was given back whole", () => {
    expect(reasons({ refunds: [aRefund({ lines: [aRefundLine()] })] })).toEqual([
      line("10.00", { kind: "refunded" }),
    ]);
  });

  test("what was sold for nothing", () => {
    expect(reasons({ lines: [aLine({ discount: 1000n })] })).toEqual([line("0.00", { kind: "free" })]);
  });

  test("what no rate fits", () => {
    const rate = { id: "r", on: "order", rate: { points: 1, per: "1.00" }, match: { vendors: ["Acme"] } };
    expect(reasons({}, aProgramme({ earning: { rules: [rate] } }))).toEqual([
      line("10.00", { kind: "no-rate" }),
    ]);
  });
});

test("says how much was given back of lines that still earn", () => {
  const lines = [aLine({ quantity: 3 })];
  expect(reasons({ lines, refunds: [aRefund({ lines: [aRefundLine()] })] })).toEqual([
    { kind: "refunded", amount: "10.00" },
  ]);
});

describe("a rule that gave nothing says why", () => {
  test("its minimum is not reached, and what is missing", () => {
    const rule = { id: "big-basket", on: "order", bonus: 50, minimum: "100.00" };
    expect(reasons({ lines: [aLine({ price: 9550n, productId: "11" })] }, programmeWith([rule]))).toEqual([
      {
        kind: "minimum",
        rule: "big-basket",
        minimum: "100.00",
        missing: "4.50",
        gain: { bonus: "50" },
      },
      { kind: "rounded", points: "0.5" },
    ]);
  });

  test("it begins later, or is over", () => {
    const later = { id: "spring", on: "order", multiply: "2", from: "2026-03-01T00:00:00Z" };
    const over = { id: "winter", on: "order", bonus: 5, to: "2026-02-01T00:00:00Z" };
    expect(reasons({}, programmeWith([later, over]))).toEqual([
      { kind: "not-yet", rule: "spring", at: "2026-03-01T00:00:00Z", gain: { times: "2" } },
      { kind: "over", rule: "winter", at: "2026-02-01T00:00:00Z", gain: { bonus: "5" } },
    ]);
  });

  test("none of its products was bought", () => {
    const rule = { id: "mugs", on: "order", bonus: 5, match: { vendors: ["Acme"] } };
    expect(reasons({}, programmeWith([rule]))).toEqual([
      { kind: "no-line-fits", rule: "mugs", gain: { bonus: "5" } },
    ]);
  });

  test("another order was the first", () => {
    const rule = { id: "first", on: "first-order", bonus: 100 };
    expect(reasons({}, programmeWith([rule]), { isFirst: false })).toEqual([
      { kind: "not-first", rule: "first", gain: { bonus: "100" } },
    ]);
    expect(reasons({}, programmeWith([rule]))).toEqual([]);
  });

  test("another multiplied more, where only the best counts", () => {
    const rules = [
      { id: "summer", on: "order", multiply: "2", match: { productTags: ["summer"] } },
      { id: "all", on: "order", multiply: "1.5" },
    ];
    expect(reasons({}, programmeWith(rules))).toEqual([
      { kind: "outdone", rule: "all", by: "summer", gain: { times: "1.5" } },
    ]);
    expect(reasons({}, programmeWith(rules, { combine: "stack" }))).toEqual([]);
  });

  test("nothing of a window that would not have helped", () => {
    const later = {
      id: "mugs",
      on: "order",
      bonus: 5,
      from: "2026-03-01T00:00:00Z",
      match: { vendors: ["Acme"] },
    };
    expect(reasons({}, programmeWith([later]))).toEqual([]);
  });
});

test("says what the order is worth and has", () => {
  const order = anOrder({ lines: [aLine({ price: 2400n })] });
  expect(whyNot(order, factsOf(aProgramme(), { posted: 24n }))).toEqual({
    order: "1001",
    name: "#1001",
    currency: "GBP",
    value: "24.00",
    posted: "24",
    reasons: [],
  });
});
