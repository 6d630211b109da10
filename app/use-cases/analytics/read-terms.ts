import {
  comparedRange,
  COMPARISONS,
  customRange,
  presetRange,
  PRESETS,
  type Comparison,
  type Preset,
} from "../../insight/range.ts";
import type { Day } from "../../insight/days.ts";
import { isCurrency } from "../../loyalty/currencies.ts";
import type { ReportTerms } from "./report.ts";

const USUAL: Preset = "last-30";

export interface KnownOfShop {
  today: Day;
  /** The first day of which anything is known. */
  first: Day;
  segments: readonly string[];
}

/** What the address asks for; whatever it says that means nothing, there is something to show. */
export function readReportTerms(
  asked: URLSearchParams,
  { today, first, segments }: KnownOfShop,
): ReportTerms {
  const comparison = oneOf(COMPARISONS, asked.get("compare")) ?? ("previous" satisfies Comparison);
  const named = asked.get("segment") ?? "";
  const segment = segments.find((known) => known === named) ?? "";
  const currency = asked.get("currency") ?? "";
  const preset = oneOf(PRESETS, asked.get("range"));
  const isCustom = asked.get("range") === "custom" || asked.has("from") || asked.has("to");
  const custom =
    preset === null && isCustom ? customRange(asked.get("from") ?? "", asked.get("to") ?? "", today) : null;
  const range = custom ?? presetRange(preset ?? USUAL, today, first);
  return {
    preset: custom === null ? (preset ?? USUAL) : "custom",
    range,
    comparison,
    before: comparedRange(range, comparison),
    segment,
    segmentGone: segment !== named,
    currency: isCurrency(currency) ? currency : "",
    misread: isCustom && preset === null && custom === null,
  };
}

function oneOf<Known extends string>(known: readonly Known[], word: string | null): Known | null {
  return known.find((one) => one === word) ?? null;
}
