import type { ShopifyGlobal } from "@shopify/app-bridge-types";

/**
 * Parts of App Bridge that make sense only where Shopify itself stands: at the till, in the mobile
 * app, in a public listing. They answer that they are not here rather than with an invented value.
 */
export function createElsewhere(): Pick<
  ShopifyGlobal,
  "intents" | "pos" | "reviews" | "scanner" | "shopifyQL" | "support" | "tools" | "webVitals" | "setSignals"
> {
  return {
    intents: {
      request: { value: null, subscribe: () => () => undefined },
      register: () => () => undefined,
      invoke: async () => ({
        complete: Promise.resolve({ code: "error", message: "Intents are not in the sandbox's admin." }),
      }),
    },
    pos: {
      cart: new Proxy({} as ShopifyGlobal["pos"]["cart"], { get: () => () => notHere("The till's cart") }),
      close: () => notHere("The till"),
      device: () => notHere("The till's device"),
      location: () => notHere("The till's location"),
    },
    reviews: {
      request: async () => ({
        success: false,
        code: "merchant-ineligible",
        message: "The sandbox's shop cannot review apps.",
      }),
    },
    scanner: { capture: () => notHere("The camera") },
    shopifyQL: { available: async () => false },
    support: { registerHandler: async () => undefined },
    tools: { register: () => () => undefined, unregister: () => undefined, clear: () => undefined },
    webVitals: { onReport: async () => undefined },
    setSignals: () => undefined,
  };
}

function notHere(what: string): Promise<never> {
  return Promise.reject(new Error(`${what} is not in the sandbox's admin.`));
}
