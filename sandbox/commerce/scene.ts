import { randomUUID } from "node:crypto";
import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { DocumentCollection } from "../state/document-collection.ts";
import { inZone } from "../state/instants.ts";
import type { Store } from "../state/store.ts";
import type {
  Customer,
  DocumentType,
  Instant,
  Order,
  Product,
  ProductCollection,
  Shop,
  Variant,
} from "../state/types.ts";

/** Where an action plays: the shop, the instant, and whom it may name. */
export class Scene {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly shop: Shop;
  readonly at: Instant;
  readonly #topics: ReadonlySet<string> | null;
  /** Everything that one action sends carries the same event id. */
  readonly #eventId = randomUUID();

  constructor(sandbox: Sandbox, shop: Shop, at: Instant, topics: ReadonlySet<string> | null) {
    this.sandbox = sandbox;
    this.store = sandbox.store;
    this.shop = shop;
    this.at = at;
    this.#topics = topics;
  }

  collection<T extends DocumentType>(type: T): DocumentCollection<T> {
    return this.store.collection(this.shop.domain, type);
  }

  /** An instant as this shop's payloads write it. */
  zoned(instant: Instant): string {
    return inZone(instant, this.shop.timezone);
  }

  /** Sends a payload to the subscriptions of these topics; topics that this run leaves out are not sent. */
  emit(topics: string[], payload: unknown): void {
    const wanted = this.#topics === null ? topics : topics.filter((topic) => this.#topics?.has(topic));
    if (wanted.length > 0)
      this.sandbox.emit(this.shop.domain, { topics: wanted, payload, at: this.at, eventId: this.#eventId });
  }

  remember(ref: string | undefined, id: string): void {
    if (ref !== undefined) this.store.setRef(this.shop.domain, ref, id);
  }

  customer(name: string): Customer {
    const customers = this.collection("customer");
    const found = customers.find(this.#deref(name)) ?? customers.firstBy("email", name.toLowerCase());
    if (!found) throw this.#missing("customer", name);
    return found.mergedInto === null ? found : this.customer(found.mergedInto);
  }

  product(name: string): Product {
    const products = this.collection("product");
    const found = products.find(this.#deref(name)) ?? products.firstBy("handle", name);
    if (!found) throw this.#missing("product", name);
    return found;
  }

  productCollection(name: string): ProductCollection {
    const collections = this.collection("collection");
    const found = collections.find(this.#deref(name)) ?? collections.firstBy("handle", name);
    if (!found) throw this.#missing("collection", name);
    return found;
  }

  order(name: string): Order {
    const orders = this.collection("order");
    const found = orders.find(this.#deref(name)) ?? orders.firstBy("name", name);
    if (!found) throw this.#missing("order", name);
    return found;
  }

  variant(name: string): { product: Product; variant: Variant } {
    const products = this.collection("product");
    const sku = name.startsWith("sku:") ? name.slice(4) : null;
    const product =
      sku === null
        ? (products.firstBy("variant", name) ?? products.firstBy("handle", name))
        : products.firstBy("sku", sku);
    const variant =
      product?.variants.find((candidate) => candidate.id === name || candidate.sku === sku) ??
      product?.variants[0];
    if (!product || !variant) throw this.#missing("variant", name);
    return { product, variant };
  }

  #deref(name: string): string {
    if (!name.startsWith("ref:")) return name;
    return this.store.findRef(this.shop.domain, name.slice(4)) ?? name;
  }

  #missing(what: string, name: string): Refusal {
    return new Refusal(`There is no ${what} "${name}" in ${this.shop.domain}.`, 404);
  }
}
