import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What one text says: its words, or for a function how many values it takes. */
export type Text = string | { takes: number };

/** "group.key" → text; plural forms stand as "group.key.one". */
export type Texts = Map<string, Text>;

export const LOCALES = ["en", "de", "fr", "es", "ja", "zh-CN", "zh-TW", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** A place where people read words of ours. */
export interface Surface {
  name: string;
  folder: string;
  /** The locales that are there, by what their files are called. */
  texts: Map<string, Texts>;
  /** Files in which its keys are asked for. */
  sources: string[];
}

const ROOT = join(import.meta.dirname, "../..");

/** Every place with texts in languages: the extensions' JSON files, the app's own modules, and the sandbox's shop. */
export async function readSurfaces(): Promise<Surface[]> {
  const extensions = foldersIn("extensions");
  const shop = "sandbox/storefront/theme";
  const json = [
    jsonSurface("sandbox", join(shop, "locales"), /^([A-Za-z-]+?)(?:\.default)?\.json$/),
    ...extensions.flatMap((folder) => [
      jsonSurface(folder, join(folder, "locales"), /^([A-Za-z-]+?)(?:\.default)?\.json$/),
      jsonSurface(folder, join(folder, "locales"), /^([A-Za-z-]+?)(?:\.default)?\.schema\.json$/),
      jsonSurface(folder, join(folder, "src/texts"), /^([A-Za-z-]+)\.json$/),
    ]),
  ].filter((surface) => surface !== null);
  const modules = await Promise.all(foldersIn("app/texts").map(moduleSurface));
  return [...json, ...modules];
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`);
}

/** null where there are none of these files. */
function jsonSurface(extension: string, folder: string, pattern: RegExp): Surface | null {
  if (!existsSync(join(ROOT, folder))) return null;
  const texts = new Map<string, Texts>();
  for (const file of readdirSync(join(ROOT, folder))) {
    const [, locale] = pattern.exec(file) ?? [];
    if (locale === undefined) continue;
    texts.set(locale, flatten(JSON.parse(readFileSync(join(ROOT, folder, file), "utf8"))));
  }
  if (texts.size === 0) return null;
  const name = `${folder}${pattern.source.includes("schema") ? " (schema)" : ""}`;
  return { name, folder, texts, sources: sourcesIn(extension, /\.(liquid|tsx?|jsx?|toml)$/) };
}

/** Modules called after their language, each with one value that holds all its texts. */
async function moduleSurface(folder: string): Promise<Surface> {
  const texts = new Map<string, Texts>();
  for (const file of readdirSync(join(ROOT, folder))) {
    const locale = LOCALES.find((known) => file === `${known.toLowerCase()}.ts`);
    if (locale === undefined) continue;
    const module = (await import(pathToFileURL(join(ROOT, folder, file)).href)) as Record<string, unknown>;
    texts.set(locale, flatten(Object.values(module)[0]));
  }
  return { name: folder, folder, texts, sources: sourcesIn("app", /\.tsx?$/) };
}

/** Contents of all files but those that hold the texts themselves. */
function sourcesIn(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => pattern.test(file) && !/node_modules|dist\/|\.test\./.test(file) && !isTexts(file))
    .map((file) => readFileSync(join(ROOT, folder, file), "utf8"));
}

function isTexts(file: string): boolean {
  return /(^|\/)texts\/.*\/?(de|en|fr|es|ja|ar|zh-cn|zh-tw|[\w-]+-texts)\.ts$/.test(file);
}

function flatten(tree: unknown, prefix = ""): Texts {
  if (typeof tree === "string") return new Map([[prefix, tree]]);
  if (typeof tree === "function") return new Map([[prefix, { takes: tree.length }]]);
  return new Map(
    Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) => [
      ...flatten(value, prefix === "" ? key : `${prefix}.${key}`),
    ]),
  );
}
