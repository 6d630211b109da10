import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Surface, Texts } from "./protocol.ts";

/** One UI extension of the app, as its shopify.extension.toml and its locales describe it. */
export interface UiExtension {
  handle: string;
  /** As the toml has it: in words, or "t:KEY" for a text of the locales. People are told `nameIn` their language. */
  name: string;
  folder: string;
  apiVersion: string;
  capabilities: string[];
  targets: { target: string; module: string }[];
  /** Which of the app's metafields it asked to be handed. */
  metafields: { namespace: string; key: string }[];
}

const metafields = z.array(z.object({ namespace: z.string(), key: z.string() })).default([]);

const tomlSchema = z.object({
  api_version: z.string(),
  extensions: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      handle: z.string(),
      targeting: z
        .array(z.object({ target: z.string(), module: z.string(), metafields: metafields }))
        .default([]),
      capabilities: z.record(z.string(), z.unknown()).default({}),
      metafields,
    }),
  ),
});

/** Read anew each time: an extension that is being worked on is shown as it stands. */
export function listExtensions({ options: { extensions: folder } }: Sandbox): UiExtension[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readExtensions(join(folder, entry.name)));
}

export function requireExtension(sandbox: Sandbox, handle: string): UiExtension {
  const extension = listExtensions(sandbox).find((each) => each.handle === handle);
  if (!extension) throw new Refusal(`The app has no UI extension "${handle}".`, 404);
  return extension;
}

function readExtensions(folder: string): UiExtension[] {
  const file = join(folder, "shopify.extension.toml");
  if (!existsSync(file)) return [];
  const parsed = tomlSchema.safeParse(parse(readFileSync(file, "utf8")));
  if (!parsed.success) return [];
  return parsed.data.extensions
    .filter(({ type }) => type === "ui_extension")
    .map(({ handle, name, targeting, capabilities, metafields: own }) => ({
      handle,
      name,
      folder,
      apiVersion: parsed.data.api_version,
      capabilities: Object.keys(capabilities).filter((capability) => capabilities[capability] === true),
      targets: targeting.map(({ target, module }) => ({ target, module })),
      metafields: [...own, ...targeting.flatMap((each) => each.metafields)],
    }));
}

export function surfaceOf(target: string): Surface {
  if (target.startsWith("pos.")) return "point-of-sale";
  if (target.startsWith("admin.")) return "admin";
  return target.startsWith("customer-account.") ? "customer-account" : "checkout";
}

export interface Translation {
  language: string;
  texts: Texts;
}

/**
 * The texts for a buyer's language: those of "zh-TW", else of "zh", else the default's. What a translation leaves out
 * is taken from the default.
 */
export function textsFor({ folder }: UiExtension, wanted: string): Translation {
  const locales = join(folder, "locales");
  const files = existsSync(locales) ? readdirSync(locales).filter((name) => name.endsWith(".json")) : [];
  const defaultFile = files.find((name) => name.endsWith(".default.json"));
  if (!defaultFile) return { language: "en", texts: {} };
  const own = defaultFile.slice(0, -".default.json".length);
  const standard = readTexts(join(locales, defaultFile));
  const [plain = wanted] = wanted.split("-");
  const language = [wanted, plain].find((code) => code === own || files.includes(`${code}.json`)) ?? own;
  if (language === own) return { language, texts: standard };
  return { language, texts: merge(standard, readTexts(join(locales, `${language}.json`))) };
}

/** What the extension is called in a language, on menus and above what it opens. */
export function nameIn(extension: UiExtension, language: string): string {
  const { name } = extension;
  if (!name.startsWith("t:")) return name;
  const text = textsFor(extension, language).texts[name.slice("t:".length)];
  if (typeof text !== "string")
    throw new Refusal(`${extension.handle} has no text for its name "${name}".`, 500);
  return text;
}

function readTexts(file: string): Texts {
  return JSON.parse(readFileSync(file, "utf8")) as Texts;
}

/** A plural's forms are taken as they are: those of another language would not be its own. */
function merge(standard: Texts, own: Texts): Texts {
  const merged: Texts = { ...standard };
  for (const [key, value] of Object.entries(own)) {
    const before = merged[key];
    const both = typeof before === "object" && typeof value === "object" && !("other" in value);
    merged[key] = both ? merge(before, value) : value;
  }
  return merged;
}
