import { expect, test } from "vitest";
import { namingNothing, type Shelved } from "./shown.ts";

const TEA: Shelved = {
  ...{ id: "501", vendor: "Nursery", productType: "Pantry", tags: ["Organic"], collections: ["all"] },
  ...{ status: "active", published: true, inStock: true, giftCard: false },
};

test("what a rule names and no product has is found, without regard to case", () => {
  const there = [
    { by: "tag", value: "organic" },
    { by: "type", value: "PANTRY" },
    { by: "vendor", value: "Nursery" },
    { by: "collection", value: "all" },
  ] as const;
  const slip = { by: "type", value: "Pantri" } as const;
  expect(namingNothing([...there, slip], [TEA])).toEqual([slip]);
});

test("a word counts only as what it is named as", () => {
  expect(namingNothing([{ by: "vendor", value: "Pantry" }], [TEA])).toHaveLength(1);
});
