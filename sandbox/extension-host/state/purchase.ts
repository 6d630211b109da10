import type { CartCodeDiscountAllocation, CartLine, Money } from "@shopify/ui-extensions/checkout";
import { isTip } from "../../commerce/line-money.ts";
import { gid } from "../../state/ids.ts";
import type { DiscountAllocation, LineItem } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import type { PurchaseState } from "../protocol.ts";

/** An order, placed or only rehearsed, in the words of the extensions. */
export function purchaseOf({ payload }: Order): PurchaseState {
  const currencyCode = payload.currency as Money["currencyCode"];
  const money = (amount: string | number): Money => ({ amount: Number(amount), currencyCode });
  const goods = payload.line_items.filter((line) => !isTip(line));
  const codeOf = ({ discount_application_index: index }: DiscountAllocation): string | null =>
    payload.discount_applications[index]?.code ?? null;
  const allocations = (list: DiscountAllocation[]): CartCodeDiscountAllocation[] =>
    list.flatMap((allocation) => {
      const code = codeOf(allocation);
      return code === null ? [] : [{ type: "code", code, discountedAmount: money(allocation.amount) }];
    });
  return {
    lines: goods.map((line) => lineOf(line, money, allocations)),
    subtotal: money(payload.current_subtotal_price),
    shipping:
      payload.shipping_lines.length > 0 ? money(payload.current_shipping_price_set.shop_money.amount) : null,
    tax: money(payload.current_total_tax),
    total: money(payload.current_total_price),
    discountCodes: payload.discount_codes.map(({ code }) => ({ code })),
    discountAllocations: goods.flatMap((line) => allocations(line.discount_allocations)),
  };
}

function lineOf(
  line: LineItem,
  money: (amount: string | number) => Money,
  allocations: (list: DiscountAllocation[]) => CartCodeDiscountAllocation[],
): CartLine {
  const total = Number(line.price) * line.current_quantity;
  return {
    id: gid("CartLine", line.id),
    quantity: line.current_quantity,
    cost: { totalAmount: money(total) },
    attributes: line.properties.map(({ name, value }) => ({ key: name, value })),
    discountAllocations: allocations(line.discount_allocations),
    lineComponents: [],
    parentRelationship: null,
    merchandise: {
      type: "variant",
      id: gid("ProductVariant", line.variant_id ?? 0),
      title: line.title,
      subtitle: line.variant_title ?? "",
      selectedOptions: [],
      requiresShipping: line.requires_shipping,
      sku: line.sku,
      product: { id: gid("Product", line.product_id ?? 0), vendor: line.vendor ?? "", productType: "" },
    },
  };
}
