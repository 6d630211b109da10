import { expect, test } from "vitest";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { generatePast } from "../../sandbox/history/generate.ts";
import { browse } from "./past-browsing.ts";
import { addressesOf } from "./past-wishes.ts";

const past = generatePast({ now: new Date("2026-11-21T20:00:00Z") });
const beside = { "echeveria-trio": [{ handle: "terracotta-pot", pick: "beside.1.2.abc" }] };
const { actions, visits } = browse(past, { shown: { beside, own: {} }, addresses: addressesOf(past) });

const lines = (all: readonly Action[]) =>
  all.flatMap((action) => (action.do === "order.place" ? action.lines : []));

test("whoever takes what is recommended says so on the line, and saw and followed it before", () => {
  const taken = lines(actions).filter(({ properties }) => properties !== undefined);
  expect(taken.length).toBeGreaterThan(0);
  for (const { variant, properties } of taken) {
    expect(variant).toMatch(/^sku:TERRACOTTA-POT/);
    expect(properties).toEqual([{ name: "_perennial", value: "beside.1.2.abc" }]);
  }
  expect(visits.filter(({ clicked }) => clicked.length > 0).length).toBeGreaterThanOrEqual(taken.length);
  for (const { shown, clicked } of visits)
    expect(clicked.filter((pick) => !shown.includes(pick))).toEqual([]);
});

test("most only look, and nothing else of the past changes", () => {
  const taken = visits.filter(({ clicked }) => clicked.length > 0).length;
  expect(visits.filter(({ shown }) => shown.length > 0).length).toBeGreaterThan(2 * taken);
  expect(actions.map((action) => action.do)).toEqual(past.map((action) => action.do));
  expect(lines(actions).length - lines(past).length).toBeLessThan(past.length / 10);
});

test("where nothing is recommended, nothing is seen and everything is bought as before", () => {
  const none = browse(past, { shown: { beside: {}, own: {} }, addresses: addressesOf(past) });
  expect(none.actions).toEqual(past);
  expect(none.visits.flatMap(({ shown }) => shown)).toEqual([]);
});
