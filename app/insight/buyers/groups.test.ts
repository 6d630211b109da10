import { describe, expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { byGroup, type GroupCheck } from "./groups.ts";

const DIFFERENT = ["en", "de", "fr", "zh", "ja", "it", "es", "pl", "nl", "sv"];

/** A shop of so many customers a language whose chances are true, but for those of one language that are told too much. */
function shop(seed: number, each: number, { languages = DIFFERENT, tooMuch = 0 } = {}): GroupCheck[] {
  const random = seededRandom(seed);
  const places = Array.from({ length: each * languages.length }, (_, n) => n);
  const told = places.map(() => 0.1 + 0.7 * random());
  const left = Uint8Array.from(told, (chance) => (random() < chance ? 1 : 0));
  const language = (n: number) => languages[n % languages.length] ?? "";
  return byGroup(
    Float64Array.from(told, (chance, n) => Math.min(1, chance + (language(n) === "de" ? tooMuch : 0))),
    left,
    {
      places,
      days: places.map(() => ({ day: [20_000 - Math.floor(700 * random())], amount: [1] })),
      until: 20_000,
      grouping: {
        languages: places.map(language),
        channels: places.map(() => ["web", "pos"][Math.floor(2 * random())] ?? ""),
      },
    },
  );
}

const isMarked = ({ verdict }: GroupCheck) => verdict === "better" || verdict === "worse";

describe("groups of a shop", () => {
  test("are never marked where the interval beside them contains zero, nor the other way than it lies", () => {
    for (let seed = 1; seed <= 100; seed++)
      for (const check of shop(seed, 60 + seed, { tooMuch: (seed % 5) / 20 })) {
        const { verdict, low, high, apart } = check;
        if (verdict === "worse") expect(low).toBeGreaterThan(0);
        if (verdict === "better") expect(high).toBeLessThan(0);
        if (verdict === "alike") expect(low > 0 || high < 0 ? Math.abs(apart) : 0).toBeLessThan(0.03);
      }
  });

  test("are called alike only where they are off by less than a tenth for sure", () => {
    const small = shop(1, 60).filter(({ dimension }) => dimension === "language");
    expect(new Set(small.map(({ verdict }) => verdict))).toEqual(new Set(["open"]));
    const large = shop(1, 1_500, { languages: ["en", "de", "fr"] });
    expect(new Set(large.map(({ verdict }) => verdict))).toEqual(new Set(["alike"]));
    for (const { verdict, low, high } of [...small, ...large])
      expect(verdict === "alike").toBe(low >= -0.1 && high <= 0.1);
  });

  test("that are all told the truth: some group is marked in hardly more than one shop of twenty", () => {
    const shops = Array.from({ length: 200 }, (_, seed) => shop(seed + 1, 60));
    const alarmed = shops.filter((checks) => checks.some(isMarked)).length;
    expect(alarmed / shops.length).toBeLessThanOrEqual(0.07);
  });

  test("of which one is told a tenth too much: that one is found", () => {
    const found = Array.from({ length: 60 }, (_, seed) =>
      shop(seed + 1, 600, { languages: ["en", "de", "fr"], tooMuch: 0.1 }),
    ).filter((checks) => checks.find(({ group }) => group === "de")?.verdict === "worse");
    expect(found.length).toBeGreaterThanOrEqual(54);
  });
});
