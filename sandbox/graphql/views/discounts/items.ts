import type { DiscountItems, DiscountMinimum, DiscountValue } from "../../../state/discount-types.ts";
import { connect, type ListArgs } from "../../engine/connection.ts";
import type { Context } from "../../engine/context.ts";
import type { View } from "../../engine/resolve.ts";
import { moneyV2 } from "../money.ts";
import { collectionListing, findVariant, productListing, variantListing } from "../products.ts";

export function itemsView(context: Context, items: DiscountItems): View {
  if (items.all) return { __typename: "AllDiscountItems", allItems: true };
  if (items.collections.length > 0)
    return {
      __typename: "DiscountCollections",
      collections: (args: ListArgs) =>
        connect(
          args,
          collectionListing(
            context,
            found(items.collections, (id) => context.collection("collection").find(id)),
          ),
        ),
    };
  return {
    __typename: "DiscountProducts",
    products: (args: ListArgs) =>
      connect(
        args,
        productListing(
          context,
          found(items.products, (id) => context.collection("product").find(id)),
        ),
      ),
    productVariants: (args: ListArgs) =>
      connect(
        args,
        variantListing(
          context,
          found(items.variants, (id) => findVariant(context, id)),
        ),
      ),
  };
}

/** What was deleted since is no longer listed. */
function found<T>(ids: string[], find: (id: string) => T | null): T[] {
  return ids.map(find).filter((thing) => thing !== null);
}

export function valueView(context: Context, value: DiscountValue): View {
  if ("share" in value) return { __typename: "DiscountPercentage", percentage: Number(value.share) };
  return {
    __typename: "DiscountAmount",
    amount: moneyV2(value.amount, context.shop.currency),
    appliesOnEachItem: value.onEachItem,
  };
}

export function minimumView(context: Context, minimum: DiscountMinimum | null): View | null {
  if (minimum === null) return null;
  if ("quantity" in minimum)
    return {
      __typename: "DiscountMinimumQuantity",
      greaterThanOrEqualToQuantity: String(minimum.quantity),
    };
  return {
    __typename: "DiscountMinimumSubtotal",
    greaterThanOrEqualToSubtotal: moneyV2(minimum.subtotal, context.shop.currency),
  };
}
