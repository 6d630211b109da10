import { Refusal } from "../http/answer.ts";
import { laterThan } from "../state/instants.ts";
import type { Product, Variant } from "../state/types.ts";
import { productPayload } from "../webhooks/product-payload.ts";
import type { ActionOf, CreateProduct, ProductFields, UpdateProduct, VariantFields } from "./actions.ts";
import { addToCollections } from "./collections.ts";
import { freeHandle, given } from "./handles.ts";
import { toAmount, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";

export function createProduct(scene: Scene, input: CreateProduct): Product {
  const handle = input.handle ?? freeHandle(scene, "product", input.title);
  if (scene.collection("product").firstBy("handle", handle))
    throw new Refusal(`The handle ${handle} is taken.`);
  if (!input.variants?.length) throw new Refusal("A product needs at least one variant with a price.");
  const product: Product = {
    id: scene.store.nextId("product"),
    handle,
    title: input.title,
    descriptionHtml: "",
    vendor: scene.shop.name,
    productType: "",
    tags: [],
    status: "active",
    giftCard: false,
    options: ["Title"],
    variants: [],
    image: null,
    createdAt: scene.at,
    updatedAt: scene.at,
    ...fieldsOf(input),
  };
  product.variants = input.variants.map((fields) => buildVariant(scene, product, fields, null));
  scene.collection("product").put(product);
  scene.remember(input.ref, product.id);
  addToCollections(scene, product, input.collections ?? []);
  scene.emit(["products/create"], productPayload(product, scene.shop));
  return product;
}

/** Variants given are matched with the old ones by title; those that are not given any more are gone. */
export function updateProduct(scene: Scene, input: UpdateProduct): Product {
  const before = scene.product(input.product);
  const product = { ...before, ...fieldsOf(input), updatedAt: laterThan(before.updatedAt, scene.at) };
  if (input.handle !== undefined) product.handle = input.handle;
  if (input.variants)
    product.variants = input.variants.map((fields) => {
      const old = before.variants.find(({ title }) => title === (fields.title ?? "Default Title"));
      return buildVariant(scene, product, fields, old ?? null);
    });
  scene.collection("product").put(product);
  addToCollections(scene, product, input.collections ?? []);
  scene.emit(["products/update"], productPayload(product, scene.shop));
  return product;
}

export function deleteProduct(scene: Scene, input: ActionOf<"product.delete">): Product {
  const product = scene.product(input.product);
  scene.collection("product").delete(product.id);
  const collections = scene.collection("collection");
  for (const collection of collections.findBy("product", product.id)) {
    collections.put({ ...collection, productIds: collection.productIds.filter((id) => id !== product.id) });
  }
  scene.emit(["products/delete"], { id: Number(product.id) });
  return product;
}

function buildVariant(scene: Scene, product: Product, fields: VariantFields, old: Variant | null): Variant {
  const { currency } = scene.shop;
  const title = fields.title ?? "Default Title";
  const compareAt = fields.compareAtPrice ?? null;
  const cost = fields.cost ?? old?.cost;
  return {
    id: old?.id ?? scene.store.nextId("variant"),
    title,
    // Read and written once, so that "5" becomes "5.00" and a wrong amount is refused here.
    price: toAmount(toMinor(fields.price, currency), currency),
    compareAtPrice: compareAt === null ? null : toAmount(toMinor(compareAt, currency), currency),
    sku: fields.sku ?? old?.sku ?? "",
    inventory: fields.inventory ?? old?.inventory ?? 100,
    ...(cost === undefined ? {} : { cost: toAmount(toMinor(cost, currency), currency) }),
    taxable: fields.taxable ?? !product.giftCard,
    requiresShipping: fields.requiresShipping ?? !product.giftCard,
    options: fields.options ?? [title],
    grams: fields.grams ?? old?.grams ?? 0,
    createdAt: old?.createdAt ?? scene.at,
    updatedAt: scene.at,
  };
}

function fieldsOf(input: ProductFields): Partial<Product> {
  const { title, descriptionHtml, vendor, productType, tags, status, giftCard, options, image } = input;
  return given({
    title,
    descriptionHtml,
    vendor,
    productType,
    tags,
    status,
    giftCard,
    options,
    image,
  });
}
