import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "./markup.ts";
import { namedArguments, pageOf, printed } from "./page.ts";
import { toNumeric } from "./numbers.ts";

type Filter = { context: { globals: object } };

export interface Translations {
  default: string;
  /** By locale; values are texts, plural forms or further groups. */
  texts: Record<string, unknown>;
}

/** Reads `locales/xx.json` and `xx.default.json` (not the schema's) of a theme or extension. */
export function readTranslations(folder: string): Translations {
  const texts: Record<string, unknown> = {};
  let byDefault = "en";
  for (const file of readdirSync(folder)) {
    const name = /^([A-Za-z-]+)(\.default)?\.json$/.exec(file);
    if (!name?.[1]) continue;
    texts[name[1]] = JSON.parse(readFileSync(join(folder, file), "utf8"));
    if (name[2]) byDefault = name[1];
  }
  return { default: byDefault, texts };
}

function lookUp(translations: Translations, locale: string, key: string): { text: unknown; locale: string } {
  for (const candidate of [locale, locale.split("-")[0] ?? locale, translations.default]) {
    const text = key
      .split(".")
      .reduce<unknown>(
        (group, part) => (isGroup(group) ? group[part] : undefined),
        translations.texts[candidate],
      );
    if (text !== undefined) return { text, locale: candidate };
  }
  throw new Error(`translation missing: ${locale}.${key}`);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * Shopify's `t`: plural by `count` after CLDR, `{{ name }}` filled in, everything escaped unless the key ends in
 * `_html`. Where Shopify prints a remark (a missing key or value), this throws: such a page is wrong.
 */
export function translateFilter(translations: Translations) {
  return function t(this: Filter, key: unknown, ...args: unknown[]): string {
    const values = namedArguments(args);
    const found = lookUp(translations, pageOf(this).locale, String(key));
    const text = isGroup(found.text) ? pluralForm(found.text, values.count, found.locale) : found.text;
    if (typeof text !== "string")
      throw new Error(`translation is not a text: ${found.locale}.${String(key)}`);
    const filled = text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      if (!(name in values)) throw new Error(`translation ${String(key)} lacks a value for ${name}`);
      return printed(values[name]);
    });
    return String(key).endsWith("_html") ? filled : escapeHtml(filled);
  };
}

function pluralForm(forms: Record<string, unknown>, count: unknown, locale: string): unknown {
  if (count === undefined) return undefined;
  return forms[new Intl.PluralRules(locale).select(Number(toNumeric(count)))] ?? forms.other;
}
