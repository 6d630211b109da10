import { Refusal } from "../http/answer.ts";
import type { LineItem } from "../state/order-payload.ts";
import type { Currencies } from "../state/types.ts";
import type { DiscountInput } from "./actions.ts";
import { deduct, type Deduction, type Discounted } from "./deductions.ts";
import { isTip } from "./line-money.ts";
import { requireLine } from "./order-lines.ts";

/** Applies discounts that an order brings along, one after the other, each to what the former ones left. */
export function applyDiscounts(order: Discounted, discounts: DiscountInput[], currencies: Currencies): void {
  for (const discount of discounts) deduct(order, deductionOf(order, discount), currencies);
}

function deductionOf(order: Discounted, discount: DiscountInput): Deduction {
  const { code, title = "Discount", kind } = discount;
  const name = code === undefined ? { title } : { code };
  if (kind === "free-shipping") return { name, value: { percent: "100" }, from: { shipping: true } };
  if (discount.value === undefined) throw new Refusal(`A ${kind} discount needs a value.`);
  const lines = discount.lines?.map((ref) => requireLine(order.line_items, ref)) ?? order.line_items;
  return {
    name,
    value: kind === "fixed" ? { amount: discount.value } : { percent: discount.value },
    from: {
      shipping: false,
      units: lines.filter(mayBeDiscounted).map((line) => ({ line, quantity: line.quantity })),
      method: "across",
      selection: discount.lines ? "entitled" : "all",
    },
  };
}

/** Gift cards and tips are never discounted, as at Shopify. */
export function mayBeDiscounted(line: LineItem): boolean {
  return !line.gift_card && !isTip(line);
}
