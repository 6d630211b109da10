import { expect, test } from "vitest";
import type { Because, Policy } from "../../insight/offers/choose-offer.ts";
import { sensitivityOf } from "../../insight/offers/price-sensitivity.ts";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import { takenBy, type OfferLine } from "../../use-cases/offers/act-on-offers.ts";
import { usedText } from "./used-text.ts";

const words = { t: textsFor("en"), f: formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" }) };
const said = (discounted: number, orders: number, shop: number, policy: Policy = "personal") =>
  usedText(lineOf({ policy, sensitivity: sensitivityOf({ orders, discounted }, shop) }), words);

function lineOf(decided: Pick<Because, "policy" | "sensitivity">): Pick<OfferLine, "because" | "taken"> {
  const because: Because = { worth: 0, risk: 0, atRisk: 0, size: 0, ...decided };
  return { because, taken: takenBy(because) };
}

test("two codes in three orders say why they get none, where the shop sells at the full price", () => {
  expect(said(2, 3, 0.1)).toBe(
    "Used a discount code for 2 of 3 orders: not enough to be taken for waiting for lower prices, as most orders in your shop are at the full price.",
  );
});

test("one order at the full price says why they get a code, where the shop sells below it", () => {
  expect(said(0, 2, 0.9)).toContain("2 orders: not enough to be taken for buying at the full price");
});

test("counts that say what was decided stand alone", () => {
  const counts = "Used a discount code for 9 of 9 orders.";
  expect(said(9, 9, 0.1)).toBe(counts);
  expect(said(0, 3, 0.1)).toBe("Used a discount code for 0 of 3 orders.");
  expect(said(2, 3, 0.1, "learned")).toBe("Used a discount code for 2 of 3 orders.");
  expect(said(0, 0, 0.1)).toContain("no orders yet");
});

test("the sentence on a code that nobody gets does not say that they mostly buy at the full price", () => {
  expect(words.t.offers.preview.unused["full-price"]("Five off")).toContain("the usual in your shop");
});
