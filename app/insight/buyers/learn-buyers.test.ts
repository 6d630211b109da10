import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byGroup } from "./groups.ts";
import { learnBuyers, type BuyersLearned } from "./learn-buyers.ts";
import type { Happenings, ShopPast } from "./shop-past.ts";

const TODAY = 20_000;
type Happened = [customer: number, day: number, value: number];

function happenings(rows: readonly Happened[]): Happenings {
  return {
    customer: Int32Array.from(rows, ([customer]) => customer),
    day: Int32Array.from(rows, ([, day]) => day),
    value: Float64Array.from(rows, ([, , value]) => value),
  };
}

function learn(customers: number, bought: Happened[], back: Happened[] = []): BuyersLearned {
  const past: ShopPast = {
    ...{ customers, until: TODAY, purchases: happenings(bought), returns: happenings(back) },
    ...{ rewards: happenings([]), levels: happenings([]), known: new Int32Array(customers).fill(TODAY) },
  };
  const grouping = {
    languages: Array.from({ length: customers }, (_, n) => (n % 2 === 0 ? "de" : "en")),
    channels: new Array<string>(customers).fill("web"),
  };
  return learnBuyers({ past, horizon: 30, grouping });
}

function expectSense(learned: BuyersLearned): void {
  const { expected, places } = learned;
  for (const { value, low, high } of Object.values(expected))
    places.forEach((_, n) => {
      const [least = NaN, most = NaN, middle = NaN] = [low[n], high[n], value[n]];
      expect(Number.isFinite(middle) && least >= 0 && least <= most).toBe(true);
    });
  for (const chances of [expected.alive, expected.leaving])
    expect(chances.high.every((high) => high <= 1)).toBe(true);
  for (const { value, base } of learned.lookBack?.figures ?? [])
    for (const figure of [value, base]) expect(figure === null || Number.isFinite(figure)).toBe(true);
  for (const reasons of learned.reasons)
    for (const { by, spend } of reasons) expect(Number.isFinite(by) && Number.isFinite(spend)).toBe(true);
}

/** Half buy every three weeks until today, half stopped; of every fifth purchase half comes back. */
function shop(customers: number): { bought: Happened[]; back: Happened[] } {
  const bought: Happened[] = [];
  for (let n = 0; n < customers; n++) {
    const end = n % 2 === 0 ? TODAY : TODAY - 40 - ((n * 37) % 200);
    for (let day = TODAY - 320 + ((n * 13) % 90); day <= end; day += 14 + ((n * 7 + day) % 15))
      bought.push([n, day, 10 + ((n * 31 + day) % 40)]);
  }
  const back = bought.flatMap(([customer, day, value], row): Happened[] =>
    row % 5 === 0 ? [[customer, day + 2, value / 2]] : [],
  );
  return { bought, back };
}

describe("a shop with a past", () => {
  const { bought, back } = shop(130);
  const learned = learn(130, bought, back);

  test("is told how good its models would have been of late, and beats the base", () => {
    const { lookBack } = learned;
    expect(lookBack).toMatchObject({ from: TODAY - 29, to: TODAY, beatsBase: true });
    const figures = new Map(lookBack?.figures.map((figure) => [figure.name, figure]));
    expect(figures.get("leaving-auc")?.value).toBeGreaterThan(0.9);
    expect(figures.get("orders-within")?.value).toBeGreaterThan(0.75);
    expect(lookBack?.calibration.reduce((sum, bin) => sum + bin.customers, 0)).toBe(lookBack?.customers);
  });

  test("says why somebody is at risk, what raises it first", () => {
    const silent = learned.places.findIndex((place) => place % 2 === 1);
    const [first] = learned.reasons[silent] ?? [];
    expect(first).toMatchObject({ kind: "silence", raises: true });
    expect(first?.silentDays).toBeGreaterThan(30);
  });

  test("has no figure that is none", () => expectSense(learned));
});

describe("whatever a shop's past is, there is a sensible answer", () => {
  test.each<[string, number, Happened[], Happened[]]>([
    ["nobody", 0, [], []],
    ["one customer who bought once", 1, [[0, TODAY, 10]], []],
    ["a hundred of the same", 100, Array.from({ length: 100 }, (_, n) => [n, TODAY - 100, 5]), []],
    ["a gap of ten years", 1, [[0, TODAY - 3_650, 5], [0, TODAY, 5]], []], // prettier-ignore
    ["clocks that ran ahead", 2, [[0, TODAY + 40, 5], [1, TODAY - 3, 5]], []], // prettier-ignore
    ["more given back than was bought", 1, [[0, TODAY - 9, 5]], [[0, TODAY - 3, 500]]],
    ["a return before any purchase", 1, [[0, TODAY - 2, 5]], [[0, TODAY - 3, 5]]],
    ["orders of nothing", 40, Array.from({ length: 80 }, (_, n) => [n % 40, TODAY - n, 0]), []],
  ])("%s", (_, customers, bought, back) => {
    const learned = learn(customers, bought, back);
    expectSense(learned);
    expect(learned.places.length).toBe(
      new Set(bought.filter(([, day]) => day <= TODAY).map(([who]) => who)).size,
    );
  });

  test("anything at all", () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: TODAY - 500, max: TODAY + 5 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), fc.array(row, { maxLength: 20 }), (bought, back) =>
        expectSense(learn(31, bought, back)),
      ),
      { numRuns: 5 },
    );
  });
});

describe("groups", () => {
  const many = 2_000;
  const places = Array.from({ length: many }, (_, n) => n);
  const held = {
    places,
    days: places.map(() => ({ day: [TODAY - 400], amount: [1] })),
    until: TODAY,
    grouping: {
      languages: places.map((n) => (n % 2 === 0 ? "de" : "en")),
      channels: places.map(() => "web"),
    },
  };
  const left = Uint8Array.from(places, (n) => (n % 4 < 2 ? 1 : 0));

  test("that are told the truth alike are alike, and those of one kind are not compared", () => {
    const checks = byGroup(new Float64Array(many).fill(0.5), left, held);
    expect(checks.map(({ dimension, verdict }) => [dimension, verdict])).toEqual([
      ["language", "alike"],
      ["language", "alike"],
    ]);
  });

  test("of which one is told too much are told apart", () => {
    const chances = Float64Array.from(places, (n) => (n % 2 === 0 ? 0.9 : 0.5));
    expect(byGroup(chances, left, held).find(({ group }) => group === "de")?.verdict).toBe("worse");
  });
});
