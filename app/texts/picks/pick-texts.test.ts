import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PICK_TEXTS, type PickTexts } from "./pick-texts.ts";

const FILES: Record<string, string> = { en: "en.default" };

/** "bought_together" of the theme is `boughtTogether` here, and its {{ n }} is {n}. */
function ofTheme(locale: string): unknown {
  const file = `extensions/perennial-theme/locales/${FILES[locale] ?? locale}.json`;
  const { picks, span } = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
  const text = JSON.stringify({ ...picks, days: span?.days })
    .replaceAll(/\{\{ (\w+) \}\}/g, "{$1}")
    .replaceAll("{number}", "{n}");
  const named = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(named).map(([key, value]) => [
      key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

test.each(Object.entries(PICK_TEXTS))("%s says why in the words of the theme", (locale, texts: PickTexts) => {
  expect(ofTheme(locale)).toMatchObject(texts);
});
