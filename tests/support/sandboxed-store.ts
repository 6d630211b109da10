import type { CommercePlatform } from "../../app/commerce/platform.ts";
import { shopifyPlatform } from "../../app/commerce/shopify/shopify-platform.ts";
import { API_VERSION } from "../../app/shopify.server.ts";
import { setFaults, type Fault } from "../../sandbox/graphql/faults.ts";
import { issueOfflineToken } from "../../sandbox/oauth/tokens.ts";
import { startAdminApi, type AdminApi } from "../../sandbox/testing/admin-api.ts";

/** The app's own adapter, asking the sandbox over HTTP as it would ask Shopify. */
export interface SandboxedStore {
  platform: CommercePlatform;
  shop: string;
  api: AdminApi;
  newCustomer(): string;
  /** What the next askings meet. */
  mishaps(...faults: Omit<Fault, "times" | "message">[]): void;
  close(): Promise<void>;
}

export async function startSandboxedStore(): Promise<SandboxedStore> {
  const api = await startAdminApi();
  const { sandbox, urls } = api.running;
  const shop = api.shop.domain;
  const installation = sandbox.installation(shop);
  if (installation === null || installation === undefined) throw new Error("the app is not installed");
  const token = issueOfflineToken(sandbox, shop, installation, { expiring: true });
  const usual = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.hostname !== shop) return usual(input, init);
    return usual(new URL(url.pathname, urls.shopify), {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), "x-sandbox-host": shop },
    });
  };
  return {
    shop,
    api,
    platform: shopifyPlatform({ apiVersion: API_VERSION, accessToken: async () => token.access_token }),
    newCustomer: () => String(sandbox.perform(shop, { do: "customer.create" }).id),
    mishaps: (...faults) =>
      setFaults(
        sandbox,
        faults.map((fault) => ({ ...fault, times: 1, message: "Refused on purpose" })),
      ),
    async close() {
      globalThis.fetch = usual;
      await api.running.close();
    },
  };
}
