import { expect, test } from "vitest";
import { pathTo, rootFrom, rootOf } from "./merkle.ts";

const leaves = (count: number) => Array.from({ length: count }, (_, place) => `leaf ${place}`);

test.each([1, 2, 3, 4, 5, 7, 8, 9, 1000])("leads from every one of %i leaves to the root", (count) => {
  const tree = leaves(count);
  const root = rootOf(tree);
  for (const place of [0, 1, count >> 1, count - 1].filter((one) => one < count))
    expect(rootFrom(`leaf ${place}`, pathTo(tree, place))).toBe(root);
});

test("takes no more steps than the count has binary digits", () => {
  expect(pathTo(leaves(1000), 999).length).toBeLessThanOrEqual(10);
});

test("leads nowhere from a leaf that the tree does not hold, or from another's place", () => {
  const tree = leaves(6);
  const path = pathTo(tree, 2);
  expect(rootFrom("another", path)).not.toBe(rootOf(tree));
  expect(rootFrom("leaf 3", path)).not.toBe(rootOf(tree));
});

test("is another for every change, swap, removal and addition", () => {
  const roots = [
    leaves(5),
    leaves(6),
    leaves(5).toReversed(),
    leaves(5).with(4, "changed"),
    [...leaves(5), "leaf 4"],
  ].map(rootOf);
  expect(new Set(roots).size).toBe(roots.length);
});

test("takes no node for a leaf", () => {
  const [left, right] = [rootOf(["a"]), rootOf(["b"])];
  expect(rootOf([`${left}${right}`])).not.toBe(rootOf(["a", "b"]));
});

test("of nothing is nothing", () => {
  expect(rootOf([])).toBe("");
});
