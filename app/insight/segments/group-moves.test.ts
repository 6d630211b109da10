import { expect, test } from "vitest";
import { reasonOfMove, type Standing } from "./group-moves.ts";

const BEFORE: Standing = {
  ...{ recency: 4, frequency: 4, money: 4, group: "loyal" },
  ...{ purchases: 6, spent: 60_00, lastOn: 100 },
};
const QUIET: Standing = { ...BEFORE, recency: 2, group: "at-risk" };

const reason = (after: Partial<Standing>, { today = 195, usual = 40, gaps = 5 } = {}) =>
  reasonOfMove(BEFORE, { ...BEFORE, ...after }, { today, usual, gaps });

test("no order for so long, beside what is usual for them", () => {
  expect(reason(QUIET)).toEqual({ kind: "quiet", days: 95, usual: 40 });
});

test.each([25, 37])(
  "%i days are no silence of one who usually comes every 37: others bought later",
  (days) => {
    expect(reason(QUIET, { today: BEFORE.lastOn + days, usual: 37 })).toEqual({ kind: "others" });
  },
);

test("a day beyond the usual pause is one", () => {
  expect(reason(QUIET, { today: BEFORE.lastOn + 38, usual: 37 })).toMatchObject({ kind: "quiet", days: 38 });
});

test("what is usual is not said of a single gap", () => {
  expect(reason(QUIET, { gaps: 1 })).toEqual({ kind: "quiet", days: 95, usual: null });
});

test("a clock that ran ahead has nobody quiet for less than nothing", () => {
  expect(reason(QUIET, { today: 90, gaps: 1 })).toMatchObject({ days: 0 });
});

test("a further purchase, and more money for the same purchases", () => {
  expect(reason({ purchases: 7, recency: 5, group: "champions" })).toEqual({ kind: "bought", purchases: 7 });
  expect(reason({ spent: 90_00, money: 5, group: "champions" })).toEqual({ kind: "bought", purchases: 6 });
});

test("a second purchase makes somebody new loyal, perhaps, also where others bought later since", () => {
  const fresh: Standing = { ...BEFORE, recency: 5, frequency: 1, money: 2, group: "new", purchases: 1 };
  const after: Standing = { ...fresh, recency: 4, purchases: 2, spent: 80_00, group: "potential-loyalists" };
  expect(reasonOfMove(fresh, after, { today: 195, usual: 40, gaps: 1 })).toEqual({
    kind: "bought",
    purchases: 2,
  });
});

test("a purchase is no reason to fall: others bought later, or for more", () => {
  const bought = { purchases: 7, spent: 70_00, lastOn: 150 };
  expect(reason({ ...bought, recency: 3, group: "need-attention" }, { today: 160 })).toEqual({
    kind: "others",
  });
  expect(reason({ ...bought, recency: 2, group: "at-risk" })).toEqual({ kind: "quiet", days: 45, usual: 40 });
  expect(reason({ ...bought, money: 3, group: "potential-loyalists" })).toEqual({ kind: "others" });
});

test("orders that were given back", () => {
  expect(reason({ spent: 10_00, group: "need-attention" })).toEqual({ kind: "returned" });
});

test("what others did, where they did nothing and were not quiet for longer than others", () => {
  expect(reason({ money: 2, group: "potential-loyalists" })).toEqual({ kind: "others" });
});

test("the first purchase that we know of", () => {
  expect(reasonOfMove(null, BEFORE, { today: 100, usual: 0, gaps: 0 })).toEqual({ kind: "first" });
});
