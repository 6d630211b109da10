import { languageOf } from "./language.ts";
import type { Texts } from "./languages.ts";

/** What a page was written in, and nothing else: a browser need not fetch what its reader does not read. */
export const LANGUAGES: Record<string, Texts> = {};

const FILES: Record<string, () => Promise<Texts>> = {
  de: async () => (await import("./de.ts")).de,
  en: async () => (await import("./en.ts")).en,
  "zh-CN": async () => (await import("./zh.ts")).zh,
};

/** Before the first text is asked for. */
export async function loadLanguage(locale: string): Promise<void> {
  const language = languageOf(locale);
  const load = FILES[language];
  if (load !== undefined) LANGUAGES[language] = await load();
}
