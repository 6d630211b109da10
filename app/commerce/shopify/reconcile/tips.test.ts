import { expect, test } from "vitest";
import type { LineState } from "./order-payload.ts";
import { tipsAmong } from "./tips.ts";

function line(id: string, price: string, parts: Partial<LineState> = {}): LineState {
  return {
    id,
    title: "Line",
    vendor: null,
    quantity: 1,
    currentQuantity: 1,
    isGiftCard: false,
    taxable: false,
    requiresShipping: false,
    originalUnitPriceSet: { shopMoney: { amount: price } },
    product: null,
    variant: null,
    discountAllocations: [],
    taxLines: [],
    ...parts,
  };
}

const tips = (total: string, lines: LineState[]) => [...tipsAmong(lines, { total, currency: "GBP" })];

test("where nothing was tipped no line is a tip", () => {
  expect(tips("0.0", [line("a", "2.0"), line("b", "0.0")])).toEqual([]);
});

test("a line of what was tipped is the tip, behind others of the same price", () => {
  expect(tips("2.0", [line("by-hand", "2.0"), line("tip", "2.0")])).toEqual(["tip"]);
});

test("several tips are found together", () => {
  expect(tips("3.5", [line("a", "1.5"), line("b", "2.0")]).sort()).toEqual(["a", "b"]);
});

test.each<[string, Partial<LineState>]>([
  ["has a product", { product: { id: "gid://shopify/Product/1" } }],
  ["has a variant", { variant: { id: "gid://shopify/ProductVariant/1" } }],
  ["is taxed", { taxable: true }],
  ["is sent", { requiresShipping: true }],
  ["is a gift card", { isGiftCard: true }],
])("what %s is no tip, whatever it costs", (_, parts) => {
  expect(tips("2.0", [line("tip", "2.0"), line("goods", "2.0", parts)])).toEqual(["tip"]);
});

test("a line that costs more than was tipped is no tip", () => {
  expect(tips("2.0", [line("tip", "2.0"), line("by-hand", "2.01")])).toEqual(["tip"]);
});
