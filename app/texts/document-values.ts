import type { Field } from "../loyalty/editing/fields.ts";
import { namesOfField, textOfField } from "../loyalty/editing/fields.ts";
import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

/** What a document is told in, and what its levels and rewards are called in that language. */
export interface Telling {
  t: Texts;
  f: Formats;
  levelName: (id: string) => string;
  /** null where it has none. */
  rewardName: (id: string) => string | null;
}

/** For what is not filled in yet. */
export const OPEN = "…";
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const WHOLE = /^\d{1,40}$/;

/** Counts of these are said with their unit. */
const UNITS: Readonly<Record<string, "days" | "months" | "orders">> = {
  pendingDays: "days",
  guaranteeDays: "days",
  codeDays: "days",
  expiryMonths: "months",
  windowMonths: "months",
  atOrders: "orders",
};

/** A value as a sentence says it: "**£5.00**", "**500 points**"; what cannot be read as it was typed, "…" for nothing. */
export function valueInWords(
  { name, as }: Pick<Field, "name" | "as">,
  value: unknown,
  telling: Telling,
): string {
  const { t, f } = telling;
  const names = namesOfField(value);
  if (as === "levels" && names !== null) return stressed(f.either(names.map(telling.levelName)));
  if (Array.isArray(value)) return stressed(names === null ? OPEN : f.either(names));
  const text = textOfField(as, value)?.trim() ?? "";
  if (text === "") return name === "multiplier" ? stressed("1") : OPEN;
  if (as === "instant") return stressed(instantInWords(text, f));
  if (as === "money") return stressed(DECIMAL.test(text) ? f.money(text) : text);
  if (as === "points" || name === "ratePoints" || name === "atPoints")
    return stressed(pointsInWords(text, t, f));
  if (name === "percent" || name === "percentValue") return stressed(t.document.units.percent(text));
  const unit = UNITS[name];
  if (unit !== undefined && WHOLE.test(text)) return stressed(t.document.units[unit](text, f.whole(text)));
  return stressed(text);
}

export function pointsInWords(text: string, t: Texts, f: Formats): string {
  if (WHOLE.test(text)) return t.points(text, f.whole(text));
  return DECIMAL.test(text) ? t.points(text, text) : `${text} ${t.document.units.points}`;
}

function instantInWords(text: string, f: Formats): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : f.dateTime(at);
}

/** `**` in what a merchant typed would end the stress: it is shown as it is, between thin spaces. */
function stressed(text: string): string {
  return text === OPEN ? text : `**${text.replaceAll("**", "*\u200a*")}**`;
}
