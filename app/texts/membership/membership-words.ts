import type { ProgrammeSummary, Whole } from "../../loyalty/summary.ts";
import { formatsFor, type Formats } from "../formats.ts";
import { languageOf, pluralForm } from "../language.ts";
import type { RewardLanguage } from "../rewards/reward-texts.ts";
import { fill, pointsForms } from "../why/why-language.ts";
import type { NameOf } from "../why/own-names.ts";
import type { Forms } from "../why/why-texts.ts";
import type { MembershipTexts } from "./membership-texts.ts";

/** What the merchant calls things, by language. */
export type Names = ProgrammeSummary["texts"];

/** A member's language, with the shop's formats and the merchant's own names. */
export interface MembershipWords {
  t: MembershipTexts;
  f: Formats;
  fill: typeof fill;
  /** "120 points", in the merchant's words where they have their own. */
  points(count: Whole | bigint): string;
  /** The same of a number that need not be whole, as a rate is: "1.5". */
  pointsText(count: string): string;
  /** What is counted, in the form that the language has for the number. */
  counted(forms: Forms, count: number): string;
  /** "1.25", "1,25". */
  decimal(text: string): string;
  /** "64 %" of 64. */
  percent(whole: number): string;
  /** The merchant's own name of a tier, a reward, an activity or a rule; null where they have none in this language. */
  nameOf: NameOf;
}

export function membershipWords(
  { locale, own }: RewardLanguage,
  { currency, timezone }: { currency: string; timezone: string },
  names: Names = {},
): MembershipWords {
  const f = formatsFor({ locale, currency, timezone, reader: "shopper" });
  const { rules, decimal, percent } = numbersIn(locale);
  const named = namesIn(names, locale);
  const general = pointsForms(locale);
  const pointsOf = (shown: string, form: Intl.LDMLPluralRule) =>
    named?.points === undefined
      ? fill(general[form] ?? general.other, { n: shown })
      : `${shown} ${named.points[form] ?? named.points.other}`;
  return {
    t: own,
    f,
    fill,
    points: (count) => pointsOf(f.whole(String(count)), pluralForm(rules, BigInt(count))),
    pointsText: (count) =>
      pointsOf(decimal.format(count as Intl.StringNumericLiteral), rules.select(Number(count))),
    counted: (forms, count) =>
      fill(forms[pluralForm(rules, BigInt(count))] ?? forms.other, { n: f.count(count) }),
    decimal: (text) => decimal.format(text as Intl.StringNumericLiteral),
    percent: (whole) => percent.format(whole / 100),
    nameOf: nameOfIn(names, locale),
  };
}

/** By what the merchant's texts call things in a language. */
export function nameOfIn(names: Names, locale: string): NameOf {
  const named = namesIn(names, locale);
  return (kind, id) => ownName(named?.[kind], id);
}

interface Numbers {
  rules: Intl.PluralRules;
  decimal: Intl.NumberFormat;
  percent: Intl.NumberFormat;
}

const MOST_MADE = 200;
const made = new Map<string, Numbers>();

/** Made once for a locale: to make them takes longer than to write most answers. */
function numbersIn(locale: string): Numbers {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const numbers = {
    rules: new Intl.PluralRules(locale),
    decimal: new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }),
    percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
  };
  if (made.size >= MOST_MADE) made.clear();
  made.set(locale, numbers);
  return numbers;
}

/** An id may be any word, "constructor" among them. */
function ownName(names: Record<string, string> | undefined, id: string): string | null {
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}

/** Of the locale itself, else of its language. */
function namesIn(names: Names, locale: string): Names[string] | undefined {
  const known = [locale, languageOf(locale)].find((tag) => Object.hasOwn(names, tag));
  return known === undefined ? undefined : names[known];
}
