import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aLine, anOrder, aProgramme, aRefund, aRefundLine, PURCHASE } from "./examples.ts";
import { decimalText, fraction, fractionText, ZERO } from "./fraction.ts";
import { valueOrder } from "./order-value.ts";
import type { Order, ProductFacts } from "./order.ts";
import type { Programme } from "./programme.ts";

const PLAIN = aProgramme();

/** Pence of every line and of the order; "8000/3" where they are not whole. */
function values(order: Order, programme: Programme = PLAIN, facts: ProductFacts | null = null) {
  const worth = valueOrder(order, programme, () => facts);
  return [...worth.lines.map(({ value }) => value), worth.value].map((value) =>
    value.d === 1n ? decimalText(value) : fractionText(value),
  );
}

function reasons(order: Order, programme: Programme = PLAIN, facts: ProductFacts | null = null) {
  return valueOrder(order, programme, () => facts).lines.map(({ nothing }) => nothing);
}

describe("a line is worth", () => {
  it("its units less its discounts, without tax where that comes on top", () => {
    const lines = [aLine({ quantity: 3, discount: 250n, tax: 450n })];
    expect(values(anOrder({ lines }))).toEqual(["2750", "2750"]);
  });

  it("that less its tax where prices include it", () => {
    const lines = [aLine({ quantity: 3, discount: 250n, tax: 450n })];
    expect(values(anOrder({ lines, taxesIncluded: true }))).toEqual(["2300", "2300"]);
  });

  it("less what was refunded of it, with the tax of that given back to the sum", () => {
    const lines = [aLine({ quantity: 3, tax: 450n })];
    const refunds = [aRefund({ lines: [aRefundLine({ subtotal: 1000n, tax: 150n })] })];
    expect(values(anOrder({ lines, refunds }))).toEqual(["2000", "2000"]);
    expect(values(anOrder({ lines, refunds, taxesIncluded: true }))).toEqual(["1700", "1700"]);
  });

  it("never less than 0, and takes nothing from other lines then", () => {
    const lines = [aLine(), aLine({ id: "2", price: 500n })];
    const refunds = [aRefund({ lines: [aRefundLine({ subtotal: 9999n })] })];
    expect(values(anOrder({ lines, refunds }))).toEqual(["0", "500", "500"]);
  });

  it("the same whichever refund lines of unknown lines there are", () => {
    const refunds = [aRefund({ lines: [aRefundLine({ lineId: "77" })] })];
    expect(values(anOrder({ lines: [aLine()], refunds }))).toEqual(["1000", "1000"]);
  });

  it("less each refund once, by its id and as it first came", () => {
    const refund = aRefund({ lines: [aRefundLine({ subtotal: 300n })] });
    const again = aRefund({ lines: [aRefundLine({ subtotal: 900n })] });
    expect(values(anOrder({ lines: [aLine()], refunds: [refund, again] }))).toEqual(["700", "700"]);
  });
});

describe("units that an edit took off", () => {
  it("are worth their price less their share of discount and tax, exactly", () => {
    const lines = [aLine({ quantity: 3, currentQuantity: 2, discount: 100n, tax: 50n })];
    expect(values(anOrder({ lines }))).toEqual(["5800/3", "5800/3"]);
    expect(values(anOrder({ lines, taxesIncluded: true }))).toEqual(["1900", "1900"]);
  });

  it("are not taken twice where a refund line tells of them", () => {
    const lines = [aLine({ quantity: 3, currentQuantity: 1 })];
    const refunds = [aRefund({ lines: [aRefundLine({ quantity: 1, subtotal: 1000n })] })];
    expect(values(anOrder({ lines, refunds }))).toEqual(["1000", "1000"]);
    const all = [aRefund({ lines: [aRefundLine({ quantity: 2, subtotal: 2000n })] })];
    expect(values(anOrder({ lines, refunds: all }))).toEqual(["1000", "1000"]);
  });

  it("leave nothing of a line that is gone", () => {
    const lines = [aLine({ quantity: 2, currentQuantity: 0, discount: 333n })];
    expect(values(anOrder({ lines }))).toEqual(["0", "0"]);
    expect(reasons(anOrder({ lines }))).toEqual([{ kind: "refunded" }]);
  });
});

describe("money given back for no line", () => {
  const lines = [aLine({ price: 6000n }), aLine({ id: "2", price: 2000n })];
  const refundOf = (...amounts: bigint[]) =>
    amounts.map((discrepancy, index) => aRefund({ id: String(index), discrepancy }));

  it("comes off all lines in proportion to their values, exactly", () => {
    expect(values(anOrder({ lines, refunds: refundOf(-1000n) }))).toEqual(["5250", "1750", "7000"]);
    expect(values(anOrder({ lines, refunds: refundOf(-1n) }))).toEqual(["23997/4", "7999/4", "7999"]);
  });

  it("is added up over all refunds first, so that a correction counts against it", () => {
    expect(values(anOrder({ lines, refunds: refundOf(-1000n, 200n) }))).toEqual(["5400", "1800", "7200"]);
    expect(values(anOrder({ lines, refunds: refundOf(-1000n, 1200n) }))).toEqual(["6000", "2000", "8000"]);
  });

  it("takes no line below 0", () => {
    expect(values(anOrder({ lines, refunds: refundOf(-9000n) }))).toEqual(["0", "0", "0"]);
    expect(values(anOrder({ lines: [], refunds: refundOf(-9000n) }))).toEqual(["0"]);
  });

  it("comes off gift cards and excluded lines too, but not off a tip", () => {
    const order = anOrder({
      lines: [...lines, aLine({ id: "3", price: 2000n, giftCard: true }), aLine({ id: "4", tip: true })],
      refunds: refundOf(-1000n),
    });
    expect(values(order)).toEqual(["5400", "1800", "0", "0", "7200"]);
  });
});

