import { globSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./texts/read-texts.ts";

const FOLDERS = readdirSync("extensions").filter((name) => readdirSync(`extensions/${name}`).includes("src"));
const UI_EXTENSIONS = FOLDERS.filter((name) =>
  readFileSync(`extensions/${name}/shopify.extension.toml`, "utf8").includes('type = "ui_extension"'),
);
const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

interface Texts {
  [key: string]: string | Texts;
}

/** Keys with their texts; a plural is one key. */
function flat(texts: Texts, prefix = ""): Map<string, string | Texts> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string | Texts][] => {
    const isPlural = typeof value === "object" && Object.keys(value).every((form) => PLURALS.has(form));
    return typeof value === "string" || isPlural
      ? [[`${prefix}${key}`, value]]
      : [...flat(value, `${prefix}${key}.`)];
  });
  return new Map(entries);
}

/** Every text in the code that looks like a key, and those put together from a part that is fixed: `history.${kind}`. */
function usedIn(folder: string): { whole: Set<string>; parts: RegExp[] } {
  const files = globSync([`extensions/${folder}/src/**/*.{ts,tsx}`, "extensions/perennial-shared/*.ts"]);
  const code = files
    .filter((file) => !file.includes(".test."))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const whole = [...code.matchAll(/"([a-z_]+(?:\.[a-z_]+)*)"/g)].map(([, key]) => key ?? "");
  const toml = readFileSync(`extensions/${folder}/shopify.extension.toml`, "utf8");
  for (const [, key = ""] of toml.matchAll(/"t:([a-z_.]+)"/g)) whole.push(key);
  const parts = [...code.matchAll(/`([a-z_]+\.[^`]*\$\{[^`]*)`/g)].map(
    ([, text = ""]) => new RegExp(`^${text.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/g, "[a-z_-]+")}$`),
  );
  return { whole: new Set(whole), parts };
}

describe.for(UI_EXTENSIONS)("the texts of %s", (folder) => {
  const file = (name: string) =>
    JSON.parse(readFileSync(`extensions/${folder}/locales/${name}`, "utf8")) as Texts;
  const english = flat(file("en.default.json"));
  const { whole, parts } = usedIn(folder);

  test("are all used", () => {
    const unused = [...english.keys()].filter(
      (key) => !whole.has(key) && !parts.some((part) => part.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test("are all there", () => {
    const rooms = new Set([...english.keys()].map((key) => key.split(".")[0]));
    const missing = [...whole].filter(
      (key) => key.includes(".") && rooms.has(key.split(".")[0]) && !english.has(key),
    );
    expect(missing).toEqual([]);
  });
});

/** What merchants read in lists and editors, and shoppers in the menu of their account; the theme's is the app's own name. */
const NAMED = FOLDERS.filter((name) => !["perennial-pixel", "perennial-theme"].includes(name));

describe.for(NAMED)("the names of %s", (folder) => {
  const toml = parse(readFileSync(`extensions/${folder}/shopify.extension.toml`, "utf8"));
  const extensions = toml.extensions as { name: string; description: string }[];

  test.for([...LOCALES])("are said in %s", (locale) => {
    const file = `extensions/${folder}/locales/${locale}${locale === "en" ? ".default" : ""}.json`;
    const texts = JSON.parse(readFileSync(file, "utf8")) as Texts;
    const said = (key: string) => (key.startsWith("t:") ? texts[key.slice(2)] : undefined);
    for (const { name, description } of extensions) {
      expect(said(name), name).toMatch(/^.{2,50}$/u);
      expect(said(description), description).toMatch(/^.{10,200}$/u);
    }
  });
});

test("the account's menu calls the page what the page calls itself", () => {
  for (const locale of LOCALES) {
    const file = `extensions/perennial-account/locales/${locale}${locale === "en" ? ".default" : ""}.json`;
    const { name, page } = JSON.parse(readFileSync(file, "utf8")) as {
      name: string;
      page: { title: string };
    };
    expect(name, locale).toBe(page.title);
  }
});
