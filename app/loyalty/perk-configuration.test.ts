import { describe, expect, test } from "vitest";
import { storePerks, thingsNamedBy, type StorePerks } from "./perk-configuration.ts";
import { checkProgramme } from "./programme.ts";
import { summariseProgramme } from "./summarise-programme.ts";
import { SUMMARY_MAX_BYTES, type ProgrammeSummary } from "./summary.ts";
import { parseInstant } from "./time.ts";

const NOW = parseInstant("2026-12-01T12:00:00Z");
const GATE = { tiers: ["gold"], match: { productTags: ["vault"] } };

function summaryWith(perks: object[], changes: Partial<ProgrammeSummary> = {}): ProgrammeSummary {
  const check = checkProgramme({
    programme: "Test",
    currency: "GBP",
    timezone: "Europe/London",
    earning: { rules: [] },
    tiers: {
      basis: "orders",
      levels: [
        { id: "bronze", at: "0" },
        { id: "gold", at: "5" },
      ],
    },
    perks,
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return { ...summariseProgramme({ programme: check.programme, version: 1 }), ...changes };
}

function perksAt(summary: ProgrammeSummary, at = NOW, timezone = "Europe/London"): StorePerks {
  const things = {
    collections: new Map([["bulbs", "gid://shopify/Collection/1"]]),
    products: new Map([["tulip", "gid://shopify/Product/7"]]),
  };
  return storePerks(summary, { now: at, timezone, things });
}

const price = { id: "p", kind: "member-price", tiers: ["gold"], percent: "10" };

describe("what the store's functions are told", () => {
  test("is nothing where there are no perks, or where they are over", () => {
    const nothing = { discount: null, validation: null, changesAt: null, missing: [] };
    expect(perksAt(summaryWith([]))).toEqual(nothing);
    expect(perksAt(summaryWith([{ ...price, to: "2026-12-01T12:00:00Z" }]))).toEqual(nothing);
    const drop = { ...GATE, id: "d", kind: "early-access", publicAt: "2026-12-01T12:00:00Z" };
    expect(perksAt(summaryWith([drop]))).toEqual(nothing);
  });

  test("names things as the store does, and asks for what they name", () => {
    const perks = [
      { ...price, customerTags: ["vip"], match: { collections: ["bulbs", "gone"], productTags: ["summer"] } },
      { id: "g", kind: "gift", tiers: ["gold"], product: "tulip", minimum: "50" },
      { ...GATE, id: "v", kind: "exclusive" },
    ];
    const summary = summaryWith(perks, { texts: { de: { tiers: { gold: "Eiche" } } } });
    expect(thingsNamedBy(summary)).toEqual({ collections: ["bulbs", "gone"], products: ["tulip"] });
    const { discount, validation } = perksAt(summary);
    expect(
      discount?.configuration.perks.map((perk) => [perk.id, perk.match, "product" in perk && perk.product]),
    ).toEqual([
      ["p", { collections: ["gid://shopify/Collection/1"], productTags: ["summer"] }, false],
      ["g", null, "gid://shopify/Product/7"],
    ]);
    expect(discount?.variables).toEqual({
      customerTags: ["vip"],
      productTags: ["summer"],
      collections: ["gid://shopify/Collection/1"],
      next: "9999-12-31T00:00:00",
    });
    expect(discount?.configuration.tiers).toEqual({ gold: { "": "gold", de: "Eiche" } });
    expect(validation?.configuration.perks.map(({ id }) => id)).toEqual(["v"]);
  });

  test("holds for nothing where a collection is gone, and leaves out a gift that is", () => {
    const perks = [
      { ...price, match: { collections: ["gone"] } },
      { id: "g", kind: "gift", tiers: ["gold"], product: "daffodil" },
    ];
    const { discount, missing } = perksAt(summaryWith(perks));
    expect(discount?.configuration.perks.map(({ id, match }) => [id, match])).toEqual([
      ["p", { collections: [] }],
    ]);
    expect(missing).toEqual(["daffodil"]);
  });

  test("says by the shop's clocks when something begins or ends next, and that it is to be told anew then", () => {
    const perks = [
      { ...price, from: "2027-07-01T00:00:00Z", to: "2027-08-01T00:00:00Z" },
      { ...GATE, id: "d", kind: "early-access", publicAt: "2027-01-01T00:00:00Z" },
    ];
    const { discount, validation, changesAt } = perksAt(summaryWith(perks), NOW, "Asia/Tokyo");
    expect(discount?.configuration.next).toBe(parseInstant("2027-07-01T00:00:00Z") / 1000);
    expect(discount?.variables.next).toBe("2027-07-01T09:00:00");
    expect(validation?.variables.next).toBe("2027-01-01T09:00:00");
    expect(changesAt).toBe(parseInstant("2027-01-01T00:00:00Z"));
    const later = perksAt(summaryWith(perks), parseInstant("2027-07-01T00:00:00Z"));
    expect(later.discount?.variables.next).toBe("2027-08-01T01:00:00");
    expect(later.validation).toBeNull();
  });

  test("fits into what a function can read, whatever levels are called", () => {
    const name = "Ehrenmitglied der Königlich-Botanischen Gesellschaft ".repeat(2);
    const texts = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`x${n}`, { tiers: { gold: name } }]),
    );
    const { discount } = perksAt(summaryWith([price], { texts }));
    expect(JSON.stringify(discount?.configuration).length).toBeLessThan(SUMMARY_MAX_BYTES);
    expect(discount?.configuration.tiers).toEqual({ gold: { "": "gold" } });
  });
});
