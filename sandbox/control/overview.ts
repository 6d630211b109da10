import { ACTION_NAMES } from "../commerce/perform.ts";
import type { Call } from "./handle.ts";
import { readLine } from "./line.ts";

/** The shops, the line, and what can be done. */
export function overview(call: Call): unknown {
  const { sandbox } = call;
  const count = (shop: string, type: "order" | "customer" | "product"): number =>
    sandbox.store.collection(shop, type).count();
  return {
    urls: sandbox.urls,
    app: { name: sandbox.manifest.name, handle: sandbox.manifest.handle, scopes: sandbox.manifest.scopes },
    shops: sandbox.store.listShops().map((shop) => ({
      ...shop,
      installation: sandbox.store.collection(shop.domain, "installation").find(sandbox.options.apiKey),
      orders: count(shop.domain, "order"),
      customers: count(shop.domain, "customer"),
      products: count(shop.domain, "product"),
    })),
    line: readLine(call),
    deliveries: sandbox.webhooks.report(),
    actions: ACTION_NAMES,
  };
}
