import type { RewardKind } from "../../loyalty/summary.ts";
import { languageOf } from "../language.ts";
import { ar as ownAr } from "../membership/ar.ts";
import { de as ownDe } from "../membership/de.ts";
import { en as ownEn } from "../membership/en.ts";
import { es as ownEs } from "../membership/es.ts";
import { fr as ownFr } from "../membership/fr.ts";
import { ja as ownJa } from "../membership/ja.ts";
import type { MembershipTexts } from "../membership/membership-texts.ts";
import { zhCn as ownZhCn } from "../membership/zh-cn.ts";
import { zhTw as ownZhTw } from "../membership/zh-tw.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import { zhCn } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

/** What is said to members about rewards. Numbers, money and dates come in as they are to be written. */
export interface RewardTexts {
  /** What a reward of this kind is; `value` is null where the programme does not say how much. */
  benefit: Record<RewardKind, (value: string | null) => string>;
  /** The same for orders of at least so much. */
  from(benefit: string, minimum: string): string;
  state: {
    ready(code: string, until: string | null): string;
    making: string;
    waiting: string;
    granted: string;
    grantedCard(code: string): string;
    used: string;
    returned: string;
    notMade: string;
  };
  why: {
    short(missing: string): string;
    /** The shop shut them out of the programme. */
    blocked: string;
    notNow: string;
    notThisTier: string;
    unknownReward: string;
    /** A number of units was named where there is one cost, or none where the cost slides. */
    wrongUnits: string;
    beyondValue: string;
    memberLimit: string;
    noneLeft: string;
    paused: string;
    guest: string;
    nobody: string;
  };
  cancelled: string;
  tooLate: string;
  unknownRedemption: string;
  keyReused: string;
  unreadable: string;
  forbidden: string;
  tooMany(seconds: string): string;
  page: {
    confirmTitle: string;
    confirm(benefit: string, points: string): string;
    redeem: string;
    listTitle: string;
    none: string;
    cancel: string;
  };
}

/** By language, Chinese by its script. A further language is a file in each of the two folders and a line here. */
const LANGUAGES: Readonly<Record<string, LanguageTexts>> = {
  en: { texts: en, own: ownEn },
  de: { texts: de, own: ownDe },
  fr: { texts: fr, own: ownFr },
  es: { texts: es, own: ownEs },
  ja: { texts: ja, own: ownJa },
  "zh-CN": { texts: zhCn, own: ownZhCn },
  "zh-TW": { texts: zhTw, own: ownZhTw },
  ar: { texts: ar, own: ownAr },
};

interface LanguageTexts {
  texts: RewardTexts;
  own: MembershipTexts;
}

export interface RewardLanguage extends LanguageTexts {
  /** For numbers and dates. */
  locale: string;
  direction: "ltr" | "rtl";
}

/** The first of the wished languages that there is, else English. Each wish is BCP 47, or whatever somebody sent. */
export function rewardLanguage(wishes: readonly string[]): RewardLanguage {
  for (const wish of wishes) {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(wish)) continue;
    const locale = localeOf(wish);
    const found = locale === null ? undefined : LANGUAGES[languageOf(locale)];
    if (locale !== null && found !== undefined) return { locale, direction: directionOf(locale), ...found };
  }
  return { locale: "en", direction: "ltr", texts: en, own: ownEn };
}

function localeOf(wish: string): string | null {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([wish])[0] ?? null;
  } catch {
    return null;
  }
}

function directionOf(locale: string): "ltr" | "rtl" {
  return ["ar", "fa", "he", "ur"].includes(languageOf(locale)) ? "rtl" : "ltr";
}

/** The languages of an Accept-Language header, the most wanted first. */
export function acceptedLanguages(header: string | null): string[] {
  if (header === null) return [];
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.split(";q=");
      return { tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
