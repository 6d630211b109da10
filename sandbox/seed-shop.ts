import type { Sandbox } from "./sandbox.ts";

export const DEMO_SHOP = "perennial-demo.myshopify.com";

/** Makes the demo's shop, with the app installed, where the state is empty. */
export function seedShop(sandbox: Sandbox): void {
  if (sandbox.store.listShops().length > 0) return;
  sandbox.perform(DEMO_SHOP, { do: "shop.create", domain: DEMO_SHOP });
  sandbox.perform(DEMO_SHOP, { do: "app.install" });
}
