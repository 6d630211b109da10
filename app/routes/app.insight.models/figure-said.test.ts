import { expect, test } from "vitest";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import { figureSaid } from "./figure-said.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });
const said = (name: string, value: number | null, base: number | null = null) => {
  const figure: ModelFigure = { name, value, base, rows: 100, protocol: "" };
  return figureSaid(figure, t, f);
};

test("says of how many of a hundred it was true, and of how many by chance", () => {
  expect(said("leaving-top", 0.618, 0.409)).toContain("62 really stayed away. Picked at random, 41");
  expect(said("leaving-auc", 0.741, 0.68)).toContain("74 times in 100");
});

test("says how much nearer risks come than one for all, and where they do not", () => {
  expect(said("leaving-brier", 0.207, 0.245)).toContain("16% nearer");
  expect(said("leaving-brier", 0.25, 0.245)).toContain("no nearer");
});

test("says whether risks are too sure", () => {
  expect(said("leaving-slope", 0.6)).toContain("too sure");
  expect(said("leaving-slope", 0.9)).toContain("as far apart as they should");
  expect(said("leaving-slope", 1.5)).toContain("too careful");
});

test("says nothing of what is not known", () => {
  expect(said("leaving-auc", null, 0.5)).toBeNull();
  expect(said("of a later version", 0.5)).toBeNull();
});
