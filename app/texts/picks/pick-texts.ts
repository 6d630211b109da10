import { languageOf } from "../language.ts";
import type { Forms } from "../why/why-texts.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { zhCn } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

/** Why a product is recommended, word for word as the theme's blocks say it: the same reason must read the same. */
export interface PickTexts {
  people: Forms;
  times: Forms;
  days: Forms;
  boughtTogether: string;
  sameOrder: string;
  similar: string;
  boughtAgain: string;
  dueAgain: string;
  popular: string;
  reach: string;
  newHere: string;
  pinned: string;
}

export const PICK_TEXTS: Readonly<Record<string, PickTexts>> = {
  en,
  de,
  fr,
  es,
  ja,
  "zh-CN": zhCn,
  "zh-TW": zhTw,
  ar,
};

/** In the locale's language, else in English. */
export function pickTexts(locale: string): PickTexts {
  return PICK_TEXTS[languageOf(locale)] ?? en;
}
