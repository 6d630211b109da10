import { idOf } from "../../state/ids.ts";
import type { Store } from "../../state/store.ts";
import type { Metafield } from "../../state/types.ts";

type Owner = { type: "SHOP" | "CUSTOMER" | "PRODUCT"; id: string };

/** The product that a reference names, as Liquid's object; null for one that is not on sale. */
type FindProduct = (id: string) => object | null;

/** A list of references holds more, but a template is given no more of them at once. */
const MOST_REFERENCES = 50;

/**
 * `customer.metafields.{namespace}.{key}`. The app-owned namespace ("app--…" in the state) is called `app` in the
 * app's own blocks.
 */
export function metafieldsObject(
  store: Store,
  shop: string,
  { owner, findProduct }: { owner: Owner; findProduct: FindProduct },
): Record<string, Record<string, unknown>> {
  const namespaces: Record<string, Record<string, unknown>> = {};
  for (const metafield of store.collection(shop, "metafield").findBy("owner", `${owner.type}/${owner.id}`)) {
    const namespace = metafield.namespace.startsWith("app--") ? "app" : metafield.namespace;
    namespaces[namespace] = {
      ...namespaces[namespace],
      [metafield.key]: metafieldObject(metafield, findProduct),
    };
  }
  return namespaces;
}

function metafieldObject(
  { type, value }: Metafield,
  findProduct: FindProduct,
): { type: string; value: unknown } {
  if (type === "list.product_reference") {
    const ids = (JSON.parse(value) as string[]).map((id) => idOf(id)).slice(0, MOST_REFERENCES);
    return {
      type,
      get value() {
        return ids.map(findProduct).filter((product) => product !== null);
      },
    };
  }
  const parsed = type === "json" || type === "boolean" || type.startsWith("number_integer");
  return { type, value: parsed ? (JSON.parse(value) as unknown) : value };
}
