import { describe, expect, test } from "vitest";
import { differencesBetween } from "./programme-difference.ts";
import { checkProgramme } from "./programme.ts";
import type { Programme } from "./programme.ts";
import { parseInstant } from "./time.ts";

const MATCH = { productTags: ["vault"] };

function documentWith(perks: unknown): Record<string, unknown> {
  return {
    programme: "Test",
    currency: "GBP",
    timezone: "Europe/London",
    earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }] },
    tiers: {
      basis: "spend",
      levels: [
        { id: "bronze", at: "0" },
        { id: "silver", at: "100" },
        { id: "gold", at: "250" },
      ],
    },
    ...(perks === undefined ? {} : { perks }),
  };
}

function programmeWith(perks: unknown): Programme {
  const check = checkProgramme(documentWith(perks));
  if (!check.ok) throw new Error(check.faults.map(({ path, problem }) => `${path} ${problem}`).join("\n"));
  return check.programme;
}

function faultsOf(perks: unknown): string[] {
  const check = checkProgramme(documentWith(perks));
  return check.ok ? [] : check.faults.map(({ path, problem }) => `${path}: ${problem}`);
}

describe("perks", () => {
  test("may be left out", () => {
    expect(programmeWith(undefined).perks).toEqual([]);
  });

  test("are read exactly, with their defaults", () => {
    const perks = programmeWith([
      { id: "gold-price", kind: "member-price", tiers: ["gold"], percent: "12.5" },
      { id: "bulb", kind: "gift", customerTags: ["friend"], product: "tulip", minimum: "50.00" },
      { id: "vault", kind: "exclusive", tiers: ["gold"], customerTags: ["vault"], match: MATCH },
      {
        id: "drop",
        kind: "early-access",
        tiers: ["silver", "gold"],
        match: MATCH,
        publicAt: "2027-01-01T00:00:00Z",
      },
    ]).perks;
    const open = { from: null, to: null };
    const named = { productTags: ["vault"], productIds: [], vendors: [], productTypes: [], collections: [] };
    expect(perks).toEqual([
      {
        id: "gold-price",
        kind: "member-price",
        tiers: ["gold"],
        customerTags: [],
        percent: { n: 25n, d: 2n },
        match: null,
        window: open,
      },
      {
        id: "bulb",
        kind: "gift",
        tiers: [],
        customerTags: ["friend"],
        product: "tulip",
        minimum: 5000n,
        window: open,
      },
      {
        id: "vault",
        kind: "exclusive",
        tiers: ["gold"],
        customerTags: ["vault"],
        match: named,
        window: open,
      },
      {
        id: "drop",
        kind: "early-access",
        tiers: ["silver", "gold"],
        customerTags: [],
        match: named,
        publicAt: parseInstant("2027-01-01T00:00:00Z"),
        window: open,
      },
    ]);
  });

  const price = { id: "p", kind: "member-price", tiers: ["gold"], percent: "10" };
  const vault = { id: "v", kind: "exclusive", tiers: ["gold"], match: MATCH };
  const drop = {
    id: "d",
    kind: "early-access",
    tiers: ["gold"],
    match: MATCH,
    publicAt: "2027-01-01T00:00:00Z",
  };

  test.each<[string, unknown, string]>([
    ["no list", { a: 1 }, "perks: is not a list"],
    ["an unknown kind", [{ ...price, kind: "cheap" }], 'perks[0].kind: is "cheap", which is not known'],
    ["an unknown key", [{ ...price, percentage: "5" }], "perks[0].percentage: is not known here"],
    ["the same id twice", [price, price], 'perks[1].id: repeats the id of entry [0], "p"'],
    [
      "nobody that it is for",
      [{ id: "p", kind: "member-price", percent: "10" }],
      "perks[0].tiers: is missing, and so is `customerTags`: nobody would have it",
    ],
    ["an empty list of levels", [{ ...price, tiers: [] }], "perks[0].tiers: is an empty list"],
    [
      "a level there is not",
      [{ ...price, tiers: ["platin"] }],
      'perks[0].tiers[0]: is "platin", which is no level',
    ],
    ["nothing off", [{ ...price, percent: "0" }], "perks[0].percent: is 0"],
    ["more than everything off", [{ ...price, percent: "101" }], "perks[0].percent: is above 100"],
    [
      "a variant, which the checkout is not asked for",
      [{ ...price, match: { variantIds: [1] } }],
      "perks[0].match.variantIds: is not known here",
    ],
    [
      "a whole shop closed to others",
      [{ ...vault, match: {} }],
      "perks[0].match: names nothing, so that all of the shop would be closed to others",
    ],
    ["no products to keep", [{ ...vault, match: undefined }], "perks[0].match: is missing"],
    [
      "an end before the beginning",
      [{ ...price, from: "2027-01-02T00:00:00Z", to: "2027-01-01T00:00:00Z" }],
      "perks[0].to: does not lie after `from`",
    ],
    [
      "an opening before the early access",
      [{ ...drop, from: "2027-01-01T00:00:00Z" }],
      "perks[0].publicAt: does not lie after `from`",
    ],
    ["no opening", [{ ...drop, publicAt: undefined }], "perks[0].publicAt: is missing"],
    [
      "an end of early access, which `publicAt` is",
      [{ ...drop, to: "2027-02-01T00:00:00Z" }],
      "perks[0].to: is not known here",
    ],
    [
      "two gates that nobody passes",
      [vault, { ...drop, tiers: ["silver"] }],
      'perks[1]: is for the products of "v" and for nobody that "v" is for: nobody could buy them',
    ],
  ])("refuse %s", (_what, perks, fault) => {
    expect(faultsOf(perks)).toContain(fault);
  });

  test.each<[string, unknown[]]>([
    ["share a level", [vault, { ...drop, tiers: ["silver", "gold"] }]],
    ["may share a member by a tag", [vault, { ...drop, tiers: ["silver"], customerTags: ["press"] }]],
    [
      "follow each other",
      [
        { ...vault, from: "2027-01-01T00:00:00Z" },
        { ...drop, tiers: ["silver"] },
      ],
    ],
    ["are for other products", [vault, { ...drop, tiers: ["silver"], match: { productTags: ["drop"] } }]],
  ])("take two gates that %s", (_how, perks) => {
    expect(faultsOf(perks)).toEqual([]);
  });

  test("name no more than the store's checkout can compare with", () => {
    const tags = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`);
    expect(faultsOf([{ ...price, match: { productTags: tags(100) } }])).toEqual([]);
    expect(faultsOf([{ ...price, match: { productTags: tags(101) } }])).toEqual([
      "perks: names 101 tags of products altogether",
    ]);
    const ids = Array.from({ length: 400 }, (_, n) => 8_000_000_000_000 + n);
    expect(faultsOf([{ ...price, match: { productIds: ids } }])).toEqual([
      "perks: is more than the store's checkout can be told",
    ]);
  });

  test("differ where they say something else", () => {
    const later = { ...drop, publicAt: "2027-02-01T00:00:00Z" };
    const found = differencesBetween(
      programmeWith([price, drop]),
      programmeWith([{ ...price, percent: "15.0" }, later, vault]),
    );
    expect(found).toEqual([
      { path: "perks[p].percent", kind: "changed", before: "10", after: "15" },
      {
        path: "perks[d].publicAt",
        kind: "changed",
        before: "2027-01-01T00:00:00Z",
        after: "2027-02-01T00:00:00Z",
      },
      {
        path: "perks[v]",
        kind: "added",
        before: null,
        after: "tiers gold, kind exclusive, match.productTags vault",
      },
    ]);
  });
});
