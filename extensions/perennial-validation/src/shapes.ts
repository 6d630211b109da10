import type { FunctionCustomer } from "../../perennial-perks/buyer.ts";
import type { FunctionProduct, Merchandise } from "../../perennial-perks/product.ts";

export interface TitledProduct extends FunctionProduct {
  title: string;
}

/** What the query beside this asks for. */
export interface ValidationInput {
  buyerJourney: { step: "CART_INTERACTION" | "CHECKOUT_INTERACTION" | "CHECKOUT_COMPLETION" | null };
  cart: {
    buyerIdentity: { isAuthenticated: boolean; customer: FunctionCustomer | null } | null;
    lines: { merchandise: Merchandise<TitledProduct> }[];
    /** The till, where staff say who somebody is. */
    retailLocation: { id: string } | null;
  };
  localization: { language: { isoCode: string } };
  shop: { localTime: { dateTimeAfter: boolean } };
  validation: { metafield: { jsonValue: unknown } | null };
}

export interface ValidationOutput {
  operations: { validationAdd: { errors: { message: string; target: string }[] } }[];
}
