import { describe, expect, it } from "vitest";
import { LOCALES, readSurfaces, type Surface, type Text, type Texts } from "./texts/read-texts.ts";

const PLURAL = /\.(zero|one|two|few|many|other)$/;
const surfaces = await readSurfaces();

function english({ texts, name }: Surface): Texts {
  const found = texts.get("en");
  if (found === undefined) throw new Error(`${name} has no English`);
  return found;
}

function keysOf(texts: Texts): string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, "")))].sort();
}

/** "{{ name }}" or "{name}", each once; for a function, how many values it takes. */
function valuesOf(text: Text | undefined): string[] {
  if (text === undefined) return ["missing"];
  if (typeof text !== "string") return [`${text.takes} values`];
  return [...new Set([...text.matchAll(/\{\{?\s*(\w+)\s*\}?\}/g)].map((match) => match[1] ?? ""))].sort();
}

/** A number stands in the words of some plural forms alone ("one point"), so forms are compared without it. */
function comparable(key: string, values: string[]): string[] {
  return PLURAL.test(key)
    ? values.filter((value) => !["n", "count", "number", "points"].includes(value))
    : values;
}

describe("every surface", () => {
  it("is found", () => {
    expect(surfaces.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "app/texts/membership",
        "app/texts/rewards",
        "app/texts/why",
        "extensions/perennial-discount/src/texts",
        "extensions/perennial-theme/locales",
        "extensions/perennial-theme/locales (schema)",
      ]),
    );
  });
});

describe.each(surfaces)("$name", (surface) => {
  const { texts, sources } = surface;
  const others = [...texts.keys()].filter((locale) => locale !== "en");

  it("speaks all the languages of the project, and no other", () => {
    expect([...texts.keys()].sort()).toEqual([...LOCALES].sort());
  });

  it.each(others)("has every text in %s, and no other", (locale) => {
    expect(keysOf(texts.get(locale) ?? new Map())).toEqual(keysOf(english(surface)));
  });

  it.each([...texts.keys()])("has the plural forms that %s has, no fewer and no more", (locale) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const forms = [...(texts.get(locale)?.keys() ?? [])].filter((key) => PLURAL.test(key));
    for (const [key, having] of Map.groupBy(forms, (form) => form.replace(PLURAL, "")))
      expect(having.map((form) => form.split(".").at(-1)).sort(), key).toEqual([...pluralCategories].sort());
  });

  it.each(others)("fills in the same values in %s as in English", (locale) => {
    const originals = english(surface);
    for (const [key, text] of texts.get(locale) ?? []) {
      const original = originals.get(key) ?? originals.get(key.replace(PLURAL, ".other"));
      expect(comparable(key, valuesOf(text)), key).toEqual(comparable(key, valuesOf(original)));
    }
  });

  it.each(others)("leaves nothing empty in %s that English says", (locale) => {
    for (const [key, text] of texts.get(locale) ?? []) {
      if (text !== "") continue;
      // A space between two sentences is none in some languages.
      const original = english(surface).get(key);
      expect(typeof original === "string" ? original.trim() : original, key).toBe("");
    }
  });

  it("has every text that is asked for", () => {
    const known = new Set(keysOf(english(surface)));
    const groups = new Set([...known].map((key) => key.split(".")[0]));
    // A file may ask for texts of another surface as well: a schema's, or a second folder's.
    const asked = sources.flatMap(keysAskedIn).filter((key) => groups.has(key.split(".")[0]));
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  it("asks for every text that it has", () => {
    const asked = sources.join("\n");
    const unused = keysOf(english(surface)).filter((key) => !isAsked(key, asked));
    expect(unused).toEqual([]);
  });
});

/** Keys that stand in a source in full: those of Liquid's `t`, of the snippet `say` and of `translate`. */
function keysAskedIn(source: string): string[] {
  const patterns = [
    /['"]([\w.]+)['"]\s*\|\s*t\b/g,
    /'say', key: '([\w.]+)'/g,
    /\btranslate\(\s*["'`]([\w.]+)["'`]/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ""));
}

/**
 * By its whole key ('panel.title'), by what it begins with where the rest is appended ('rules.', 'rules.limit_'), or
 * where keys are put together, by each of its parts.
 */
function isAsked(key: string, source: string): boolean {
  if (source.includes(`'${key}'`) || source.includes(`"${key}"`) || source.includes(`t:${key}`)) return true;
  const beginnings = [".", "_"].map((end) => key.slice(0, key.lastIndexOf(end) + 1));
  if (beginnings.some((beginning) => beginning !== "" && source.includes(`'${beginning}' | append:`)))
    return true;
  return key.split(".").every((part) => isPartAsked(part, source));
}

/** In quotes, or as the name of a property; or a word to which an ending is appended: 'take' and '_alone'. */
function isPartAsked(part: string, source: string): boolean {
  if (new RegExp(`["'\`.]${part}\\b|[{,(]\\s*${part}\\b|\\b${part}["'\`]|\\b${part}:`).test(source))
    return true;
  const [, word, ending] = /^(\w+)(_[a-z]+)$/.exec(part) ?? [];
  return ending !== undefined && source.includes(`'${ending}'`) && new RegExp(`\\b${word}\\b`).test(source);
}
