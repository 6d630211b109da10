import type { DocumentCollection } from "../../state/document-collection.ts";
import type { Store } from "../../state/store.ts";
import type { Product, ProductCollection, Shop, Variant } from "../../state/types.ts";
import { modelAddress } from "../../history/models.ts";
import { metafieldsObject } from "./metafields.ts";
import { toPrice } from "./prices.ts";

/** A shop's products and collections as Liquid's objects. Whatever costs a look-up waits until a template asks. */
export class Catalogue {
  readonly #store: Store;
  readonly #shop: Shop;
  readonly #products: DocumentCollection<"product">;
  readonly #collections: DocumentCollection<"collection">;

  constructor(store: Store, shop: Shop) {
    this.#store = store;
    this.#shop = shop;
    this.#products = store.collection(shop.domain, "product");
    this.#collections = store.collection(shop.domain, "collection");
  }

  listProducts(): Product[] {
    return this.#products.list().filter(isOnSale);
  }

  findProduct(handle: string): Product | null {
    const product = this.#products.firstBy("handle", handle);
    return product && isOnSale(product) ? product : null;
  }

  /** The product that has this variant. */
  findByVariant(id: string): Product | null {
    const product = this.#products.firstBy("variant", id);
    return product && isOnSale(product) ? product : null;
  }

  listCollections(): ProductCollection[] {
    return this.#collections.list();
  }

  findCollection(handle: string): ProductCollection | null {
    return this.#collections.firstBy("handle", handle);
  }

  productsOf(collection: ProductCollection): Product[] {
    return collection.productIds
      .map((id) => this.#products.find(id))
      .filter((product): product is Product => product !== null && isOnSale(product));
  }

  collectionObject(collection: ProductCollection) {
    return {
      id: Number(collection.id),
      handle: collection.handle,
      title: collection.title,
      description: collection.descriptionHtml,
      url: `/collections/${collection.handle}`,
      all_products_count: collection.productIds.length,
    };
  }

  /** `{owner}.metafields`, with the products that they name. */
  metafieldsOf(owner: { type: "SHOP" | "CUSTOMER" | "PRODUCT"; id: string }) {
    const findProduct = (id: string): object | null => {
      const product = this.#products.find(id);
      return product && isOnSale(product) ? this.productObject(product) : null;
    };
    return metafieldsObject(this.#store, this.#shop.domain, { owner, findProduct });
  }

  /** `variantId`: the one the page is open at, if any. */
  productObject(product: Product, variantId: string | null = null) {
    const variants = product.variants.map((variant) => this.variantObject(product, variant));
    const prices = variants.map((variant) => variant.price);
    const selected = variants.find((variant) => String(variant.id) === variantId) ?? null;
    const first = variants.find((variant) => variant.available) ?? variants[0];
    const current = selected ?? first;
    const collections = (): unknown[] =>
      this.#collections.findBy("product", product.id).map((collection) => this.collectionObject(collection));
    const metafields = (): unknown => this.metafieldsOf({ type: "PRODUCT", id: product.id });
    return {
      id: Number(product.id),
      handle: product.handle,
      title: product.title,
      description: product.descriptionHtml,
      vendor: product.vendor,
      type: product.productType,
      tags: product.tags,
      url: `/products/${product.handle}`,
      "gift_card?": product.giftCard,
      available: variants.some((variant) => variant.available),
      price: Math.min(...prices),
      price_min: Math.min(...prices),
      price_max: Math.max(...prices),
      price_varies: new Set(prices).size > 1,
      compare_at_price: first?.compare_at_price ?? null,
      has_only_default_variant: product.options.length === 1 && product.options[0] === "Title",
      featured_image: image(product),
      media: mediaOf(product),
      options: product.options,
      options_with_values: optionsWithValues(product, current),
      variants,
      selected_variant: selected,
      first_available_variant: first,
      selected_or_first_available_variant: current,
      get metafields() {
        return metafields();
      },
      get collections() {
        return collections();
      },
    };
  }

  variantObject(product: Product, variant: Variant) {
    const { currency } = this.#shop;
    return {
      id: Number(variant.id),
      title: variant.options.length > 0 ? variant.options.join(" / ") : variant.title,
      sku: variant.sku,
      price: toPrice(variant.price, currency),
      compare_at_price: variant.compareAtPrice === null ? null : toPrice(variant.compareAtPrice, currency),
      available: variant.inventory > 0,
      inventory_quantity: variant.inventory,
      options: variant.options,
      requires_shipping: variant.requiresShipping,
      taxable: variant.taxable,
      url: `/products/${product.handle}?variant=${variant.id}`,
    };
  }
}

export type ProductObject = ReturnType<Catalogue["productObject"]>;
export type VariantObject = ReturnType<Catalogue["variantObject"]>;

function isOnSale(product: Product): boolean {
  return product.status === "active" && product.variants.length > 0;
}

function image(product: Product) {
  return product.image === null ? null : { src: product.image, alt: product.title, width: 800, height: 800 };
}

/** The picture, then the model, as Shopify lists them. */
function mediaOf(product: Product) {
  const picture = image(product);
  const preview_image = picture;
  const pictures = picture === null ? [] : [{ ...picture, media_type: "image", preview_image }];
  const url = modelAddress(product.handle);
  if (url === null) return pictures;
  const source = { url, format: "glb", mime_type: "model/gltf-binary" };
  return [...pictures, { media_type: "model", alt: product.title, preview_image, sources: [source] }];
}

/** Each value leads to the variant that has it and otherwise what is chosen now. */
function optionsWithValues(product: Product, current: VariantObject | undefined) {
  return product.options.map((name, position) => {
    const values = [...new Set(product.variants.map((variant) => variant.options[position] ?? ""))];
    return {
      name,
      position: position + 1,
      selected_value: current?.options[position],
      values: values.map((value) => ({
        name: value,
        selected: current?.options[position] === value,
        ...leadsTo(product, { current, position, value }),
      })),
    };
  });
}

function leadsTo(
  product: Product,
  wanted: { current: VariantObject | undefined; position: number; value: string },
): { available: boolean; product_url: string } {
  const { current, position, value } = wanted;
  const having = product.variants.filter((variant) => variant.options[position] === value);
  const alike = having.find((variant) =>
    variant.options.every((option, place) => place === position || option === current?.options[place]),
  );
  const variant = alike ?? having[0];
  return {
    available: variant !== undefined && variant.inventory > 0,
    product_url: `/products/${product.handle}?variant=${variant?.id ?? ""}`,
  };
}
