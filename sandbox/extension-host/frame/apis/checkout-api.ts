import type {
  CheckoutApi,
  DiscountCodeChange,
  DiscountCodeChangeResult,
  OrderConfirmationApi,
  StandardApi,
} from "@shopify/ui-extensions/checkout";
import type { Placed, ShopperState } from "../../protocol.ts";
import { ask } from "../line.ts";
import { unplayed, unplayedCall } from "../not-played.ts";
import type { Signals } from "../signals.ts";
import { buyerOf, commonApi, purchaseApi } from "./shopper-api.ts";

/** What the checkout and the thank-you page have alike. */
export function checkoutApi(placed: Placed, signals: Signals<ShopperState>): StandardApi {
  const common = commonApi(placed, signals);
  const inCheckout = placed.target.startsWith("purchase.checkout.");
  return {
    ...common,
    ...purchaseApi(signals),
    extension: common.extension as StandardApi["extension"],
    extensionPoint: placed.target as StandardApi["extensionPoint"],
    buyerIdentity: {
      customer: signals.of(buyerOf),
      email: signals.of(({ customer }) => customer?.email ?? undefined),
      phone: signals.of(() => undefined),
      purchasingCompany: signals.of(() => undefined),
    },
    instructions: signals.of(() => ({
      attributes: { canUpdateAttributes: false },
      delivery: { canSelectCustomAddress: false },
      discounts: { canUpdateDiscountCodes: inCheckout },
      lines: { canAddCartLine: false, canRemoveCartLine: false, canUpdateCartLine: false },
      metafields: { canSetCartMetafields: false, canDeleteCartMetafield: false },
      notes: { canUpdateNote: false },
    })),
    availablePaymentOptions: signals.of(() => []),
    selectedPaymentOptions: signals.of(() => []),
    deliveryGroups: signals.of(() => []),
    buyerJourney: unplayed("buyerJourney"),
    localizedFields: signals.of(() => []),
  };
}

/** What only the checkout can still change. */
export function changesApi(): CheckoutApi {
  return {
    applyDiscountCodeChange: (change: DiscountCodeChange) =>
      ask<DiscountCodeChangeResult>(
        change.type === "addDiscountCode" ? "checkout.add-code" : "checkout.remove-code",
        change.code,
      ),
    applyAttributeChange: unplayedCall("applyAttributeChange"),
    applyCartLinesChange: unplayedCall("applyCartLinesChange"),
    applyGiftCardChange: unplayedCall("applyGiftCardChange"),
    applyMetafieldChange: unplayedCall("applyMetafieldChange"),
    applyNoteChange: unplayedCall("applyNoteChange"),
  };
}

export function confirmationApi(signals: Signals<ShopperState>): OrderConfirmationApi {
  return {
    orderConfirmation: signals.of(({ order }) => ({
      order: { id: order?.id ?? "" },
      ...(order ? { number: order.confirmationNumber } : {}),
      isFirstOrder: order?.isFirst ?? false,
    })),
  };
}
