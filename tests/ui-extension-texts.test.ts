import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

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
