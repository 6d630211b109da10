import { gid } from "../../../state/ids.ts";
import type { Discount, DiscountRule } from "../../../state/discount-types.ts";
import { settleBulkCreations } from "../../../commerce/codes/bulk-creations.ts";
import { classOf, codesOf, findRedeemCode, statusOf } from "../../../commerce/codes/redeem-codes.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../../engine/connection.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { dateTime, dateTimeOrNull } from "../common.ts";
import { customerView, findCustomer } from "../customers.ts";
import { parseGlobalId } from "../ids.ts";
import { moneyV2 } from "../money.ts";
import { redeemCodeListing } from "./codes.ts";
import { itemsView, minimumView, valueView } from "./items.ts";
import { summaryOf } from "./summary.ts";

const TYPES = {
  basic: "DiscountCodeBasic",
  "free-shipping": "DiscountCodeFreeShipping",
  bxgy: "DiscountCodeBxgy",
} as const;

/** The node stands for the discount under both names: `codeDiscount` and, in lists of all discounts, `discount`. */
export function discountNodeView(context: Context, discount: Discount): View {
  return {
    __typename: "DiscountCodeNode",
    id: gid("DiscountCodeNode", discount.id),
    codeDiscount: () => discountView(context, discount),
  };
}

function anyDiscountNodeView(context: Context, discount: Discount): View {
  return {
    __typename: "DiscountNode",
    id: gid("DiscountCodeNode", discount.id),
    discount: () => discountView(context, discount),
  };
}

function discountView(context: Context, discount: Discount): View {
  const { domain } = context.shop;
  const codes = () => codesOf(context.sandbox, domain, discount.id);
  return {
    __typename: TYPES[discount.rule.kind],
    title: discount.title,
    tags: discount.tags,
    status: statusOf(discount, context.sandbox.now()),
    startsAt: dateTime(discount.startsAt),
    endsAt: dateTimeOrNull(discount.endsAt),
    createdAt: dateTime(discount.createdAt),
    updatedAt: dateTime(discount.updatedAt),
    usageLimit: discount.usageLimit,
    appliesOncePerCustomer: discount.oncePerCustomer,
    asyncUsageCount: () => codes().reduce((sum, { uses }) => sum + uses.length, 0),
    codesCount: () => ({ count: codes().length, precision: "EXACT" }),
    codes: (args: ListArgs) => connect(args, redeemCodeListing(context, codes())),
    combinesWith: {
      orderDiscounts: discount.combinesWith.order,
      productDiscounts: discount.combinesWith.product,
      shippingDiscounts: discount.combinesWith.shipping,
      productDiscountsWithTagsOnSameCartLine: [],
    },
    discountClass: classOf(discount),
    discountClasses: [classOf(discount)],
    summary: () => summaryOf(context, discount),
    ...(discount.rule.kind === "bxgy" ? {} : generalFields(context, discount)),
    ...audience(context, discount),
    ...ruleFields(context, discount.rule),
  };
}

/** What a discount of the kind "buy x, get y" has not. */
function generalFields(context: Context, discount: Discount): View {
  return {
    minimumRequirement: minimumView(context, discount.minimum),
    shortSummary: () => summaryOf(context, discount),
    recurringCycleLimit: null,
  };
}

/** For whom it is: the newer `context` and the older `customerSelection` tell the same. */
function audience(context: Context, { customerIds }: Discount): View {
  if (customerIds === null)
    return {
      context: { __typename: "DiscountBuyerSelectionAll", all: "ALL" },
      customerSelection: { __typename: "DiscountCustomerAll", allCustomers: true },
    };
  const customers = {
    __typename: "DiscountCustomers",
    customers: () =>
      customerIds.flatMap((id) => {
        const customer = findCustomer(context, id);
        return customer ? [customerView(context, customer)] : [];
      }),
  };
  return { context: customers, customerSelection: customers };
}

