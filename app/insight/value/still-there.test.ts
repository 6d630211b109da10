import { expect, test } from "vitest";
import { buyersOf, type Days } from "./buyers.ts";
import { predict } from "../predict.ts";
import { paretoNbd } from "./pareto-nbd.ts";
import { aliveByComing, tellsWhoStopped } from "./still-there.ts";

/** As fitted to a shop of wholesalers: nobody ever stops. */
const NOBODY_STOPS = paretoNbd([0.72, 9.4, 0.0078, 369], 0);
const PAPERS = paretoNbd([0.553, 10.578, 0.606, 11.669], 0);
const ONCE_LONG_AGO = { x: 0, tx: 0, T: 39 };
const weeks = 13;

test("a model under which nobody stops does not tell who did", () => {
  const days: Days[] = Array.from({ length: 60 }, (_, n) => ({ day: [n * 5], amount: [10] }));
  expect(tellsWhoStopped(NOBODY_STOPS, buyersOf(days, 300))).toBe(false);
  expect(tellsWhoStopped(PAPERS, buyersOf(days, 300))).toBe(true);
});

test("who bought once nine months ago and will hardly come is likelier gone than not", () => {
  expect(NOBODY_STOPS.alive(0, 0, 39)).toBeGreaterThan(0.99);
  const alive = aliveByComing(NOBODY_STOPS, ONCE_LONG_AGO, { none: 0.857, weeks });
  expect(alive).toBeGreaterThan(0.143);
  expect(alive).toBeLessThan(0.5);
});

test("the likelier they stay away the less they are there, never less than they come, and never more than the model says", () => {
  const chances = [0, 0.2, 0.4, 0.6, 0.8, 1].map((none) => {
    const alive = aliveByComing(NOBODY_STOPS, { x: 4, tx: 20, T: 39 }, { none, weeks });
    expect(alive).toBeGreaterThanOrEqual(Math.min(1 - none, NOBODY_STOPS.alive(4, 20, 39)));
    return alive;
  });
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
  expect(chances.at(-1)).toBe(0);
  expect(chances[0]).toBe(NOBODY_STOPS.alive(4, 20, 39));
});

test("in a shop where nobody seems to stop, who comes says who is still there", () => {
  const days = Array.from({ length: 100 }, (_, n): Days => {
    const pause = 10 + n;
    const day = Array.from(
      { length: Math.floor((360 - (n % 9)) / pause) + 1 },
      (__, k) => (n % 9) + k * pause,
    );
    return { day, amount: day.map(() => 20) };
  });
  const { of, purchases } = predict(days, { until: 360, horizon: 60 });
  expect(purchases.tellsAlive).toBe(false);
  const silent = of.findIndex((_, n) => 360 - (days[n]?.day.at(-1) ?? 0) > 80);
  expect(of[silent]?.alive).toBeLessThan(0.95);
  for (const { alive, leaving } of of) expect(alive).toBeGreaterThan(Math.min(0.9, 1 - leaving) - 1e-9);
});
