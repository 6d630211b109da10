import type { AppMetafieldEntry } from "@shopify/ui-extensions/checkout";
import { resolveNamespace } from "../../graphql/app-identity.ts";
import { gid } from "../../state/ids.ts";
import type { Metafield } from "../../state/types.ts";
import type { Visit } from "../../storefront/visit.ts";
import type { UiExtension } from "../extensions.ts";
import type { ShopperState } from "../protocol.ts";

/** The metafields that the extension's toml asks for, of the shop and of the customer who is signed in. */
export function metafieldsFor(visit: Visit, { metafields }: UiExtension): ShopperState["metafields"] {
  const { sandbox, shop, customer } = visit;
  const owners = [
    { type: "shop" as const, key: `SHOP/${shop.id}`, id: gid("Shop", shop.id) },
    ...(customer
      ? [{ type: "customer" as const, key: `CUSTOMER/${customer.id}`, id: gid("Customer", customer.id) }]
      : []),
  ];
  const values = sandbox.store.collection(shop.domain, "metafield");
  return owners.flatMap(({ type, key, id }) =>
    values.findBy("owner", key).flatMap((found) => {
      const asked = metafields.find(
        (wish) => wish.key === found.key && resolveNamespace(sandbox, wish.namespace) === found.namespace,
      );
      return asked ? [{ target: { type, id }, metafield: entryOf(found, asked.namespace) }] : [];
    }),
  );
}

function entryOf({ key, type, value }: Metafield, namespace: string): AppMetafieldEntry["metafield"] {
  const valueType = type === "json" ? "json_string" : type === "number_integer" ? "integer" : "string";
  return { key, namespace, value, valueType, type };
}
