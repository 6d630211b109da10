import fc from "fast-check";
import { expect, test } from "vitest";
import { adjusted, aShop } from "./example-shop.ts";
import { effectOf, reversalKey, sizeOfReversal } from "./reversal.ts";
import { DAY, formatInstant, parseInstant } from "./time.ts";

const START = parseInstant("2026-01-05T12:00:00Z");
/** One of several rules at each time, so that a later lot may well expire before an older one. */
const MONTHS = [1, 2, 6];
const VERSIONS = Array.from({ length: 8 }, (_, n) => ({
  effectiveFrom: n === 0 ? "2026-01-01T00:00:00Z" : formatInstant(START + n * 20 * DAY),
  points: {
    expiry: { kind: "lots", months: MONTHS[n % MONTHS.length] },
    notice: { required: false },
  },
}));

const gain = fc.record({ day: fc.integer({ min: 0, max: 150 }), points: fc.bigInt({ min: 1n, max: 50n }) });
const story = fc.record({
  gains: fc.array(gain, { maxLength: 6 }),
  slip: gain,
  undoneAfter: fc.integer({ min: 0, max: 25 }),
});

test("nobody has fewer points at any time for an adjustment that was made and taken back", () => {
  fc.assert(
    fc.property(story, ({ gains, slip, undoneAfter }) => {
      const [with_, without] = [aShop(...VERSIONS), aShop(...VERSIONS)];
      const at = (day: number, minute = 0) => formatInstant(START + day * DAY + minute * 60_000);
      const undoneOn = slip.day + undoneAfter;
      for (let day = 0; day <= 400; day++) {
        gains.forEach((one, n) => {
          if (one.day !== day) return;
          for (const shop of [with_, without]) shop.at(at(day), adjusted(one.points, `gain-${n}`));
        });
        if (day === slip.day) with_.at(at(day, 1), adjusted(slip.points, "slip"));
        if (day === undoneOn) {
          const made = with_.book.journal.find(({ key }) => key === "adjust:slip");
          if (made === undefined) throw new Error("it was never made");
          expect(effectOf(made)).toBe(slip.points);
          const back = adjusted(sizeOfReversal(made, 0n), reversalKey(made.key));
          with_.at(at(day, 2), { ...back, reverses: made.key } as typeof back);
        }
        if (day < undoneOn) continue;
        for (const shop of [with_, without]) shop.at(at(day, 3));
        expect(with_.figures().available ?? 0n).toBeGreaterThanOrEqual(without.figures().available ?? 0n);
      }
    }),
    { numRuns: 60 },
  );
});
