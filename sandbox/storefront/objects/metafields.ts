import type { Store } from "../../state/store.ts";
import type { Metafield } from "../../state/types.ts";

type Owner = { type: "SHOP" | "CUSTOMER"; id: string };

/**
 * `customer.metafields.{namespace}.{key}`. The app-owned namespace ("app--…" in the state) is called `app` in the
 * app's own blocks.
 */
export function metafieldsObject(
  store: Store,
  shop: string,
  owner: Owner,
): Record<string, Record<string, unknown>> {
  const namespaces: Record<string, Record<string, unknown>> = {};
  for (const metafield of store.collection(shop, "metafield").findBy("owner", `${owner.type}/${owner.id}`)) {
    const namespace = metafield.namespace.startsWith("app--") ? "app" : metafield.namespace;
    namespaces[namespace] = { ...namespaces[namespace], [metafield.key]: metafieldObject(metafield) };
  }
  return namespaces;
}

function metafieldObject({ type, value }: Metafield): { type: string; value: unknown } {
  const parsed = type === "json" || type === "boolean" || type.startsWith("number_integer");
  return { type, value: parsed ? (JSON.parse(value) as unknown) : value };
}
