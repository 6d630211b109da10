import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byDay,
  flowOf,
  flowSum,
  outstanding,
  runningTotal,
  stockSum,
  FLOWS,
  STOCKS,
  type Move,
} from "./flows.ts";

const move = (key: string, points: bigint, day = 1): Move => ({ key, points, day });

test.each([
  ["earnings>pending", "earned", 5n],
  ["pending>earnings", "earned", -5n],
  ["adjustments>available", "adjusted", 5n],
  ["available>adjustments", "adjusted", -5n],
  ["imports>available", "imported", 5n],
  ["held>redemptions", "redeemed", 5n],
  ["redemptions>available", "redeemed", -5n],
  ["available>breakage", "expired", 5n],
  ["breakage>available", "expired", -5n],
  ["forgiveness>earnings", "dropped", 5n],
] as const)("%s is %s", (key, flow, amount) => {
  expect(FLOWS.map((name) => flowOf(move(key, 5n), name))).toEqual(
    FLOWS.map((name) => (name === flow ? amount : name === "earned" && key.endsWith(">earnings") ? -5n : 0n)),
  );
});

test("what becomes owed raises what members owe, and what pays a debt lowers it", () => {
  const moves = [move("owed>earnings", 8n), move("available>owed", 3n)];
  expect(stockSum(moves, "owed")).toBe(5n);
  expect(stockSum(moves, "available")).toBe(-3n);
});

test("what members have is what came in less what went out, whatever the moves", () => {
  const accounts = [
    "pending",
    "available",
    "held",
    "owed",
    "earnings",
    "adjustments",
    "redemptions",
    "breakage",
    "forgiveness",
    "imports",
  ];
  const moves = fc.array(
    fc
      .tuple(
        fc.constantFrom(...accounts),
        fc.constantFrom(...accounts),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
      )
      .filter(([debit, credit]) => debit !== credit)
      .map(([debit, credit, points]) => move(`${debit}>${credit}`, points)),
  );
  fc.assert(
    fc.property(moves, (all) => {
      const [pending, available, held, owed] = STOCKS.map((stock) => stockSum(all, stock));
      const came =
        flowSum(all, "earned") +
        flowSum(all, "adjusted") +
        flowSum(all, "imported") +
        flowSum(all, "dropped");
      const went = flowSum(all, "redeemed") + flowSum(all, "expired");
      expect((pending ?? 0n) + (available ?? 0n) + (held ?? 0n) - (owed ?? 0n)).toBe(came - went);
      expect(outstanding(all) - (owed ?? 0n)).toBe(came - went);
    }),
  );
});

test("a day without moves is 0, and a total runs on over it", () => {
  const moves = [
    move("earnings>available", 5n, 3),
    move("earnings>available", 2n, 3),
    move("available>held", 1n, 5),
  ];
  const earned = byDay([3, 4, 5], moves, (one) => flowOf(one, "earned"));
  expect(earned).toEqual([7n, 0n, 0n]);
  expect(runningTotal(10n, earned)).toEqual([17n, 17n, 17n]);
});
