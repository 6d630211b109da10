import { gid } from "../../../state/ids.ts";
import type { AutomaticDiscount } from "../../../state/function-types.ts";
import { statusOf } from "../../../commerce/codes/redeem-codes.ts";
import { connect, type ListArgs, type Listing } from "../../engine/connection.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { dateTime, dateTimeOrNull } from "../common.ts";
import { parseGlobalId } from "../ids.ts";
import { metafieldFields } from "../metafields.ts";

/** A discount that works by itself. Of these the sandbox has those whose amount a function works out. */
export function automaticNodeView(context: Context, discount: AutomaticDiscount): View {
  return {
    __typename: "DiscountAutomaticNode",
    id: gid("DiscountAutomaticNode", discount.id),
    automaticDiscount: () => automaticAppView(context, discount),
    ...metafieldFields("DISCOUNT", discount.id),
  };
}

export function automaticAppView(context: Context, discount: AutomaticDiscount): View {
  const { order, product, shipping } = discount.combinesWith;
  return {
    __typename: "DiscountAutomaticApp",
    discountId: gid("DiscountAutomaticNode", discount.id),
    title: discount.title,
    status: statusOf(discount, context.sandbox.now()),
    startsAt: dateTime(discount.startsAt),
    endsAt: dateTimeOrNull(discount.endsAt),
    discountClasses: discount.classes,
    combinesWith: {
      orderDiscounts: order,
      productDiscounts: product,
      shippingDiscounts: shipping,
      productDiscountsWithTagsOnSameCartLine: [],
    },
    createdAt: dateTime(discount.createdAt),
    updatedAt: dateTime(discount.updatedAt),
  };
}

/** Both names of a discount's id are taken, as at Shopify. */
export function findAutomatic(context: Context, globalId: string): AutomaticDiscount | null {
  const { type, id } = parseGlobalId(globalId);
  if (!["DiscountAutomaticNode", "DiscountAutomaticApp", "DiscountNode"].includes(type)) return null;
  return context.collection("automaticDiscount").find(id);
}

function listing(context: Context): Listing<AutomaticDiscount> {
  return {
    resource: "automatic discounts",
    docs: context.collection("automaticDiscount").list(),
    idOf: ({ id }) => id,
    view: (discount) => automaticNodeView(context, discount),
    search: {
      id: ({ id }) => [id],
      title: ({ title }) => [title],
      status: (discount) => [statusOf(discount, context.sandbox.now())],
    },
  };
}

export const automaticDiscountQueries = {
  automaticDiscountNode: ({ id }: { id: string }, context) => {
    const discount = findAutomatic(context, id);
    return discount && automaticNodeView(context, discount);
  },
  automaticDiscountNodes: (args: ListArgs, context) => connect(args, listing(context)),
} satisfies Fields;
