import type { Cart } from "@shopify/ui-extensions/point-of-sale";

/** The till's cart; nobody's and empty, unless said otherwise. */
export function aCart(facts: Partial<Cart> = {}): Cart {
  return {
    subtotal: "0.00",
    taxTotal: "0.00",
    grandTotal: "0.00",
    customer: undefined,
    cartDiscounts: [],
    lineItems: [],
    properties: {},
    ...facts,
  };
}
