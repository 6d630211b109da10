import { buyerOf, NOBODY, type Buyer } from "../../perennial-perks/buyer.ts";
import { readConfiguration, timeOf } from "../../perennial-perks/configuration.ts";
import { localeOf } from "../../perennial-perks/words.ts";
import { closedGate } from "./gates.ts";
import { refusalMessage } from "./messages.ts";
import type { TitledProduct, ValidationInput, ValidationOutput } from "./shapes.ts";

/** More sentences nobody reads; those that are left come when these products are gone from the cart. */
const MOST_ERRORS = 10;

/**
 * Refuses what the buyer may not buy (yet), each product in a sentence. Whoever has not signed in may fill a cart, for
 * they may be somebody who may; at the checkout they have to say who they are.
 */
export function cartValidationsGenerateRun(input: ValidationInput): ValidationOutput {
  const configuration = readConfiguration(input.validation.metafield);
  if (configuration === null) return { operations: [] };
  const buyer = knownBuyer(input);
  const isFillingCart = input.buyerJourney.step === "CART_INTERACTION";
  if (isFillingCart && buyer === null) return { operations: [] };
  const now = timeOf(configuration, input.shop.localTime.dateTimeAfter);
  const locale = localeOf(input.localization.language.isoCode);
  const messages = productsIn(input).flatMap((product) => {
    const gate = closedGate(configuration.perks, product, { buyer: buyer ?? NOBODY, now });
    if (gate === null) return [];
    return refusalMessage(gate, { configuration, locale, product: product.title, isKnown: buyer !== null });
  });
  const errors = [...new Set(messages)]
    .slice(0, MOST_ERRORS)
    .map((message) => ({ message, target: "$.cart" }));
  return { operations: errors.length === 0 ? [] : [{ validationAdd: { errors } }] };
}

/** Somebody who has signed in, or whom staff at the till have named: an address that was typed proves nothing. */
function knownBuyer({ cart: { buyerIdentity, retailLocation } }: ValidationInput): Buyer | null {
  if (buyerIdentity?.customer == null) return null;
  return buyerIdentity.isAuthenticated || retailLocation !== null ? buyerOf(buyerIdentity.customer) : null;
}

function productsIn({ cart }: ValidationInput): TitledProduct[] {
  return cart.lines.flatMap(({ merchandise }) =>
    merchandise.__typename === "ProductVariant" ? [merchandise.product] : [],
  );
}
