import { describe, expect, test } from "vitest";
import { armOf, freeShare, freeSlots, inControlGroup, placeOf, WHOLE, type Assignment } from "./assign.ts";

const MEMBERS = Array.from({ length: 20_000 }, (_, n) => String(7_000_000_000 + n * 32_768));
const HALVES = [
  { id: "a", share: 5_000 },
  { id: "b", share: 5_000 },
];

function experiment(change: Partial<Assignment> = {}): Assignment {
  return { layerSalt: "layer", slots: [{ from: 0, to: WHOLE }], salt: "first", arms: HALVES, ...change };
}

function shareOf(test: (memberId: string) => boolean): number {
  return MEMBERS.filter(test).length / MEMBERS.length;
}

describe("assignment", () => {
  test("is always the same for the same member", () => {
    // int(sha256(b"salt:6940000000001").hexdigest()[:12], 16) % 10000, as other languages work it out.
    expect(placeOf("salt", "6940000000001")).toBe(5_346);
  });

  test("gives every arm its share, whatever the ids have in common", () => {
    const arms = [
      { id: "control", share: 1_000 },
      { id: "small", share: 4_500 },
      { id: "large", share: 4_500 },
    ];
    for (const { id, share } of arms)
      expect(shareOf((member) => armOf(experiment({ arms }), member) === id)).toBeCloseTo(share / WHOLE, 1.7);
  });

  test("of one experiment tells nothing about another", () => {
    const both = shareOf(
      (id) => armOf(experiment(), id) === "a" && armOf(experiment({ salt: "second" }), id) === "a",
    );
    expect(Math.abs(both - 0.25)).toBeLessThan(0.012);
  });

  test("puts nobody into two experiments of one layer", () => {
    const first = freeSlots([], 4_000) ?? [];
    const second = freeSlots(first, 6_000) ?? [];
    const inBoth = shareOf(
      (id) =>
        armOf(experiment({ slots: first }), id) !== null && armOf(experiment({ slots: second }), id) !== null,
    );
    const inOne = shareOf(
      (id) =>
        armOf(experiment({ slots: first }), id) !== null || armOf(experiment({ slots: second }), id) !== null,
    );
    expect([inBoth, inOne]).toEqual([0, 1]);
  });
});

describe("the control group", () => {
  test("has its share, and keeps everybody when it grows", () => {
    expect(Math.abs(shareOf((id) => inControlGroup("salt", 500, id)) - 0.05)).toBeLessThan(0.005);
    const left = MEMBERS.filter((id) => inControlGroup("salt", 500, id) && !inControlGroup("salt", 700, id));
    expect(left).toEqual([]);
  });

  test("is nobody at 0 and everybody at 10,000", () => {
    expect(shareOf((id) => inControlGroup("salt", 0, id))).toBe(0);
    expect(shareOf((id) => inControlGroup("salt", WHOLE, id))).toBe(1);
  });
});

describe("the places of a layer", () => {
  test("are taken where they are free, also between others", () => {
    const taken = [
      { from: 8_000, to: 9_000 },
      { from: 1_000, to: 5_000 },
    ];
    expect(freeSlots(taken, 2_000)).toEqual([
      { from: 0, to: 1_000 },
      { from: 5_000, to: 6_000 },
    ]);
    expect(freeShare(taken)).toBe(5_000);
  });

  test("are refused where too few are left", () => {
    expect(freeSlots([{ from: 0, to: 6_000 }], 5_000)).toBeNull();
    expect(freeSlots([{ from: 0, to: WHOLE }], 1)).toBeNull();
  });
});
