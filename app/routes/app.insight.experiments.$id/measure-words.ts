import { currencyDecimals } from "../../loyalty/currencies.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";

export type MeasureName = keyof Texts["experiments"]["measures"];

export interface MeasureTerms {
  t: Texts;
  f: Formats;
  currency: string;
}

/** What a member did on average, as people write it: a share, a number, or money given in minor units. */
export function measureText(measure: MeasureName, value: number, { f, currency }: MeasureTerms): string {
  if (measure === "bought") return f.share(value.toFixed(6));
  if (measure === "orders") return f.decimal(value.toFixed(3));
  return moneyText(value, { f, currency });
}

/** The same of a difference, with its sign; `isShort` for axes and columns. */
export function differenceText(
  measure: MeasureName,
  value: number,
  { isShort = false, ...terms }: MeasureTerms & { isShort?: boolean },
): string {
  const { t, f } = terms;
  const words = t.experiments.reading;
  const sign = value > 0 ? "+" : value < 0 ? "\u2212" : "";
  const size = Math.abs(value);
  if (measure !== "bought") return `${sign}${measureText(measure, size, terms)}`;
  const points = `${sign}${f.decimal((100 * size).toFixed(1))}`;
  return isShort ? words.percentagePointsShort(points) : words.percentagePoints(points);
}

/** Minor units of the currency, also parts of one. */
export function moneyText(minor: number, { f, currency }: Pick<MeasureTerms, "f" | "currency">): string {
  const decimals = currencyDecimals(currency);
  return f.money((minor / 10 ** decimals).toFixed(decimals));
}

/** Basis points as a share. */
export function shareText(basisPoints: number, f: Formats): string {
  return f.share((basisPoints / 10_000).toFixed(4));
}
