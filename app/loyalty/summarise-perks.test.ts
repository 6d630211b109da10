import { expect, test } from "vitest";
import { checkProgramme } from "./programme.ts";
import { summarisePerks } from "./summarise-perks.ts";

test("everybody may see what there is for whom, and when", () => {
  const check = checkProgramme({
    programme: "Test",
    currency: "GBP",
    timezone: "Europe/London",
    earning: { rules: [] },
    tiers: { basis: "orders", levels: [{ id: "gold", at: "0" }] },
    perks: [
      {
        id: "gold-price",
        kind: "member-price",
        tiers: ["gold"],
        percent: "12.50",
        match: { collections: ["bulbs"], vendors: [] },
        from: "2026-01-01T00:00:00.500Z",
      },
      { id: "bulb", kind: "gift", customerTags: ["friend"], product: "tulip", minimum: "50" },
      {
        id: "drop",
        kind: "early-access",
        tiers: ["gold"],
        match: { productIds: [7] },
        publicAt: "2027-01-01T00:00:00Z",
      },
    ],
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  expect(summarisePerks(check.programme)).toEqual([
    {
      id: "gold-price",
      kind: "member-price",
      tiers: ["gold"],
      customerTags: [],
      percent: "12.5",
      match: { collections: ["bulbs"] },
      from: 1_767_225_601,
      to: null,
    },
    {
      id: "bulb",
      kind: "gift",
      tiers: [],
      customerTags: ["friend"],
      match: null,
      product: "tulip",
      minimum: "50.00",
      minimumCents: 5000,
      from: null,
      to: null,
    },
    {
      id: "drop",
      kind: "early-access",
      tiers: ["gold"],
      customerTags: [],
      match: { productIds: ["7"] },
      publicAt: 1_798_761_600,
      from: null,
      to: null,
    },
  ]);
});
