import { plural } from "./plural.ts";

export const enDeliveries = {
  title: "Deliveries",
  about:
    "Your store tells the app of every order, refund and customer. Each delivery is kept until it is worked off.",
  tabs: {
    all: "All",
    waiting: (count: string) => `Waiting (${count})`,
    dead: (count: string) => `Dead letters (${count})`,
  },
  resource: { singular: "delivery", plural: "deliveries" },
  columns: {
    topic: "Topic",
    received: "Received",
    state: "State",
    attempts: "Attempts",
    repeats: "Came again",
    reason: "Reason",
  },
  /** By what Shopify calls what it tells of. */
  topics: {
    "orders/create": "New order",
    "orders/paid": "Order paid",
    "orders/updated": "Order changed",
    "orders/cancelled": "Order cancelled",
    "orders/delete": "Order deleted",
    "refunds/create": "Refund",
    "customers/create": "New customer",
    "customers/update": "Customer changed",
    "customer.tags_added": "Customer tagged",
    "customer.tags_removed": "Tag taken off a customer",
    "customers/delete": "Customer deleted",
    "customers/merge": "Customers merged",
    "products/create": "New product",
    "products/update": "Product changed",
    "products/delete": "Product deleted",
    "collections/update": "Collection changed",
    "collections/delete": "Collection deleted",
    "shop/update": "Store settings changed",
    "app/scopes_update": "Permissions changed",
    "app/uninstalled": "App uninstalled",
    "customers/data_request": "Request for personal data",
    "customers/redact": "Request to erase a customer",
    "shop/redact": "Request to erase the store",
    "reconcile/order": "Order, found by comparing",
    "reconcile/customer": "Customer, found by comparing",
  },
  states: { waiting: "Waiting", done: "Worked off", dead: "Dead letter" },
  repeats: (count: number) => (count === 0 ? "" : count === 1 ? "once" : `${count} times`),
  empty: {
    all: {
      heading: "No deliveries yet",
      text: "They come as soon as something happens in your store: an order, a new customer, a refund.",
    },
    waiting: { heading: "Nothing waits", text: "All news of your store is worked off." },
    dead: {
      heading: "No dead letters",
      text: "Everything your store sent could be understood and worked off.",
    },
  },
  retryAll: (count: string, shown: string) =>
    `Try ${shown} ${plural(count, "dead letter", "dead letters")} again`,
  retryAllTitle: "Try all dead letters again?",
  retryAllText:
    "Each is read anew from what was sent and takes its place in the line. Points are posted once, however often a delivery is tried.",
  retry: "Try again",
  retryTitle: "Try this delivery again?",
  retryText:
    "It is read anew from what was sent and takes its place in the line. Points are posted once, however often a delivery is tried.",
  retried: (waiting: number) =>
    waiting === 1 ? "Back in the line" : `${waiting} deliveries are back in the line`,
  stillDead: (count: number) =>
    count === 1
      ? "It still cannot be understood. An update of the app may help; what was sent is kept."
      : `${count} of them still cannot be understood. An update of the app may help; what was sent is kept.`,
  forgotten: (count: number) =>
    count === 1
      ? "It cannot be tried again: what was sent was kept for the days of your settings and is gone. Change the order or the customer in your store, by a note for example, and your store tells of them anew as they are now. Points can also be given by hand."
      : `${count} of them cannot be tried again: what was sent was kept for the days of your settings and is gone. Change the orders or customers in your store, by a note for example, and your store tells of them anew as they are now. Points can also be given by hand.`,
  gone: "There is nothing to try again: it was worked off meanwhile.",
  page: {
    back: "Deliveries",
    deadBanner: "This delivery could not be worked off",
    waitingBanner: (when: string) => `The last attempt failed. The next one is ${when}.`,
    facts: "Facts",
    webhookId: "Delivery number",
    eventId: "Event number",
    triggered: "Sent by the store",
    received: "Received",
    done: "Worked off",
    attempts: "Attempts",
    repeats: "Came again",
    never: "never",
    body: "What was sent",
    noBody: "The text of a delivery is kept only where it could not be understood.",
  },
};
