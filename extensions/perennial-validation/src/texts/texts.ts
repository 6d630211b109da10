import type { Words } from "../../../perennial-perks/words.ts";
import ar from "./ar.json" with { type: "json" };
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import ja from "./ja.json" with { type: "json" };
import zhCN from "./zh-CN.json" with { type: "json" };
import zhTW from "./zh-TW.json" with { type: "json" };

export type ValidationTexts = typeof en;

/** A further language is a file and a line here. */
export const TEXTS: Words<ValidationTexts> = {
  en,
  de,
  fr,
  es,
  ja,
  "zh-CN": zhCN,
  "zh-TW": zhTW,
  ar,
};
