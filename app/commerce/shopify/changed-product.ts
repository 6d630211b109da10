import { parseInstantOrNull } from "../../loyalty/time.ts";
import type { ChangedProduct } from "../catalogue-store.ts";
import type { ProductPayload } from "./payloads.ts";
import { minorUnits, statusOf, textOrNull } from "./product-values.ts";

/** What a webhook tells of a product as it is sold; undefined where it does not say when it came into the store. */
export function changedProduct(
  payload: ProductPayload,
  { tags, currency }: { tags: string[]; currency: string | null },
): ChangedProduct | undefined {
  const createdAt = parseInstantOrNull(payload.created_at);
  if (currency === null || createdAt === null) return undefined;
  const prices = payload.variants.flatMap(({ price }) => minorUnits(price, currency) ?? []);
  return {
    ...{ id: payload.id, title: payload.title ?? "", handle: payload.handle, tags, createdAt },
    vendor: textOrNull(payload.vendor),
    productType: textOrNull(payload.product_type),
    price: prices.length === 0 ? null : prices.reduce((low, price) => (price < low ? price : low)),
    image: payload.image?.src ?? null,
    status: statusOf(payload.status),
    published: payload.published_at !== null,
    // Shopify says of no webhook whether a product is a gift card but by its type.
    giftCard: payload.product_type === "gift_card",
    sellable: payload.variants.some(isSellable),
  };
}

function isSellable(variant: ProductPayload["variants"][number]): boolean {
  const { inventory_policy: policy, inventory_quantity: quantity, inventory_management: counted } = variant;
  return policy === "continue" || counted === null || (quantity ?? 0) > 0;
}
