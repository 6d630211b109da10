import type { Field } from "../../../loyalty/editing/fields.ts";
import type { Texts } from "../../../texts/texts.ts";

const UNITS: Readonly<Record<string, keyof Texts["document"]["units"]["suffix"]>> = {
  ratePoints: "points",
  atPoints: "points",
  pendingDays: "days",
  guaranteeDays: "days",
  codeDays: "days",
  expiryMonths: "months",
  windowMonths: "months",
  atOrders: "orders",
  limitTimes: "times",
  perMember: "times",
  total: "times",
  percent: "percent",
  percentValue: "percent",
};

/** What stands behind the number in an input. */
export function suffixOf({ name, as }: Field, t: Texts, currency: string): string | null {
  if (as === "money") return currency;
  const unit = as === "points" ? "points" : UNITS[name];
  return unit === undefined ? null : t.document.units.suffix[unit];
}
