import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsBefore } from "./calendar.ts";
import { comesBackAt, leavesAt } from "./rolling-window.ts";
import { DAY, HOUR, parseInstant } from "./time.ts";

const at = (text: string) => parseInstant(text);

describe("a window of one month at the end of March", () => {
  const [zone, months] = ["Europe/London", 1];
  const order = at("2026-02-28T08:30:00Z");

  test("loses what happened on 28 February on 28 March, at its own time of the day", () => {
    const now = at("2026-03-01T00:00:00Z");
    expect(leavesAt(order, { zone, months, now })).toBe(at("2026-03-28T08:30:00Z"));
  });

  test.each([
    // Clocks go forward on 29 March.
    ["2026-03-28T09:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T07:30:00Z"],
    ["2026-03-29T08:00:00Z", "2026-03-29T23:00:00Z", "2026-03-30T07:30:00Z"],
    ["2026-03-30T08:00:00Z", "2026-03-30T23:00:00Z", "2026-03-31T07:30:00Z"],
  ])("has it back after %s from midnight to the same time", (now, back, gone) => {
    expect(comesBackAt(order, { zone, months, now: at(now) })).toBe(at(back));
    expect(leavesAt(order, { zone, months, now: at(back) })).toBe(at(gone));
  });

  test("is done with it in April", () => {
    expect(comesBackAt(order, { zone, months, now: at("2026-03-31T08:00:00Z") })).toBeNull();
  });
});

test("between now and what is said nothing leaves and nothing comes back, whatever months and clocks are like", () => {
  const instants = fc.integer({ min: at("2026-01-20T00:00:00Z"), max: at("2028-04-10T00:00:00Z") });
  fc.assert(
    fc.property(
      fc.constantFrom("Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo"),
      fc.integer({ min: 1, max: 12 }),
      instants,
      fc.integer({ min: -3, max: 36 }),
      fc.integer({ min: 0, max: 24 * 60 - 1 }),
      (zone, months, now, days, minutes) => {
        // Around the edge of the window, where something can happen.
        const happened = monthsBefore(zone, now, months) + days * 2 * HOUR - minutes * 60_000;
        const isIn = (instant: number) => monthsBefore(zone, instant, months) < happened;
        const window = { zone, months, now };
        const moves = isIn(now) ? leavesAt(happened, window) : comesBackAt(happened, window);
        const until = moves ?? now + 40 * DAY;
        const wasIn = isIn(now);
        for (let instant = now; instant < until; instant += 25 * 60_000)
          if (isIn(instant) !== wasIn) throw new Error(`it changes at ${instant} already`);
        expect(isIn(until - 1)).toBe(wasIn);
        if (moves !== null) expect(isIn(moves)).toBe(!isIn(now));
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 60) },
  );
});
