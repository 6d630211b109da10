import { describe, expect, test } from "vitest";
import { fairnessOf, quantileBounds, type EarnedOrder, type GroupEffect } from "./fairness.ts";

/** So many orders of 10 each, of as many members, that earned `before` and would earn `after`. */
function orders(group: string, { many = 60, before = 10, after = 10, value = 10 } = {}): EarnedOrder[] {
  return Array.from({ length: many }, (_, place) => ({
    member: `${group} ${place}`,
    value,
    before,
    after,
    groups: { channel: group },
  }));
}

function effects(of: EarnedOrder[]): Record<string, GroupEffect> {
  const [channel] = fairnessOf(of, ["channel"]);
  return Object.fromEntries((channel?.groups ?? []).map((effect) => [effect.group, effect]));
}

describe("a change that is the same for everybody", () => {
  test("treats groups alike, though one spends much more", () => {
    const { web, pos } = effects([
      ...orders("web", { before: 10, after: 20 }),
      ...orders("pos", { value: 1_000, before: 1_000, after: 2_000 }),
    ]);
    expect([web?.verdict, pos?.verdict]).toEqual(["alike", "alike"]);
    expect(web).toMatchObject({ before: 1, after: 2, change: 1, others: 1 });
  });
});

describe("a change that one group has more of", () => {
  test("is told of both sides", () => {
    const { web, pos } = effects([...orders("web"), ...orders("pos", { after: 15 })]);
    expect(web).toMatchObject({ verdict: "worse", change: 0, others: 0.5 });
    expect(pos).toMatchObject({ verdict: "better", change: 0.5, others: 0 });
  });

  test("below a twentieth is none", () => {
    const { pos } = effects([
      ...orders("web", { before: 100, after: 100 }),
      ...orders("pos", { before: 100, after: 104 }),
    ]);
    expect(pos?.verdict).toBe("alike");
  });

  test("is told of whoever begins to earn at all", () => {
    const { pos } = effects([...orders("web"), ...orders("pos", { before: 0, after: 5 })]);
    expect(pos).toMatchObject({ verdict: "better", change: null });
  });
});

describe("a group", () => {
  test.each([
    ["of 49 orders", 49],
    ["of 19 orders", 19],
  ])("%s is too small to say anything of, and so are all others of the rest", (_, many) => {
    const { web, pos } = effects([...orders("web"), ...orders("pos", { many, after: 40 })]);
    expect([web?.verdict, pos?.verdict]).toEqual(["few", "few"]);
  });

  test("of few members is too small, however much they order", () => {
    const often = orders("pos", { after: 40 }).map((order, place) => ({
      ...order,
      member: `pos ${place % 19}`,
    }));
    expect(effects([...orders("web"), ...often]).pos?.verdict).toBe("few");
  });

  test("that is not known is none", () => {
    const unknown = orders("pos").map((order) => ({ ...order, groups: { channel: null } }));
    expect(Object.keys(effects([...orders("web"), ...unknown]))).toEqual(["web"]);
  });
});

test("bounds cut values into parts of the same size", () => {
  expect(quantileBounds([6, 1, 5, 2, 4, 3], 3)).toEqual([3, 5]);
  expect(quantileBounds([], 3)).toEqual([0, 0]);
});
