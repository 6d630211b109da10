import { childOf } from "../loyalty/editing/document.ts";
import { textOfField } from "../loyalty/editing/fields.ts";
import { rewardKindOf } from "../loyalty/editing/reward-forms.ts";
import { decimalText, divide, fraction, fractionOfDecimal, multiply } from "../loyalty/fraction.ts";
import { pointsInWords, type Telling } from "./document-values.ts";

const POINTS = "100";
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const WHOLE = /^[1-9]\d{0,14}$/;

/**
 * What a hundred points cost the merchant where the reward is worth an amount of money: at the fixed cost, else at the
 * sliding one. null where it has no price in the document, or cannot be read yet.
 */
export function rewardCost(entry: unknown, { t, f }: Telling): string | null {
  const kind = rewardKindOf(entry);
  if (kind !== "amount" && kind !== "store-credit" && kind !== "gift-card") return null;
  const text = (key: string) => textOfField("decimal", childOf(entry, key))?.trim() ?? "";
  const [cost, value] = text("cost") === "" ? [text("costPer"), "1"] : [text("cost"), text("value")];
  if (!WHOLE.test(cost) || !DECIMAL.test(value)) return null;
  const money = multiply(divide(fractionOfDecimal(value), fraction(BigInt(cost))), fraction(BigInt(POINTS)));
  return t.editor.cost(pointsInWords(POINTS, t, f), f.money(decimalText(money)));
}
