import type { StandardApi as CheckoutStandardApi } from "@shopify/ui-extensions/checkout";
import type { Placed, ShopperState } from "../../protocol.ts";
import { i18nOf } from "../i18n.ts";
import { ask } from "../line.ts";
import { unplayed } from "../not-played.ts";
import type { Signals } from "../signals.ts";

type Checkout = CheckoutStandardApi;

/** What customer accounts and the checkout have alike, under the platform's names. */
export function commonApi(placed: Placed, signals: Signals<ShopperState>) {
  const language = placed.language;
  return {
    i18n: i18nOf(placed, signals.state.place),
    sessionToken: { get: () => ask<string>("token") },
    settings: signals.of((): Record<string, string | number | boolean | undefined> => ({})),
    storage: {
      read: <T>(key: string) => ask<T | null>("storage.read", key),
      write: (key: string, data: unknown) => ask<void>("storage.write", key, data),
      delete: (key: string) => ask<void>("storage.delete", key),
    },
    version: placed.apiVersion,
    analytics: unplayed<Checkout["analytics"]>("analytics"),
    customerPrivacy: unplayed<Checkout["customerPrivacy"]>("customerPrivacy"),
    applyTrackingConsentChange: () =>
      Promise.reject(new Error("not in the sandbox: applyTrackingConsentChange()")),
    query: () => Promise.reject(new Error("not in the sandbox: query(), the Storefront API")),
    localization: {
      language: signals.of(({ place }) => ({ isoCode: place.language })),
      extensionLanguage: signals.of(() => ({ isoCode: language })),
      country: signals.of(({ place }) => ({ isoCode: place.country as "GB" })),
      currency: signals.of(({ place }) => ({ isoCode: place.currency as "GBP" })),
      timezone: signals.of(({ place }) => place.timezone as "Europe/London"),
      market: signals.of(() => undefined),
    },
    extension: {
      apiVersion: placed.apiVersion as "2026-07",
      capabilities: signals.of(() => placed.capabilities as "api_access"[]),
      rendered: signals.of(() => true),
      scriptUrl: new URL(placed.scriptUrl, location.href).href,
      target: placed.target,
    },
    extensionPoint: placed.target,
  };
}

/** What is bought, as the checkout and the status of an order tell it. */
export function purchaseApi(signals: Signals<ShopperState>) {
  const none = signals.state.place.currency as "GBP";
  const nothing = { amount: 0, currencyCode: none };
  return {
    shop: signals.state.shop,
    appMetafields: signals.of(({ metafields }) => metafields),
    attributes: signals.of((): { key: string; value: string }[] => []),
    appliedGiftCards: signals.of(() => []),
    note: signals.of((): string | undefined => undefined),
    lines: signals.of(({ purchase }) => purchase?.lines ?? []),
    cost: {
      subtotalAmount: signals.of(({ purchase }) => purchase?.subtotal ?? nothing),
      totalShippingAmount: signals.of(({ purchase }) => purchase?.shipping ?? undefined),
      totalTaxAmount: signals.of(({ purchase }) => purchase?.tax ?? undefined),
      totalAmount: signals.of(({ purchase }) => purchase?.total ?? nothing),
    },
    discountCodes: signals.of(({ purchase }) => purchase?.discountCodes ?? []),
    discountAllocations: signals.of(({ purchase }) => purchase?.discountAllocations ?? []),
    checkoutToken: signals.of((): string | undefined => undefined),
    checkoutSettings: signals.of(() => ({
      orderSubmission: "ORDER" as const,
      shippingAddress: { isEditable: true },
    })),
    shippingAddress: undefined,
    billingAddress: undefined,
  };
}

/** The buyer with what an app with protected customer data may read of them; undefined for a guest. */
export function buyerOf({ customer }: ShopperState) {
  if (!customer) return undefined;
  const { id, email, firstName, lastName, acceptsMarketing, ordersCount } = customer;
  return {
    id,
    ...(email ? { email } : {}),
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
    fullName: [firstName, lastName].filter(Boolean).join(" "),
    image: { url: "" },
    acceptsMarketing,
    acceptsEmailMarketing: acceptsMarketing,
    acceptsSmsMarketing: false,
    storeCreditAccounts: [],
    ordersCount,
  };
}
