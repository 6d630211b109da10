import type { DiscountAllocation, DiscountApplication, OrderPayload } from "../../state/order-payload.ts";
import type { Listing } from "../engine/connection.ts";
import type { View } from "../engine/resolve.ts";
import { enumOf } from "./common.ts";
import { moneyBag, moneyV2 } from "./money.ts";

const TYPES = {
  discount_code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  manual: "ManualDiscountApplication",
} as const;

type Applied = { application: DiscountApplication; index: number };

function applicationView(order: OrderPayload, { application, index }: Applied): View {
  const { value, value_type, code, title, description } = application;
  return {
    __typename: TYPES[application.type],
    index,
    allocationMethod: enumOf(application.allocation_method),
    targetSelection: enumOf(application.target_selection),
    targetType: enumOf(application.target_type),
    value: () =>
      value_type === "percentage"
        ? { __typename: "PricingPercentageValue", percentage: Number(value) }
        : moneyV2(value, order.currency),
    ...(application.type === "discount_code" ? { code: code ?? "" } : { title: title ?? "" }),
    ...(application.type === "manual" ? { description: description ?? null } : {}),
  };
}

export function discountAllocationView(order: OrderPayload, allocation: DiscountAllocation): View {
  const { amount_set, discount_application_index: index } = allocation;
  const application = order.discount_applications[index];
  return {
    allocatedAmount: () => moneyV2(amount_set.shop_money.amount, amount_set.shop_money.currency_code),
    allocatedAmountSet: () => moneyBag(amount_set),
    ...(application ? { discountApplication: () => applicationView(order, { application, index }) } : {}),
  };
}

export function discountApplications(order: OrderPayload): Listing<Applied> {
  return {
    resource: "discountApplications",
    docs: order.discount_applications.map((application, index) => ({ application, index })),
    idOf: ({ index }) => String(index),
    view: (applied) => applicationView(order, applied),
  };
}
