import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { themeCheckRun } from "@shopify/theme-check-node";
import { describe, expect, it } from "vitest";
import { EXTENSION } from "./helpers/theme-page.ts";

/** "en.default", "de" …; and "en.default.schema", "de.schema" … for the theme editor. */
const ALL_LOCALES = readdirSync(join(EXTENSION, "locales")).map((file) => file.replace(/\.json$/, ""));
const LOCALES = ALL_LOCALES.filter((name) => !name.endsWith(".schema"));
const EDITOR_LOCALES = ALL_LOCALES.filter((name) => name.endsWith(".schema"));
/** How points end: `expiry.kind` of the programme. */
const EXPIRIES = ["lots", "inactivity"];
/** How often something is given: `limit.per` of an activity. */
const LIMITS = ["day", "month", "year", "lifetime"];

function files(folder: string): string[] {
  return readdirSync(join(EXTENSION, folder));
}

function read(...path: string[]): string {
  return readFileSync(join(EXTENSION, ...path), "utf8");
}

const liquid = ["blocks", "snippets"].flatMap((folder) =>
  files(folder).map((file) => ({ file, source: read(folder, file) })),
);

/** "group.key" → text, plural forms included as "group.key.one". */
function flatten(tree: unknown, prefix = ""): Map<string, string> {
  if (typeof tree === "string") return new Map([[prefix, tree]]);
  const groups = Object.entries(tree as Record<string, unknown>);
  return new Map(
    groups.flatMap(([key, value]) => [...flatten(value, prefix === "" ? key : `${prefix}.${key}`)]),
  );
}

function texts(locale: string): Map<string, string> {
  return flatten(JSON.parse(read("locales", `${locale}.json`)));
}

const PLURAL = /\.(zero|one|two|few|many|other)$/;

function keysOf(map: Map<string, string>): string[] {
  return [...new Set([...map.keys()].map((key) => key.replace(PLURAL, "")))].sort();
}

describe("the theme extension", () => {
  it("passes Shopify's theme check", async () => {
    const { offenses } = await themeCheckRun(EXTENSION, "theme-check:theme-app-extension");
    expect(offenses.map(({ check, message, uri }) => ({ check, message, uri }))).toEqual([]);
  }, 60_000);

  it("stays within the byte budget", () => {
    const size = (pattern: RegExp): number =>
      files("assets")
        .filter((file) => pattern.test(file))
        .reduce((total, file) => total + gzipSync(read("assets", file)).length, 0);
    expect(size(/\.css$/)).toBeLessThan(5_000);
    expect(size(/\.js$/)).toBeLessThan(10_000);
    expect(size(/^perennial\.js$/)).toBeLessThan(3_000);
    expect(liquid.reduce((total, { source }) => total + Buffer.byteLength(source), 0)).toBeLessThan(100_000);
    for (const file of files("locales"))
      expect(Buffer.byteLength(read("locales", file)), file).toBeLessThan(15_000);
  });

  it("has a line in the docs for every snippet, and none for another", () => {
    const docs = readFileSync(new URL("../docs/theme-snippets.md", import.meta.url), "utf8");
    const described = [...docs.matchAll(/^- \*\*`([a-z-]+)`\*\* \S/gm)].map((match) => `${match[1]}.liquid`);
    expect(described.sort()).toEqual(files("snippets").sort());
  });

  it("asks nothing of any host", () => {
    const sources = [
      ...liquid.map(({ source }) => source),
      ...files("assets").map((file) => read("assets", file)),
    ];
    for (const source of sources) expect(source).not.toMatch(/https?:\/\/|\/\/[a-z0-9-]+\.[a-z]/i);
  });
});

