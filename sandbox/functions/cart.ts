import { subtract, times, pairOf, toAmount } from "../commerce/money.ts";
import { discountOf, isTip } from "../commerce/line-money.ts";
import type { Scene } from "../commerce/scene.ts";
import { resolveNamespace } from "../graphql/app-identity.ts";
import { gid, LOCATION } from "../state/ids.ts";
import { inZone } from "../state/instants.ts";
import type { LineItem, OrderPayload } from "../state/order-payload.ts";
import type { Currencies, Customer, Id, OwnerType, Product } from "../state/types.ts";

/** Who buys, and what they say of it. */
export type FunctionBuyer = { customer: Customer | null; email: string | null; isAuthenticated: boolean };

export type FunctionCart = {
  payload: OrderPayload;
  currencies: Currencies;
  buyer: FunctionBuyer;
  /** The language of the page. */
  locale: string;
};

type Names = { tags: string[] };
type Ids = { ids: string[] };

/** Fields of the root that every function may ask for, the cart first. Of what the sandbox does not know nothing is made up. */
export function functionRoot(scene: Scene, cart: FunctionCart): object {
  return {
    cart: cartRoot(scene, cart),
    localization: {
      language: { isoCode: cart.locale.toUpperCase().replace("-", "_") },
      country: { isoCode: scene.shop.country },
    },
    presentmentCurrencyRate: cart.currencies.rate,
    shop: {
      ...metafieldsOf(scene, "SHOP", scene.shop.id),
      localTime: localTime(scene),
    },
  };
}

function cartRoot(scene: Scene, { payload, currencies, buyer }: FunctionCart): object {
  const { customer, email, isAuthenticated } = buyer;
  const isAtTill = payload.source_name === "pos";
  return {
    buyerIdentity: {
      customer: customer && customerRoot(scene, customer),
      email,
      isAuthenticated,
    },
    lines: payload.line_items.filter((line) => !isTip(line)).map((line) => lineRoot(scene, line, currencies)),
    retailLocation: isAtTill ? { id: gid("Location", LOCATION) } : null,
  };
}

function customerRoot(scene: Scene, customer: Customer): object {
  return {
    id: gid("Customer", customer.id),
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    numberOfOrders: customer.ordersCount,
    ...tagsOf(customer.tags),
    ...metafieldsOf(scene, "CUSTOMER", customer.id),
  };
}

function lineRoot(scene: Scene, line: LineItem, { presentment }: Currencies): object {
  const price = pairOf(line.price_set);
  const subtotal = times(price, line.quantity);
  const money = (minor: number) => ({ amount: toAmount(minor, presentment), currencyCode: presentment });
  return {
    id: gid("CartLine", line.id),
    quantity: line.quantity,
    cost: {
      amountPerQuantity: money(price.presentment),
      subtotalAmount: money(subtotal.presentment),
      totalAmount: money(subtract(subtotal, discountOf(line)).presentment),
    },
    merchandise: merchandiseRoot(scene, line),
  };
}

function merchandiseRoot(scene: Scene, line: LineItem): object {
  const product = line.product_id === null ? null : scene.collection("product").find(String(line.product_id));
  if (!product)
    return { __typename: "CustomProduct", title: line.title, isGiftCard: false, requiresShipping: false };
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", String(line.variant_id)),
    title: line.variant_title,
    sku: line.sku,
    requiresShipping: line.requires_shipping,
    product: productRoot(scene, product),
  };
}

function productRoot(scene: Scene, product: Product): object {
  const isIn = (id: string): boolean =>
    scene
      .collection("collection")
      .find(id.split("/").at(-1) ?? "")
      ?.productIds.includes(product.id) ?? false;
  return {
    id: gid("Product", product.id),
    handle: product.handle,
    title: product.title,
    vendor: product.vendor,
    productType: product.productType,
    isGiftCard: product.giftCard,
    ...tagsOf(product.tags),
    inAnyCollection: ({ ids }: Ids) => ids.some(isIn),
    inCollections: ({ ids }: Ids) => ids.map((id) => ({ collectionId: id, isMember: isIn(id) })),
    ...metafieldsOf(scene, "PRODUCT", product.id),
  };
}

function tagsOf(tags: readonly string[]): object {
  return {
    hasAnyTag: ({ tags: asked }: Names) => asked.some((tag) => tags.includes(tag)),
    hasTags: ({ tags: asked }: Names) => asked.map((tag) => ({ tag, hasTag: tags.includes(tag) })),
  };
}

/** Of a longer value than this Shopify hands a function nothing. */
const LONGEST_METAFIELD = 10_000;

export function metafieldsOf(scene: Scene, ownerType: OwnerType, ownerId: Id): object {
  return {
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
      const place = `${ownerType}/${ownerId}/${resolveNamespace(scene.sandbox, namespace)}/${key}`;
      const found = scene.collection("metafield").find(place);
      if (!found || Buffer.byteLength(found.value) > LONGEST_METAFIELD) return null;
      return { type: found.type, value: found.value, jsonValue: () => JSON.parse(found.value) as unknown };
    },
  };
}

type Until = { dateTime: string };

function localTime(scene: Scene): object {
  const now = inZone(scene.at, scene.shop.timezone).slice(0, 19);
  return {
    date: now.slice(0, 10),
    dateTimeAfter: ({ dateTime }: Until) => now >= dateTime,
    dateTimeBefore: ({ dateTime }: Until) => now < dateTime,
  };
}
