import { de } from "./de.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Every text of the admin pages, by page. Another language is another file of the same shape. */
export type Texts = typeof en;

/**
 * By language as written: whoever reads Chinese in traditional characters gets English, not the simplified ones.
 * A browser has `languages-in-browser.ts` in the place of this file.
 */
export const LANGUAGES: Record<string, Texts> = { en, de, "zh-CN": zh };
