import type { I18nTranslate } from "@shopify/ui-extensions/checkout";
import type { Texts } from "../protocol.ts";

type Options = Record<string, unknown>;

/**
 * `shopify.i18n.translate`: a dotted key of the locale file, a plural where there is a `count`, and {{placeholders}}.
 * Where a placeholder is given an element, the answer is a list of texts and elements.
 */
export function translator(texts: Texts, language: string): I18nTranslate {
  const rules = new Intl.PluralRules(language);
  const translate = (key: string, options: Options = {}): unknown => {
    const text = textOf(find(texts, key), options, rules);
    if (text === null) throw new Error(`The extension's locale file has no text "${key}".`);
    const parts = fill(text, options);
    return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
  };
  return translate as I18nTranslate;
}

function find(texts: Texts, key: string): Texts | string | undefined {
  return key
    .split(".")
    .reduce<Texts | string | undefined>(
      (found, part) => (typeof found === "object" ? found[part] : undefined),
      texts,
    );
}

function textOf(
  found: Texts | string | undefined,
  { count }: Options,
  rules: Intl.PluralRules,
): string | null {
  if (typeof found === "string") return found;
  if (found === undefined || typeof count !== "number") return null;
  const form = (count === 0 ? found.zero : undefined) ?? found[rules.select(count)] ?? found.other;
  return typeof form === "string" ? form : null;
}

function fill(text: string, options: Options): unknown[] {
  return text
    .split(/(\{\{\s*[\w-]+\s*\}\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^\{\{\s*([\w-]+)\s*\}\}$/.exec(part)?.[1];
      const value = name === undefined ? undefined : options[name];
      if (value === undefined) return part;
      return typeof value === "string" || typeof value === "number" ? String(value) : value;
    });
}
