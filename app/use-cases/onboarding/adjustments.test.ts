import { describe, expect, test } from "vitest";
import { templates } from "../../loyalty/templates/templates.ts";
import { adjustmentsOf, faultsIn, withAdjustments } from "./adjustments.ts";
import { documentOf } from "./template-documents.ts";

const shop = { currency: "GBP", timezone: "Europe/London" };
const simple = documentOf("simple-points", shop);

describe("what is adjusted at the beginning", () => {
  test.each([
    ["simple-points", { points: "1", per: "1.00", pendingDays: "14", cost: "100", value: "5.00" }],
    ["fashion-tiers", { points: "2", per: "1.00", pendingDays: "30", cost: "500", value: "10.00" }],
    ["coffee-visits", { bonus: "10", pendingDays: "0", cost: "100" }],
  ])("of %s", (name, adjustments) => {
    expect(adjustmentsOf(documentOf(name, shop))).toEqual(adjustments);
  });

  test.each(templates.map(({ name }) => name))("leaves %s as it is where nothing was typed", (name) => {
    const document = documentOf(name, shop);
    expect(withAdjustments(document, adjustmentsOf(document))).toEqual(document);
    expect(faultsIn(document)).toEqual({ fields: [], others: [] });
  });
});

test("what was typed stands in the document, and is read back as typed", () => {
  const typed = { points: "1.5", per: "2.00", pendingDays: "7", cost: "250", value: "10.00" };
  const changed = withAdjustments(simple, typed);
  expect(adjustmentsOf(changed)).toEqual(typed);
  expect(faultsIn(changed)).toEqual({ fields: [], others: [] });
});

test.each([
  ["points", "many"],
  ["per", "0"],
  ["pendingDays", "-1"],
  ["cost", "1.5"],
  ["value", "five"],
] as const)("%s of %j is a fault of that field", (field, typed) => {
  expect(faultsIn(withAdjustments(simple, { [field]: typed })).fields).toEqual([field]);
});
