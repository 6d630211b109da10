import type { FunctionCustomer } from "../../perennial-perks/buyer.ts";
import type { FunctionProduct, Merchandise } from "../../perennial-perks/product.ts";

export interface DiscountProduct extends FunctionProduct {
  isGiftCard: boolean;
}

export interface CartLine {
  id: string;
  /** In the buyer's currency, before all discounts. */
  cost: { subtotalAmount: { amount: string } };
  merchandise: Merchandise<DiscountProduct>;
}

/** What the query beside this asks for. */
export interface DiscountInput {
  cart: { buyerIdentity: { customer: FunctionCustomer | null } | null; lines: CartLine[] };
  discount: { metafield: { jsonValue: unknown } | null };
  localization: { language: { isoCode: string } };
  /** What one of the shop's currency is worth in the buyer's. */
  presentmentCurrencyRate: string;
  shop: { localTime: { dateTimeAfter: boolean } };
}

/** So many per cent off whole lines, or off some units of one. */
export interface Candidate {
  message: string;
  targets: { cartLine: { id: string; quantity?: number } }[];
  value: { percentage: { value: string } };
}

export interface DiscountOutput {
  operations: { productDiscountsAdd: { selectionStrategy: "ALL"; candidates: Candidate[] } }[];
}

/** A line of the cart that may be discounted: gift cards are money. */
export interface Goods {
  line: CartLine;
  product: DiscountProduct;
}
