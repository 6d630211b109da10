import type {
  ActionApi,
  ActionTargetApi,
  Cart,
  CartApi,
  CustomerApi,
  LineItem,
  OrderApi,
  StandardApi,
} from "@shopify/ui-extensions/point-of-sale";
import type { Placed, TillLine, TillState } from "../../protocol.ts";
import { i18nOf } from "../i18n.ts";
import { ask } from "../line.ts";
import { notPlayed, unplayed, unplayedCall } from "../not-played.ts";
import type { Signals } from "../signals.ts";

type Target = string;

/** What every target of the till has. */
export function tillApi(placed: Placed, signals: Signals<TillState>): StandardApi<Target> {
  const { session, place } = signals.state;
  return {
    extensionPoint: placed.target,
    extension: { apiVersion: placed.apiVersion as "2026-07", target: placed.target },
    i18n: i18nOf(placed, place),
    locale: { current: signals.of((state) => state.place.language) },
    toast: { show: (content) => void ask("toast", content) },
    session: {
      currentSession: {
        shopId: session.shopId,
        userId: session.userId,
        shopDomain: session.shopDomain,
        locationId: session.locationId,
        staffMemberId: session.userId,
        currency: place.currency as "GBP",
        posVersion: "11.0.0",
      },
      staffMember: signals.of((state) => ({ id: state.session.userId })),
      getSessionToken: () => ask<string | undefined>("token"),
      deviceId: session.deviceId,
    },
    device: {
      name: "Sandbox till",
      registerName: "Register 1",
      getDeviceId: () => Promise.resolve(String(session.deviceId)),
      isTablet: () => Promise.resolve(true),
    },
    connectivity: {
      current: signals.of(({ isOnline }) => ({
        internetConnected: isOnline ? ("Connected" as const) : ("Disconnected" as const),
      })),
    },
    storage: {
      set: (key, value) => ask("storage.write", key, value),
      get: async (key) => (await ask<never>("storage.read", key)) ?? undefined,
      delete: async (key) => {
        const had = (await ask<unknown>("storage.read", key)) !== null;
        await ask("storage.delete", key);
        return had;
      },
      clear: () => ask("storage.clear"),
      entries: () => ask("storage.entries"),
    },
    print: unplayed("print"),
    printing: unplayed("printing"),
    productSearch: unplayed("productSearch"),
    pinPad: unplayed("pinPad"),
    camera: unplayed("camera"),
  };
}

/** What is added for targets of a modal: the scanner. There is no camera; what is typed into the scan field is it. */
export function scannerApi(signals: Signals<TillState>): Pick<ActionTargetApi<Target>, "scanner"> {
  return {
    scanner: {
      scannerData: {
        current: signals.of(({ scan }) => (scan ? { data: scan.data, source: "external" as const } : {}), {
          // Whoever scans the same code twice means it twice.
          key: ({ scan }) => scan?.at,
        }),
      },
      sources: { current: signals.of(() => ["external" as const]) },
      showCameraScanner: () => notPlayed("scanner.showCameraScanner()"),
      hideCameraScanner: () => undefined,
    },
  };
}

export function modalApi(): ActionApi {
  return { action: { presentModal: () => void ask("modal") } };
}

export function customerApi({ state }: Signals<TillState>): CustomerApi {
  return { customer: { id: state.customerId ?? 0 } };
}

export function orderApi({ state: { order } }: Signals<TillState>): OrderApi {
  if (!order) throw new Error("There is no sale yet.");
  const { id, name, customerId } = order;
  return { order: { id, name, ...(customerId === null ? {} : { customerId }) } };
}

export function cartApi(signals: Signals<TillState>): CartApi {
  return {
    cart: {
      current: signals.of(({ cart, place }) => cartOf(cart, place.currency)),
      addCartCodeDiscount: (code) => ask("cart.code", code),
      applyCartDiscount: (type, title) =>
        type === "Code" ? ask("cart.code", title) : notPlayed(`cart.applyCartDiscount("${type}")`),
      removeCartDiscount: () => ask("cart.no-codes"),
      removeAllDiscounts: () => ask("cart.no-codes"),
      clearCart: () => ask("cart.clear"),
      setCustomer: ({ id }) => ask("cart.customer", id),
      removeCustomer: () => ask("cart.customer", null),
      addLineItem: (variantId, quantity) => ask("cart.add", variantId, quantity),
      removeLineItem: (uuid) => ask("cart.remove", uuid),
      bulkCartUpdate: unplayedCall("cart.bulkCartUpdate"),
      addCustomSale: unplayedCall("cart.addCustomSale"),
      addCartProperties: unplayedCall("cart.addCartProperties"),
      removeCartProperties: unplayedCall("cart.removeCartProperties"),
      addLineItemProperties: unplayedCall("cart.addLineItemProperties"),
      bulkAddLineItemProperties: unplayedCall("cart.bulkAddLineItemProperties"),
      removeLineItemProperties: unplayedCall("cart.removeLineItemProperties"),
      setLineItemDiscount: unplayedCall("cart.setLineItemDiscount"),
      bulkSetLineItemDiscounts: unplayedCall("cart.bulkSetLineItemDiscounts"),
      setAttributedStaff: unplayedCall("cart.setAttributedStaff"),
      setAttributedStaffToLineItem: unplayedCall("cart.setAttributedStaffToLineItem"),
      removeLineItemDiscount: unplayedCall("cart.removeLineItemDiscount"),
      addAddress: unplayedCall("cart.addAddress"),
      deleteAddress: unplayedCall("cart.deleteAddress"),
      updateDefaultAddress: unplayedCall("cart.updateDefaultAddress"),
      addLineItemSellingPlan: unplayedCall("cart.addLineItemSellingPlan"),
      removeLineItemSellingPlan: unplayedCall("cart.removeLineItemSellingPlan"),
    },
  };
}

function cartOf(cart: TillState["cart"], currency: string): Cart {
  const discounts = cart.discounts.map(({ code, amount }) => ({
    amount,
    currency,
    discountDescription: code,
    type: "Code",
  }));
  return {
    subtotal: cart.subtotal,
    taxTotal: cart.taxTotal,
    grandTotal: cart.grandTotal,
    cartDiscounts: discounts,
    ...(discounts[0] ? { cartDiscount: discounts[0] } : {}),
    ...(cart.customerId === null ? {} : { customer: { id: cart.customerId } }),
    lineItems: cart.lines.map(lineOf),
    properties: {},
  };
}

function lineOf({
  uuid,
  price,
  quantity,
  title,
  variantId,
  productId,
  taxable,
  sku,
  vendor,
}: TillLine): LineItem {
  return {
    uuid,
    price,
    quantity,
    title,
    variantId,
    productId,
    discounts: [],
    taxable,
    taxLines: [],
    sku,
    vendor,
    properties: {},
    isGiftCard: false,
  };
}

/** The global `navigation` of the till, and `window.close`, which ends a modal. */
export function tillNavigation() {
  return {
    navigate: () => Promise.resolve(notPlayed("navigation.navigate()")),
    currentEntry: { key: "0", url: null, getState: () => undefined },
    back: () => void ask("close"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}