function ruleFields(context: Context, rule: DiscountRule): View {
  if (rule.kind === "free-shipping")
    return {
      appliesOnOneTimePurchase: true,
      appliesOnSubscription: false,
      destinationSelection: { __typename: "DiscountCountryAll", allCountries: true },
      maximumShippingPrice:
        rule.mostShipping === null ? null : moneyV2(rule.mostShipping, context.shop.currency),
    };
  const items = rule.kind === "basic" ? rule.items : rule.gets.items;
  const value =
    rule.kind === "basic"
      ? () => valueView(context, rule.value)
      : {
          __typename: "DiscountOnQuantity",
          effect: () => valueView(context, rule.gets.value),
          quantity: { quantity: String(rule.gets.quantity) },
        };
  const gets = {
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    items: () => itemsView(context, items),
    value,
  };
  if (rule.kind === "basic") return { customerGets: gets };
  return { customerGets: gets, customerBuys: buysView(context, rule), usesPerOrderLimit: rule.usesPerOrder };
}

function buysView(context: Context, { buys }: Extract<DiscountRule, { kind: "bxgy" }>): View {
  return {
    isOneTimePurchase: true,
    isSubscription: false,
    items: () => itemsView(context, buys.items),
    value:
      "quantity" in buys.value
        ? { __typename: "DiscountQuantity", quantity: String(buys.value.quantity) }
        : { __typename: "DiscountPurchaseAmount", amount: buys.value.amount },
  };
}

function discountListing(context: Context, view: typeof discountNodeView): Listing<Discount> {
  const { sandbox, shop } = context;
  const codes = ({ id }: Discount) => codesOf(sandbox, shop.domain, id);
  return {
    resource: "discounts",
    docs: context.collection("discount").list(),
    idOf: ({ id }) => id,
    view: (discount) => view(context, discount),
    search: {
      id: ({ id }) => [id],
      title: ({ title }) => [title],
      code: (discount) => codes(discount).map(({ code }) => code),
      status: (discount) => [statusOf(discount, sandbox.now())],
      method: () => ["code"],
      times_used: (discount) => [codes(discount).reduce((sum, { uses }) => sum + uses.length, 0)],
      discount_class: (discount) => [classOf(discount)],
      starts_at: ({ startsAt }) => [startsAt],
      ends_at: ({ endsAt }) => [endsAt],
      created_at: ({ createdAt }) => [createdAt],
      updated_at: ({ updatedAt }) => [updatedAt],
    },
    sortKeys: {
      TITLE: ({ title }) => title.toLowerCase(),
      STARTS_AT: ({ startsAt }) => startsAt,
      ENDS_AT: ({ endsAt }) => endsAt ?? "",
      CREATED_AT: ({ createdAt }) => createdAt,
      UPDATED_AT: ({ updatedAt }) => updatedAt,
    },
  };
}

/** Both names of a discount's id are taken, as at Shopify. */
export function findDiscount(context: Context, globalId: string): Discount | null {
  const { type, id } = parseGlobalId(globalId);
  if (!["DiscountCodeNode", "DiscountNode"].includes(type)) return null;
  settleBulkCreations(context.sandbox, context.shop.domain);
  return context.collection("discount").find(id);
}

function nodeOf(context: Context, globalId: string, view: typeof discountNodeView): View | null {
  const discount = findDiscount(context, globalId);
  return discount && view(context, discount);
}

export const discountQueries = {
  codeDiscountNode: ({ id }: { id: string }, context) => nodeOf(context, id, discountNodeView),
  discountNode: ({ id }: { id: string }, context) => nodeOf(context, id, anyDiscountNodeView),
  codeDiscountNodeByCode: ({ code }: { code: string }, context) => {
    const found = findRedeemCode(context.sandbox, context.shop.domain, code);
    return found && discountNodeView(context, found.discount);
  },
  codeDiscountNodes: (args: ListArgs, context) => connect(args, discountListing(context, discountNodeView)),
  discountNodes: (args: ListArgs, context) => connect(args, discountListing(context, anyDiscountNodeView)),
  discountNodesCount: (args: CountArgs, context) =>
    count(args, discountListing(context, anyDiscountNodeView)),
} satisfies Fields;
