import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Reason } from "../../use-cases/insight/show-predictions.ts";

/** What moves the risk of somebody's leaving, as a sentence; null for what an earlier version of the app wrote down. */
export function reasonText(reason: Reason, t: Texts, f: Formats): string | null {
  const words = t.predictions.reasons;
  const { kind, raises, silentDays, purchases, usualGap, spend } = reason;
  const many = (count: number): [string, string] => [String(count), f.count(count)];
  switch (kind) {
    case "silence": {
      if (usualGap === null) return words.silence(...many(silentDays));
      const usual = f.count(Math.max(1, Math.round(usualGap)));
      return (raises ? words.silenceAgainst : words.silenceWithin)(...many(silentDays), usual);
    }
    case "frequency":
      return words.frequency(...many(purchases));
    case "pace":
      return words.pace(...many(Math.max(1, Math.round(usualGap ?? 1))));
    case "spend":
      return words.spends(f.money(spend.toFixed(2)));
    case "returns":
      return raises ? words.returnsMore : words.returnsLess;
    case "loyalty":
      return raises ? words.loyalLess : words.loyalMore;
    default:
      return null;
  }
}