describe("lines that are worth nothing", () => {
  const excluding = (exclude: Record<string, unknown>) =>
    aProgramme({ earning: { exclude, rules: [PURCHASE] } });

  it("are gift cards, unless the programme says otherwise", () => {
    const order = anOrder({ lines: [aLine({ giftCard: true })] });
    expect(reasons(order)).toEqual([{ kind: "gift-card" }]);
    expect(reasons(order, excluding({ vendors: ["Acme"] }))).toEqual([{ kind: "gift-card" }]);
    expect(values(order, excluding({ giftCards: false }))).toEqual(["1000", "1000"]);
  });

  it("are tips, always", () => {
    const order = anOrder({ lines: [aLine({ tip: true })] });
    expect(reasons(order, excluding({ giftCards: false }))).toEqual([{ kind: "tip" }]);
  });

  it.each([
    ["productTags", "no-points"],
    ["productIds", "10"],
    ["variantIds", "100"],
    ["vendors", "Acme"],
    ["productTypes", "Coffee"],
    ["collections", "sale"],
  ])("are excluded by %s, and say by which value", (key, name) => {
    const facts = { id: "10", tags: ["no-points", "x"], collections: ["sale"], productType: "Coffee" };
    const order = anOrder({ lines: [aLine({ vendor: "Acme" })] });
    const programme = excluding({ [key]: ["999", name] });
    expect(reasons(order, programme, facts)).toEqual([{ kind: "excluded", key, value: name }]);
    expect(values(order, excluding({ [key]: ["999"] }), facts)).toEqual(["1000", "1000"]);
  });

  it("are excluded by one key alone, though others do not fit", () => {
    const order = anOrder({ lines: [aLine({ vendor: "Acme" })] });
    const programme = excluding({ productTags: ["no-points"], vendors: ["Acme"] });
    expect(reasons(order, programme)).toEqual([{ kind: "excluded", key: "vendors", value: "Acme" }]);
  });

  it("are told apart: sold for nothing, or paid back", () => {
    const lines = [aLine({ discount: 1000n }), aLine({ id: "2" })];
    const refunds = [aRefund({ lines: [aRefundLine({ lineId: "2" })] })];
    expect(reasons(anOrder({ lines, refunds }))).toEqual([{ kind: "free" }, { kind: "refunded" }]);
  });
});

describe("of every order", () => {
  const someLines = fc
    .array(
      fc.record({
        price: fc.bigInt({ min: 0n, max: 10n ** 17n }),
        quantity: fc.integer({ min: 1, max: 20 }),
        percent: fc.bigInt({ min: 0n, max: 100n }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((lines) =>
      lines.map(({ price, quantity, percent }, index) =>
        aLine({
          id: String(index),
          price,
          quantity,
          discount: (price * BigInt(quantity) * percent) / 100n,
        }),
      ),
    );
  const someDiscrepancy = fc.bigInt({ min: -(10n ** 18n), max: 0n });
  const valueOf = (order: Order) => valueOrder(order, PLAIN, () => null).value;

  it("the value does not depend on the order of its lines", () => {
    fc.assert(
      fc.property(someLines, someDiscrepancy, (lines, discrepancy) => {
        const refunds = [aRefund({ discrepancy })];
        expect(valueOf(anOrder({ lines: lines.toReversed(), refunds }))).toEqual(
          valueOf(anOrder({ lines, refunds })),
        );
      }),
    );
  });

  it("the value is 0 once everything was refunded", () => {
    fc.assert(
      fc.property(someLines, someDiscrepancy, (lines, discrepancy) => {
        const refunded = lines.map(({ id, quantity, price, discount }) =>
          aRefundLine({ lineId: id, quantity, subtotal: price * BigInt(quantity) - discount }),
        );
        expect(valueOf(anOrder({ lines, refunds: [aRefund({ lines: refunded, discrepancy })] }))).toEqual(
          ZERO,
        );
      }),
    );
  });

  it("the value is what was paid less what was given back, to the penny and beyond 2^53", () => {
    fc.assert(
      fc.property(someLines, someDiscrepancy, (lines, discrepancy) => {
        const paid = lines.reduce(
          (sum, line) => sum + line.price * BigInt(line.quantity) - line.discount,
          0n,
        );
        const left = paid + discrepancy;
        expect(valueOf(anOrder({ lines, refunds: [aRefund({ discrepancy })] }))).toEqual(
          fraction(left > 0n ? left : 0n),
        );
      }),
    );
  });
});
