import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { gid } from "../../state/ids.ts";
import { appInstallationView, appView } from "./app.ts";
import { customerView, findCustomer } from "./customers.ts";
import { automaticNodeView, findAutomatic } from "./discounts/automatic.ts";
import { bulkCreationView, findBulkCreation } from "./discounts/bulk-creations.ts";
import { discountNodeView } from "./discounts/discount.ts";
import { giftCardView } from "./gift-cards.ts";
import { parseGlobalId } from "./ids.ts";
import { definitionByNumber, metafieldDefinitionView } from "./metafield-definitions.ts";
import { metafieldView } from "./metafields.ts";
import { findOrder, orderView } from "./orders.ts";
import { collectionView, findVariant, productView, variantView } from "./products.ts";
import { refundView } from "./refunds.ts";
import { shopView } from "./shop.ts";
import { accountView, findAccount } from "./store-credit.ts";
import { validationView } from "./validations.ts";
import { findApiSubscription, subscriptionView } from "./webhook-subscriptions.ts";

type Finder = (context: Context, id: string) => View | null;

/** By the type's name in the id: how the thing is found. Null where the shop has none of that number. */
const FINDERS: Record<string, Finder> = {
  Shop: (context, id) => (id === context.shop.id ? shopView(context) : null),
  App: (context) => appView(context),
  AppInstallation: (context, id) => (id === context.shop.id ? appInstallationView(context) : null),
  Customer: (context, id) => shown(findCustomer(context, id), (doc) => customerView(context, doc)),
  Product: (context, id) => shown(context.collection("product").find(id), (doc) => productView(context, doc)),
  ProductVariant: (context, id) => shown(findVariant(context, id), (doc) => variantView(context, doc)),
  Collection: (context, id) =>
    shown(context.collection("collection").find(id), (doc) => collectionView(context, doc)),
  Order: (context, id) => shown(findOrder(context, id), (doc) => orderView(context, doc)),
  Refund: (context, id) =>
    shown(context.collection("order").firstBy("refund", id), (order) => {
      const refund = order.payload.refunds.find((candidate) => String(candidate.id) === id);
      return refund ? refundView(context, order, refund) : null;
    }),
  Metafield: (context, id) =>
    shown(context.collection("metafield").firstBy("number", id), (doc) => metafieldView(context, doc)),
  MetafieldDefinition: (context, id) =>
    shown(definitionByNumber(context, id), (doc) => metafieldDefinitionView(context, doc)),
  WebhookSubscription: (context, id) =>
    shown(findApiSubscription(context, id), (doc) => subscriptionView(context, doc)),
  DiscountCodeNode: (context, id) =>
    shown(context.collection("discount").find(id), (doc) => discountNodeView(context, doc)),
  DiscountRedeemCodeBulkCreation: (context, id) =>
    shown(findBulkCreation(context, id), (doc) => bulkCreationView(context, doc)),
  DiscountAutomaticNode: (context, id) =>
    shown(findAutomatic(context, gid("DiscountAutomaticNode", id)), (doc) => automaticNodeView(context, doc)),
  Validation: (context, id) => shown(context.collection("validation").find(id), validationView),
  StoreCreditAccount: (context, id) => shown(findAccount(context, id), (doc) => accountView(context, doc)),
  GiftCard: (context, id) =>
    shown(context.collection("giftCard").find(id), (doc) => giftCardView(context, doc)),
};

function shown<T>(doc: T | null, view: (doc: T) => View | null): View | null {
  return doc === null ? null : view(doc);
}

/** Whatever has the id; an error where the sandbox keeps no such things. */
export function findNode(context: Context, globalId: string): View | null {
  const { type, id } = parseGlobalId(globalId);
  const find = FINDERS[type];
  if (!find) throw notInTheSandbox(`${type} by its id`);
  return find(context, id);
}

export const nodeQueries = {
  node: ({ id }: { id: string }, context) => findNode(context, id),
  nodes: ({ ids }: { ids: string[] }, context) => ids.map((id) => findNode(context, id)),
} satisfies Fields;
