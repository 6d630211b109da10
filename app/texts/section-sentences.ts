import { childOf, valueAt } from "../loyalty/editing/document.ts";
import type { DocumentTree } from "../loyalty/editing/document.ts";
import { namesOfField } from "../loyalty/editing/fields.ts";
import { LINE_FIELDS } from "../loyalty/editing/line-fields.ts";
import { localesOf } from "../loyalty/editing/named-things.ts";
import { EXPIRY_FIELD, TIER_WINDOW_FIELD } from "../loyalty/editing/section-forms.ts";
import { shapeOf } from "../loyalty/editing/fields.ts";
import { matchInWords } from "./document-sentences.ts";
import { valueInWords, type Telling } from "./document-values.ts";

/** What earns nothing. */
export function excludedSentence(document: DocumentTree, telling: Telling): string {
  const exclude = valueAt(document, ["earning", "exclude"]);
  const { t, f } = telling;
  // One of these is enough for a line, so each stands by itself.
  const products = LINE_FIELDS.flatMap(({ name }) => {
    const one = matchInWords({ [name]: childOf(exclude, name) }, telling);
    return one === null ? [] : [one];
  });
  const giftCards = childOf(exclude, "giftCards") === false ? [] : [t.programme.exclusions.giftCards];
  const all = [...giftCards, ...products];
  return all.length === 0 ? t.document.nothingExcluded : t.document.excluded(`**${f.list(all)}**`);
}

/** When points become available, when they expire and after which notice, and what becomes of debts. */
export function pointsSentences(document: DocumentTree, telling: Telling): string[] {
  const words = telling.t.document.points;
  const pendingDays = valueAt(document, ["points", "pendingDays"]);
  const pending =
    pendingDays === undefined || pendingDays === 0
      ? words.atOnce
      : words.pending(valueInWords({ name: "pendingDays", as: "count" }, pendingDays, telling));
  const debt = valueAt(document, ["points", "debt"]) === "forgive" ? words.forgive : words.owe;
  return [pending, ...expirySentences(document, telling), debt];
}

const DEFAULT_NOTICE = [30, 7];

/** When points end, without when that is announced. */
export function expirySentence(document: DocumentTree, telling: Telling): string {
  return expirySentences(document, telling)[0] ?? telling.t.document.unreadable;
}

function expirySentences(document: DocumentTree, telling: Telling): string[] {
  const words = telling.t.document.points;
  const expiry = valueAt(document, EXPIRY_FIELD.path);
  const kind = shapeOf(EXPIRY_FIELD.as, expiry);
  if (kind === "none") return [words.never];
  if (kind !== "lots" && kind !== "inactivity") return [telling.t.document.unreadable];
  const months = valueInWords({ name: "expiryMonths", as: "count" }, childOf(expiry, "months"), telling);
  const notice = valueAt(document, ["points", "notice"]);
  const days = namesOfField(childOf(notice, "days") ?? DEFAULT_NOTICE) ?? [];
  const last = days.at(-1) ?? "";
  const shown = telling.t.document.units.days(days.length === 1 ? last : "2", telling.f.list(days));
  const isRequired = childOf(notice, "required") !== false;
  return [words[kind](months), words[isRequired ? "noticeRequired" : "notice"](`**${shown}**`)];
}

/** By what members rise, within which time, and how long a tier is kept. */
export function tiersSentence(document: DocumentTree, telling: Telling): string {
  const words = telling.t.document.tiers;
  const tiers = valueAt(document, ["tiers"]);
  if (tiers === undefined) return words.none;
  const basis = childOf(tiers, "basis");
  if (basis !== "spend" && basis !== "points" && basis !== "orders") return telling.t.document.unreadable;
  const guarantee = childOf(tiers, "guaranteeDays");
  return (
    words.sentence(words.basis[basis], windowInWords(childOf(tiers, "window"), telling)) +
    (guarantee === undefined || guarantee === 0
      ? ""
      : words.guarantee(valueInWords({ name: "guaranteeDays", as: "count" }, guarantee, telling)))
  );
}

function windowInWords(window: unknown, telling: Telling): string {
  const words = telling.t.document.tiers.window;
  const kind = shapeOf(TIER_WINDOW_FIELD.as, window);
  if (kind === "calendar-year" || kind === "lifetime") return words[kind];
  const months = childOf(window, "months");
  return words.rolling(valueInWords({ name: "windowMonths", as: "count" }, months, telling));
}

export function combineSentence(document: DocumentTree, { t }: Telling): string {
  return t.document.combine[valueAt(document, ["earning", "combine"]) === "stack" ? "stack" : "best"];
}

/** In which languages points, tiers and rewards have names of the merchant's own. */
export function textsSentence(
  document: DocumentTree,
  { t, f }: Telling,
  languageName: (locale: string) => string,
): string {
  const locales = localesOf(document);
  return locales.length === 0
    ? t.document.noTexts
    : t.document.texts(`**${f.list(locales.map(languageName))}**`);
}
