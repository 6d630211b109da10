import { describe, expect, it } from "vitest";
import { aProgramme } from "./examples.ts";
import { summariseRewards } from "./summarise-rewards.ts";
import { MAX_REWARDS } from "./summary.ts";

function summaryOf(rewards: object[], changes: object = {}) {
  return summariseRewards(aProgramme({ rewards, ...changes }));
}

describe("the rewards that everybody may see", () => {
  it("tell what a fixed cost buys", () => {
    const [five] = summaryOf([
      { id: "five-off", kind: "amount", cost: 500, value: "5.00", minimum: "20.00", perMember: 2, stock: 9 },
    ]);
    expect(five).toEqual({
      id: "five-off",
      kind: "amount",
      cost: 500,
      value: "5.00",
      costPer: null,
      mostUnits: null,
      minimum: "20.00",
      minimumCents: 2000,
      codeDays: 60,
      product: null,
      handle: null,
      tiers: null,
      perMember: 2,
      from: null,
      to: null,
    });
  });

  it("tell of a sliding cost what one unit costs, and how many may be had", () => {
    const [credit, percent] = summaryOf([
      { id: "credit", kind: "store-credit", costPer: 100, value: "50.00" },
      { id: "percent", kind: "percent", cost: 800, value: "10", costPer: 90 },
    ]);
    expect(credit).toMatchObject({ cost: null, value: null, costPer: 100, mostUnits: 50, codeDays: null });
    expect(percent).toMatchObject({ cost: 800, value: "10", costPer: 90, mostUnits: 10, codeDays: 60 });
  });

  it("name no more than a metafield has room for", () => {
    const many = Array.from({ length: MAX_REWARDS + 5 }, (_, n) => ({
      id: `r${n}`,
      kind: "free-shipping",
      cost: 300,
    }));
    expect(summaryOf(many)).toHaveLength(MAX_REWARDS);
  });
});

it("tell the handle of the product they give: as written, or as the store has it for an id", () => {
  const gift = (id: string, product: string) => ({ id, kind: "free-product", cost: 100, product });
  const programme = aProgramme({
    rewards: [
      gift("written", "small-fern"),
      gift("by-id", "812"),
      gift("by-gid", "gid://shopify/Product/812"),
      gift("unknown", "813"),
      { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
    ],
  });
  const handles = new Map([["812", "tall-fern"]]);
  expect(summariseRewards(programme, handles).map(({ id, handle }) => [id, handle])).toEqual([
    ["written", "small-fern"],
    ["by-id", "tall-fern"],
    ["by-gid", "tall-fern"],
    ["unknown", null],
    ["five-off", null],
  ]);
});
