import { Drop } from "liquidjs";
import type { Catalogue, ProductObject } from "./catalogue.ts";

const MOST = 20;

/** `all_products["handle"]`: nothing for a product there is not, and twenty different ones a page, as in Shopify. */
export class AllProducts extends Drop {
  readonly #catalogue: Catalogue;
  readonly #found = new Map<string, ProductObject | null>();

  constructor(catalogue: Catalogue) {
    super();
    this.#catalogue = catalogue;
  }

  override liquidMethodMissing(handle: string | number): ProductObject | null {
    const key = String(handle);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    if (this.#found.size >= MOST) return null;
    const product = this.#catalogue.findProduct(key);
    const object = product && this.#catalogue.productObject(product);
    this.#found.set(key, object);
    return object;
  }
}
