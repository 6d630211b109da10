import { describe, expect, it } from "vitest";
import type { NameTexts, RewardSummary } from "../app/loyalty/summary.ts";
import { PROGRAMME } from "./helpers/theme-page.ts";
import { member, said, seen } from "./helpers/theme-sentences.ts";

const FIVE: RewardSummary = {
  ...{ id: "five", kind: "amount", cost: 500, value: "5.00", costPer: null, mostUnits: null, handle: null },
  ...{ minimum: null, minimumCents: 0, codeDays: null, product: null, tiers: null, perMember: null },
  ...{ from: null, to: null },
};

function named(texts: Record<string, NameTexts>) {
  return { programme: { ...PROGRAMME, rewards: [FIVE], texts } };
}

describe("the merchant's own names", () => {
  const leaves = named({
    en: {
      points: { one: "leaf", other: "leaves" },
      tiers: { silver: "Silver birch" },
      rewards: { five: "A fiver" },
    },
    de: { points: { one: "Blatt", other: "Blätter" } },
  });

  it("stand wherever points are counted, in the form that the number asks for", () => {
    expect(said("points-badge", { ...leaves, ...member() })).toBe("Your balance: 1,240 leaves");
    expect(said("points-badge", { ...leaves, ...member({ balance: 1 }) })).toBe("Your balance: 1 leaf");
    const text = said("points-panel", { ...leaves, ...member() });
    expect(text).toContain("Your points 1,240 leaves Silver birch: 1.25 times the points");
    expect(text).toContain("120 leaves on Dec 1, 2026");
    expect(text).toContain("1 leaf for every £1.00");
    expect(text).toContain("A fiver 500 leaves");
    expect(text).not.toMatch(/\d points?\b/);
  });

  it("are those of the page's language, or of none", () => {
    expect(said("points-badge", { ...leaves, ...member(), locale: "de" })).toContain("1.240 Blätter");
    expect(said("points-badge", { ...leaves, ...member(), locale: "fr" })).toContain("points");
    const german = named({ de: { points: { other: "Blätter" } } });
    expect(said("points-badge", { ...german, ...member(), locale: "de-AT" })).toContain("Blätter");
  });

  it("fall back to the form for all others, where one is left out", () => {
    const miles = named({ en: { points: { other: "miles" } } });
    expect(said("points-badge", { ...miles, ...member({ balance: 1 }) })).toBe("Your balance: 1 miles");
  });

  it("are given to the script too, for every form there is", () => {
    const [desk] = seen("points-panel", "perennial-rewards", { ...leaves, ...member() });
    expect(desk?.getAttribute("data-points")).toBe(
      "0=[n] leaves|1=[n] leaf|2=[n] leaves|3=[n] leaves|11=[n] leaves|100=[n] leaves",
    );
  });
});
