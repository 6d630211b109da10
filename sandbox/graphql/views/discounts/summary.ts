import type { Discount, DiscountMinimum, DiscountValue } from "../../../state/discount-types.ts";
import { percentOf } from "../../../commerce/codes/percent.ts";
import type { Context } from "../../engine/context.ts";

/** What the discount does in a line of words, near to what Shopify's admin prints ("10% off entire order"). */
export function summaryOf(context: Context, discount: Discount): string {
  const { rule, minimum } = discount;
  const parts = [
    rule.kind === "basic"
      ? `${offOf(context, rule.value)} ${rule.items.all ? "entire order" : "selected products"}`
      : rule.kind === "free-shipping"
        ? "Free shipping on all products"
        : `Buy ${buysOf(context, rule.buys.value)}, get ${itemsIn(rule.gets.quantity)} ${getsOf(context, rule.gets.value)}`,
    minimumOf(context, minimum),
    rule.kind === "free-shipping" ? "For all countries" : null,
    discount.oncePerCustomer ? "One use per customer" : null,
  ];
  return parts.filter((part) => part !== null).join(" • ");
}

function offOf(context: Context, value: DiscountValue): string {
  if ("share" in value) return `${percentOf(value.share)}% off`;
  return `${moneyText(context, value.amount)} off${value.onEachItem ? " each of" : ""}`;
}

function getsOf(context: Context, value: DiscountValue): string {
  if (!("share" in value)) return `at ${moneyText(context, value.amount)} off each`;
  return Number(value.share) === 1 ? "free" : `at ${percentOf(value.share)}% off`;
}

function buysOf(context: Context, value: { quantity: number } | { amount: string }): string {
  return "quantity" in value ? itemsIn(value.quantity) : `for ${moneyText(context, value.amount)}`;
}

function minimumOf(context: Context, minimum: DiscountMinimum | null): string | null {
  if (minimum === null) return null;
  return "quantity" in minimum
    ? `Minimum quantity of ${minimum.quantity}`
    : `Minimum purchase of ${moneyText(context, minimum.subtotal)}`;
}

function itemsIn(quantity: number): string {
  return quantity === 1 ? "1 item" : `${quantity} items`;
}

function moneyText({ shop }: Context, amount: string): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency: shop.currency }).format(
    Number(amount),
  );
}
