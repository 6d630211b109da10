import { describe, expect, it } from "vitest";
import type { TierProgress } from "../app/loyalty/summary.ts";
import { PROGRAMME } from "./helpers/theme-page.ts";
import { member, said, seen } from "./helpers/theme-sentences.ts";

const TIERS = [...PROGRAMME.tiers, { id: "gold", name: "gold", at: "1000.00", times: "1.5", weight: 6 }];
const programme = { ...PROGRAMME, tiers: TIERS };

function at(progress: Partial<TierProgress>, change: object = {}) {
  return {
    programme,
    ...member({ progress: { value: "412.40", percent: 21, next: null, keep: null, ...progress } }),
    ...change,
  };
}

describe("the ladder", () => {
  it("marks where the member stands, and how far it is to the next level", () => {
    const page = at({ next: { id: "gold", missing: "587.60" } });
    const text = said("tier-ladder", page);
    expect(text).toContain("Bronze from the start Silver You are here from £250.00 1.25 times the points");
    expect(text).toContain("£587.60 more to reach Gold.");
    expect(seen("tier-ladder", "[aria-current=step]", page)).toHaveLength(1);
    const [bar, ...others] = seen("tier-ladder", "progress", page);
    expect(others).toEqual([]);
    expect(bar?.getAttribute("value")).toBe("21");
    expect(bar?.getAttribute("aria-label")).toBe("On the way to Gold");
    expect(seen("tier-ladder", ".is-reached", page)).toHaveLength(2);
  });

  it("says what keeps the level, and by when, even at the top", () => {
    const page = at({ percent: 100, keep: { until: "2027-03-31T22:59:59Z", missing: "50.00" } });
    expect(said("tier-ladder", page)).toContain(
      "This is the highest level. £50.00 more by Mar 31, 2027 to stay Silver.",
    );
  });

  it("says how long the level lasts where nothing can keep it", () => {
    const page = at({ keep: { until: "2026-12-31T22:59:59Z", missing: null } });
    const text = said("tier-ladder", page);
    expect(text).toContain("You are Silver until Dec 31, 2026.");
    expect(text).not.toContain("to stay");
  });

  it.each([
    ["points", "120", "120 points more to reach Gold."],
    ["orders", "1", "1 order more to reach Gold."],
    ["orders", "3", "3 orders more to reach Gold."],
  ] as const)("counts %s in their own unit", (basis, missing, sentence) => {
    const tiers = TIERS.map((tier) => ({ ...tier, at: tier.at.replace(".00", "") }));
    const page = at({ next: { id: "gold", missing } }, { programme: { ...programme, basis, tiers } });
    expect(said("tier-ladder", page)).toContain(sentence);
  });

  it.each([
    [{ kind: "rolling", months: 12 }, "What counts are the last 12 months."],
    [{ kind: "rolling", months: 1 }, "What counts is the last month."],
    [{ kind: "calendar-year" }, "What counts is the calendar year."],
    [{ kind: "lifetime" }, "What counts is everything since your first order."],
  ])("says what counts: %j", (window, sentence) => {
    expect(said("tier-ladder", { programme: { ...programme, window } })).toContain(sentence);
  });

  it("shows guests the way, and marks nobody's place on it", () => {
    const page = { programme };
    expect(said("tier-ladder", page)).toContain("Silver from £250.00 1.25 times the points Gold");
    expect(said("tier-ladder", page)).not.toMatch(/You are here|more to reach/);
    expect(seen("tier-ladder", "[aria-current], progress, .is-reached", page)).toEqual([]);
  });

  it("tells what a level brings besides points, while it does", () => {
    const perk = { id: "p", tiers: ["gold"], customerTags: [], match: null, from: null, to: null };
    const perks = [
      { ...perk, kind: "member-price", percent: "12.5" },
      { ...perk, kind: "early-access", publicAt: 4e9 },
      { ...perk, kind: "exclusive", to: 1 },
    ];
    const text = said("tier-ladder", { programme: { ...programme, perks } });
    expect(text).toContain("1.5 times the points 12.5% off selected products new products before others");
    expect(text).not.toContain("products kept for members");
  });

  it("promises nothing while the programme is paused, and is not there without levels", () => {
    const page = at({ keep: { until: "2027-03-31T22:59:59Z", missing: "50.00" } });
    expect(said("tier-ladder", { ...page, programme: { ...programme, paused: true } })).not.toContain(
      "to stay",
    );
    expect(said("tier-ladder", { programme: { ...programme, tiers: [] } })).toBe("");
  });
});

describe("points that end", () => {
  const lots = [
    { points: 200, at: "2026-12-31T12:00:00Z" },
    { points: 40, at: "2027-09-01T12:00:00Z" },
  ];
  const open = { ...programme, noticeRequired: false };

  it("are a note when the day is near, and a line beside the balance when it is far", () => {
    const page = { programme: open, ...member({ expiring: lots }) };
    const [note, ...others] = seen("points-panel", ".perennial-note", page);
    expect(others).toEqual([]);
    expect(note?.textContent?.trim()).toBe(
      "200 points end on Dec 31, 2026. Use them before, and nothing is lost.",
    );
    const far = { programme: open, ...member({ expiring: lots.slice(1) }) };
    expect(seen("points-panel", ".perennial-note", far)).toEqual([]);
    expect(seen("points-panel", ".perennial-hero", far)[0]?.textContent).toContain(
      "40 points end on Sep 1, 2027.",
    );
  });

  it("are promised a notice where one is due", () => {
    expect(said("points-panel", { programme, ...member({ expiring: lots }) })).toContain(
      "200 points end on Dec 31, 2026 at the earliest. You will be told in time.",
    );
  });

  it("are not spoken of when the day is over", () => {
    const over = [{ points: 5, at: "2026-11-21T11:59:59Z" }];
    expect(said("points-panel", { programme, ...member({ expiring: over }) })).not.toContain("5 points end");
  });
});
