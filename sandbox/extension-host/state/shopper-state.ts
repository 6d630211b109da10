import type { Order } from "../../state/types.ts";
import { gid } from "../../state/ids.ts";
import { Refusal } from "../../http/answer.ts";
import { languageOf } from "../../storefront/languages.ts";
import { linesOf } from "../../storefront/pages/checkout-order.ts";
import { quoteOf } from "../../storefront/pages/quote.ts";
import type { Visit } from "../../storefront/visit.ts";
import type { UiExtension } from "../extensions.ts";
import type { CustomerState, OrderState, Place, ShopperState } from "../protocol.ts";
import { metafieldsFor } from "./metafields.ts";
import { purchaseOf } from "./purchase.ts";

/** What the extensions of customer accounts and of the checkout may know of this visit. */
export function shopperState(visit: Visit, extension: UiExtension, subject: Subject): ShopperState {
  const { shop, url } = visit;
  const order = subject.order === null ? null : ownOrder(visit, subject.order);
  return {
    place: placeOf(visit),
    shop: {
      id: gid("Shop", shop.id),
      name: shop.name,
      myshopifyDomain: shop.domain,
      storefrontUrl: url.origin,
    },
    customer: customerOf(visit),
    order: order && orderOf(visit, order),
    purchase: order ? purchaseOf(order) : cartOf(visit, subject),
    metafields: metafieldsFor(visit, extension),
    path: subject.path,
  };
}

/** What the page is about: one order, or the cart in the checkout. */
export interface Subject {
  order: string | null;
  path: string;
}

export function placeOf({ locale, shop }: Visit): Place {
  return {
    language: locale,
    direction: languageOf(locale).direction,
    country: shop.country,
    currency: shop.currency,
    timezone: shop.timezone,
  };
}

function customerOf({ customer }: Visit): CustomerState | null {
  if (!customer) return null;
  const { id, email, firstName, lastName, acceptsMarketing, ordersCount } = customer;
  return { id: gid("Customer", id), email, firstName, lastName, acceptsMarketing, ordersCount };
}

/** An order of the visitor's own: placed by the customer who is signed in, or in this browser. */
export function ownOrder({ sandbox, shop, session, customer }: Visit, id: string): Order {
  const order = sandbox.store.collection(shop.domain, "order").find(id);
  const mine = order && (session.orders.includes(id) || (customer && order.customerId === customer.id));
  if (!mine) throw new Refusal("There is no such order of yours.", 404);
  return order;
}

function orderOf({ sandbox, shop }: Visit, { id, payload, customerId }: Order): OrderState {
  const orders = sandbox.store.collection(shop.domain, "order");
  const earliest = customerId === null ? null : orders.findBy("customer", customerId, { limit: 1 })[0];
  return {
    id: gid("Order", id),
    name: payload.name,
    confirmationNumber: payload.confirmation_number,
    processedAt: payload.processed_at,
    cancelledAt: payload.cancelled_at,
    isFirst: earliest?.id === id,
  };
}

function cartOf(visit: Visit, { path }: Subject) {
  if (!path.startsWith("/checkout") || linesOf(visit).length === 0) return null;
  return purchaseOf(quoteOf(visit).order);
}
