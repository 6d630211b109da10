import { parseMoney } from "../../../loyalty/money.ts";
import type { LineState } from "./order-payload.ts";

/**
 * Which of the lines are tips. A webhook says so of the line itself; the Admin API says only how much was tipped in all.
 * A tip has no product, is neither taxed nor sent, and stands behind the goods: of such lines, from the last on, those
 * that the sum still has room for.
 */
export function tipsAmong(
  lines: readonly LineState[],
  { total, currency }: { total: string; currency: string },
): Set<string> {
  const tips = new Set<string>();
  let left = parseMoney(total, currency);
  for (const line of lines.toReversed()) {
    if (!mayBeTip(line)) continue;
    const worth = parseMoney(line.originalUnitPriceSet.shopMoney.amount, currency) * BigInt(line.quantity);
    if (worth === 0n || worth > left) continue;
    tips.add(line.id);
    left -= worth;
  }
  return tips;
}

function mayBeTip(line: LineState): boolean {
  const isGoods = Boolean(line.product) || Boolean(line.variant) || line.isGiftCard;
  return !isGoods && !line.taxable && !line.requiresShipping && line.taxLines.length === 0;
}
