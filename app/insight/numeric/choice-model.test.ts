import { expect, test } from "vitest";
import { chancesOf, fitChoices, type Choices } from "./choice-model.ts";
import { seededRandom } from "./seeded-random.ts";

/** People who choose one of five by what speaks for each, and by chance. */
function chosenBy(weights: readonly number[], many: number): Choices {
  const random = seededRandom(7);
  const columns = weights.length;
  const rows = many * 5;
  const choices = {
    values: Float64Array.from({ length: rows * columns }, () => random() * 4 - 2),
    ...{ columns, isChosen: new Uint8Array(rows) },
    start: Int32Array.from({ length: many + 1 }, (_, n) => n * 5),
  };
  for (let choice = 0; choice < many; choice++) {
    // How good the whole offer is differs, and says nothing of what is taken of it.
    const offer = random() * 100;
    for (let row = choice * 5; row < choice * 5 + 5; row++) choices.values[row * columns] = offer;
    const at = { from: choice * 5, to: choice * 5 + 5 };
    let left = random();
    const chances = chancesOf(choices, Float64Array.from(weights), at);
    const taken = chances.findIndex((chance) => (left -= chance) < 0);
    choices.isChosen[choice * 5 + Math.max(0, taken)] = 1;
  }
  return choices;
}

test("finds again by what people chose, whatever else is as good for all of an offer", () => {
  const { weights } = fitChoices(chosenBy([3, 1.5, -0.7, 0], 3_000), 1e-6);
  expect(weights[0]).toBeCloseTo(0, 5);
  expect(Math.abs((weights[1] ?? 9) - 1.5)).toBeLessThan(0.1);
  expect(Math.abs((weights[2] ?? 9) + 0.7)).toBeLessThan(0.1);
  expect(Math.abs(weights[3] ?? 9)).toBeLessThan(0.1);
});

test("chances of an offer come to 1, however far apart its rows are", () => {
  const table = { values: Float64Array.of(1e4, -1e4, 0), columns: 1 };
  const chances = chancesOf(table, Float64Array.of(5), { from: 0, to: 3 });
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  expect(chances.every(Number.isFinite)).toBe(true);
});

test("learns nothing where nothing differs or nothing was chosen", () => {
  const nothing = { values: new Float64Array(12), columns: 2, isChosen: new Uint8Array(6) };
  const { weights } = fitChoices({ ...nothing, start: Int32Array.of(0, 3, 6) }, 1e-3);
  expect([...weights]).toEqual([0, 0]);
});
