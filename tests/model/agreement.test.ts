/**
 * The core against the model: two workings-out of the same page that share no line must agree after every event.
 *
 * `MODEL_RUNS=5000 vitest run tests/model` compares more histories, `MODEL_SEED=123 MODEL_RUNS=1` plays one again:
 * history n of a run has the seed MODEL_SEED + n, which is what a failure names.
 */
import { describe, expect, test } from "vitest";
import { readCases } from "../helpers/core-case.ts";
import type { Case } from "./case-format.ts";
import { findParting } from "./compare.ts";
import { playModel } from "./model.ts";
import { randomCase } from "./random-case.ts";

const FIRST_SEED = Number(process.env["MODEL_SEED"] ?? 1);
const RUNS = Number(process.env["MODEL_RUNS"] ?? 120);

const cases = readCases();

describe.skipIf(cases.length === 0)("the model gives what an independent program worked out", () => {
  test.each(cases)("$file: $played.about", ({ played }) => {
    expect(playModel(played as Case)).toEqual(played.expect);
  });
});

test("the same seed makes the same history, another seed another", () => {
  expect(randomCase(5)).toEqual(randomCase(5));
  expect(randomCase(5)).not.toEqual(randomCase(6));
});

test(
  "after every event of a random history the core stands where the model does",
  { timeout: 20_000 + RUNS * 1000 },
  () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const parting = findParting(randomCase(seed));
      if (parting === null) continue;
      const { step, event, core, model } = parting;
      expect(core, `MODEL_SEED=${seed}, event ${step}: ${JSON.stringify(event)}`).toEqual(model);
    }
  },
);
