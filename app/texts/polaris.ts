import de from "@shopify/polaris/locales/de.json";
import en from "@shopify/polaris/locales/en.json";
import zh from "@shopify/polaris/locales/zh-CN.json";
import { languageOf } from "./language.ts";

const LANGUAGES: Record<string, typeof en> = { en, de, "zh-CN": zh };

/** What Polaris' own components say ("Clear", "Select all"), in the language of our texts beside them. */
export function polarisTextsFor(locale: string) {
  return LANGUAGES[languageOf(locale)] ?? en;
}
