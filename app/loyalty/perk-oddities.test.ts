import { expect, test } from "vitest";
import { oddities } from "./programme-oddities.ts";
import { checkProgramme } from "./programme.ts";

const PRICE = { id: "p", kind: "member-price", tiers: ["silver", "gold"], percent: "10" };
const DROP = { kind: "early-access", tiers: ["gold"], match: { productTags: ["drop"] } };

function notesOn(...perks: object[]): string[] {
  const check = checkProgramme({
    programme: "Test",
    currency: "GBP",
    timezone: "Europe/London",
    effectiveFrom: "2026-01-01T00:00:00Z",
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }] },
    tiers: {
      basis: "orders",
      levels: [
        { id: "bronze", at: "0" },
        { id: "silver", at: "5" },
        { id: "gold", at: "10" },
      ],
    },
    perks,
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return oddities(check.programme).map(({ path, problem }) => `${path}: ${problem}`);
}

test.each<[string, object[], string]>([
  [
    "is over already",
    [{ ...PRICE, to: "2026-01-01T00:00:00Z" }],
    "perks[0].to: is over before the programme starts",
  ],
  [
    "opened to everybody already",
    [{ ...DROP, id: "d", publicAt: "2025-12-31T00:00:00Z" }],
    "perks[0].publicAt: is over before the programme starts",
  ],
  [
    "leaves out a higher level",
    [{ ...PRICE, tiers: ["silver"] }],
    'perks[0].tiers: leaves out "gold", so whoever rises to it loses this',
  ],
  [
    "gives everything away",
    [{ ...PRICE, percent: "100" }],
    "perks[0].percent: is 100 per cent, so what it is for costs nothing",
  ],
  [
    "never counts",
    [PRICE, { ...PRICE, id: "q", percent: "12" }],
    'perks[0]: never counts, for "q" takes more off wherever it would',
  ],
  [
    "is given with anything",
    [{ id: "g", kind: "gift", tiers: ["gold"], product: "bulb" }],
    "perks[0].minimum: is missing, so the smallest order brings the gift",
  ],
])("a perk that %s is told of", (_what, perks, note) => {
  expect(notesOn(...perks)).toEqual([note]);
});

test.each<[string, object[]]>([
  ["a plain one", [PRICE]],
  ["a larger one for fewer", [PRICE, { ...PRICE, id: "q", tiers: ["gold"], percent: "12" }]],
  ["a larger one for a while", [PRICE, { ...PRICE, id: "q", percent: "12", to: "2027-01-01T00:00:00Z" }]],
  ["a larger one on some", [PRICE, { ...PRICE, id: "q", percent: "12", match: { vendors: ["Kew"] } }]],
  ["one by a tag alone", [{ ...PRICE, tiers: undefined, customerTags: ["vip"] }]],
])("nothing is said of %s", (_what, perks) => {
  expect(notesOn(...perks)).toEqual([]);
});
