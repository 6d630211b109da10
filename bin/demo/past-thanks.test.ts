import { expect, test } from "vitest";
import { generatePast } from "../../sandbox/history/generate.ts";
import type { Gift } from "./gifts-in-past.ts";
import { thanksFor } from "./past-thanks.ts";
import { addressesOf, subtotalOf } from "./past-wishes.ts";

const DAY = 86_400_000;
const at = Date.parse("2026-07-01T00:00:00Z");
const addresses = addressesOf(generatePast({ now: new Date("2026-11-21T20:00:00Z") }));
const giftsOf = (code: Gift["code"]): Gift[] =>
  [...addresses.values()].map((email) => ({ key: `one ${email}`, email, code }));

test("of those who were given points some come back within days, who would not have", () => {
  const thanks = thanksFor(giftsOf(null), { at, addresses });
  expect(thanks.length).toBeGreaterThan(75);
  expect(thanks.length).toBeLessThan(135);
  for (const order of thanks) {
    expect(Date.parse(order.at ?? "")).toBeGreaterThan(at);
    expect(Date.parse(order.at ?? "")).toBeLessThan(at + 14 * DAY);
  }
  expect(new Set(thanks.map(({ ref }) => ref)).size).toBe(thanks.length);
});

test("a code is typed only on an order that it takes something off", () => {
  const thanks = thanksFor(giftsOf({ text: "FIVE", below: 3_900 }), { at, addresses });
  expect(thanks.length).toBeGreaterThan(30);
  for (const order of thanks) {
    expect(order.codes).toEqual(["FIVE"]);
    expect(subtotalOf(order)).toBeGreaterThanOrEqual(2_600);
    expect(subtotalOf(order)).toBeLessThan(3_900);
  }
});