describe("block schemas", () => {
  const known = (
    JSON.parse(
      readFileSync(
        new URL("../node_modules/@shopify/theme-check-docs-updater/data/setting.json", import.meta.url),
        "utf8",
      ),
    ) as { properties: { type: { enum: string[] } } }
  ).properties.type.enum;
  const blocks = files("blocks").map((file) => {
    const json = /\{% schema %\}([\s\S]*)\{% endschema %\}/.exec(read("blocks", file))?.[1] ?? "";
    return {
      file,
      schema: JSON.parse(json) as Record<string, unknown> & { name: string; settings: Setting[] },
    };
  });
  interface Setting {
    type: string;
    id: string;
    label: string;
    info?: string;
    options?: { label: string }[];
  }

  it.each(blocks)("$file has what Shopify asks of an app block", ({ schema }) => {
    expect(["section", "head", "body", "compliance_head"]).toContain(schema.target);
    expect(files("assets")).toContain(schema.stylesheet);
    for (const setting of schema.settings) expect(known, setting.id).toContain(setting.type);
    const ids = schema.settings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(EDITOR_LOCALES)("%s names every block and setting", (locale) => {
    const translations = texts(locale);
    const asked = new Set<string>();
    for (const { schema } of blocks) {
      const labels = schema.settings.flatMap(({ label, info, options = [] }) => [
        ...(info === undefined ? [label] : [label, info]),
        ...options.map((option) => option.label),
      ]);
      for (const text of [schema.name, ...labels]) asked.add(text.replace(/^t:/, ""));
      expect(translations.get(schema.name.replace(/^t:/, ""))?.length).toBeLessThanOrEqual(25);
    }
    expect([...translations.keys()].sort()).toEqual([...asked].sort());
  });

  it("reads only settings that its schema has, and all of them", () => {
    for (const { file, schema } of blocks) {
      const used = new Set(
        [...read("blocks", file).matchAll(/block\.settings\.(\w+)/g)].map((match) => match[1]),
      );
      expect([...used].sort(), file).toEqual(schema.settings.map(({ id }) => id).sort());
    }
  });
});

describe("texts", () => {
  const known = keysOf(texts("en.default"));
  /** Keys as they stand; where a block puts one together, those that begin so and end in a word of its list. */
  const used = new Set(
    liquid.flatMap(({ source }) => {
      const all = (pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? "");
      const words = [
        ...all(/'([a-z_ ]+)' \| split: ' '/g).flatMap((list) => list.split(" ")),
        ...LIMITS,
        ...EXPIRIES,
      ];
      const composed = all(/'([a-z_]+\.[a-z_]*)' \| append/g).flatMap((begin) =>
        words.map((word) => `${begin}${word}`),
      );
      return [
        ...all(/'([a-z_.]+)' \| t\b/g),
        ...all(/assign (?:key|unit) = '([a-z_]+\.[a-z_]*[a-z])'/g),
        ...all(/'say', key: '([a-z_.]+)'/g),
        ...composed.flatMap((key) => [key, `${key}_alone`]).filter((key) => known.includes(key)),
      ];
    }),
  );

  it.each(LOCALES)("%s has every text that a block prints, and no other", (locale) => {
    expect(keysOf(texts(locale))).toEqual([...used].sort());
  });

  it.each(LOCALES)("%s has every plural form of its language", (locale) => {
    const forms = new Intl.PluralRules(locale.replace(".default", "")).resolvedOptions().pluralCategories;
    const plurals = Map.groupBy(
      [...texts(locale).keys()].filter((key) => PLURAL.test(key)),
      (key) => key.replace(PLURAL, ""),
    );
    expect(plurals.size).toBeGreaterThan(0);
    for (const [key, having] of plurals)
      expect(having.map((name) => name.split(".").at(-1)).sort(), key).toEqual([...forms].sort());
  });

  it.each(LOCALES)("%s names the plural categories themselves, for the merchant's names", (locale) => {
    for (const [key, text] of texts(locale))
      if (key.startsWith("plural.")) expect(key).toBe(`plural.${text}`);
  });

  it.each(LOCALES)(
    "%s fills in the same values as the default, and no form of a plural any other",
    (locale) => {
      const values = (text = ""): string[] =>
        [...text.matchAll(/\{\{ (\w+) \}\}/g)].map((match) => match[1] ?? "").sort();
      const byDefault = texts("en.default");
      const meant = (key: string) => byDefault.get(key) ?? byDefault.get(key.replace(PLURAL, ".other"));
      for (const [key, text] of texts(locale)) {
        const isForm = PLURAL.test(key) && !key.endsWith(".other");
        // "A point" needs no number; "points" does.
        if (isForm) for (const value of values(text)) expect(values(meant(key)), key).toContain(value);
        else expect(values(text), key).toEqual(values(meant(key)));
      }
    },
  );

  it.each(LOCALES)(
    "%s has nothing that escaping would change, since sentences are put into sentences",
    (locale) => {
      for (const [key, text] of texts(locale)) expect(text, key).not.toMatch(/[&<>"']/);
    },
  );
});
