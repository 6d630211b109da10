import type {
  Navigation,
  OrderStatusApi,
  OrderStatusExtensionTarget,
  RenderCustomerAccountExtensionTarget,
  StandardApi,
} from "@shopify/ui-extensions/customer-account";
import type { Placed, ShopperState } from "../../protocol.ts";
import { ask } from "../line.ts";
import { unplayed } from "../not-played.ts";
import type { Signals } from "../signals.ts";
import { buyerOf, commonApi, purchaseApi } from "./shopper-api.ts";

type AnyTarget = RenderCustomerAccountExtensionTarget;

export function customerAccountApi(placed: Placed, signals: Signals<ShopperState>): StandardApi<AnyTarget> {
  return {
    ...(commonApi(placed, signals) as ReturnType<typeof commonApi> & { extensionPoint: AnyTarget } & Pick<
        StandardApi<AnyTarget>,
        "extension"
      >),
    authenticatedAccount: {
      customer: signals.of(({ customer }) => (customer ? { id: customer.id } : undefined)),
      purchasingCompany: signals.of(() => undefined),
    },
    toast: { show: (content) => ask("toast", content).then(() => ({ hide: () => void ask("toast", null) })) },
    intents: unplayed<StandardApi["intents"]>("intents"),
    query: () => Promise.reject(new Error("not in the sandbox: query(), the Storefront API")),
  };
}

/** The targets on the page of one order know that order as well. */
export function orderStatusApi(
  placed: Placed,
  signals: Signals<ShopperState>,
): OrderStatusApi<OrderStatusExtensionTarget> {
  const common = commonApi(placed, signals);
  const { shippingAddress: _shipping, billingAddress: _billing, ...purchase } = purchaseApi(signals);
  return {
    ...purchase,
    buyerIdentity: {
      customer: signals.of(buyerOf),
      email: signals.of(({ customer }) => customer?.email ?? undefined),
      phone: signals.of(() => undefined),
      purchasingCompany: signals.of(() => undefined),
    },
    extension: common.extension as OrderStatusApi<OrderStatusExtensionTarget>["extension"],
    extensionPoint: placed.target as OrderStatusExtensionTarget,
    localization: common.localization,
    order: signals.of(({ order }) => (order ? orderOf(order) : undefined)),
    requireLogin: () => ask("navigate", "shopify:customer-account/login"),
    authenticationState: signals.of(({ customer }) =>
      customer ? ("fully_authenticated" as const) : ("pre_authenticated" as const),
    ),
    version: placed.apiVersion,
  };
}

function orderOf({
  id,
  name,
  cancelledAt,
  confirmationNumber,
  processedAt,
}: NonNullable<ShopperState["order"]>) {
  return { id, name, confirmationNumber, processedAt, ...(cancelledAt ? { cancelledAt } : {}) };
}

/** The global `navigation` of customer accounts: the page goes where the platform's addresses lead. */
export function accountNavigation({ state }: Signals<ShopperState>): Navigation {
  const entry = { key: "0", url: state.path, getState: () => undefined };
  return {
    navigate: (url) => void ask("navigate", url),
    currentEntry: entry,
    updateCurrentEntry: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}
