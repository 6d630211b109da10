import { expect, test } from "vitest";
import { textsFor } from "../../texts/texts.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import { noBetterText } from "./figure-words.ts";

const figure = (name: string, value: number | null, base: number | null): ModelFigure => ({
  ...{ name, value, base, rows: 100, protocol: "" },
});

test.each(["again", "new", "basket"])("of %s it is said where sales alone reach as much", (name) => {
  const t = textsFor("en");
  expect(noBetterText(figure(name, 0.467, 0.486), t)).toMatch(/^No better/);
  expect(noBetterText(figure(name, 0.486, 0.486), t)).toMatch(/^No better/);
  expect(noBetterText(figure(name, 0.487, 0.486), t)).toBeNull();
});

test("of what is not beside sales nothing is said", () => {
  expect(noBetterText(figure("leaving-brier", 0.1, 0.2), textsFor("en"))).toBeNull();
  expect(noBetterText(figure("again", null, 0.2), textsFor("en"))).toBeNull();
  expect(noBetterText(figure("again", 0.2, null), textsFor("en"))).toBeNull();
});
