import { startSandbox, type RunningSandbox } from "../server.ts";
import type { SandboxOptions } from "../options.ts";
import type { Shop } from "../state/types.ts";
import { issueOfflineToken } from "../oauth/tokens.ts";

export type Answer = {
  status: number;
  headers: Headers;
  // What a query answers has the shape of the query; a test reads just that.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
  cost?: {
    requestedQueryCost: number;
    actualQueryCost: number | null;
    throttleStatus: { currentlyAvailable: number };
  };
};

export type AdminApi = {
  running: RunningSandbox;
  shop: Shop;
  /** Asks as the installed app; `scopes` replaces what it was granted. */
  ask(query: string, variables?: object, scopes?: string[]): Promise<Answer>;
  /** Asks the control interface. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
};

/** A sandbox on free ports with the demo's shop, the app installed in it, and a way to ask its Admin API. */
export async function startAdminApi(options: Partial<SandboxOptions> = {}): Promise<AdminApi> {
  const running = await startSandbox({ port: 0, appPort: null, data: ":memory:", ...options });
  const { sandbox, urls } = running;
  const shop = sandbox.defaultShop();
  const installation = sandbox.installation(shop.domain);
  if (!installation) throw new Error("The app is not installed in the demo's shop.");
  return {
    running,
    shop,
    async ask(query, variables = {}, scopes = installation.scopes) {
      const token = issueOfflineToken(sandbox, shop.domain, { ...installation, scopes }, { expiring: true });
      const response = await fetch(`${urls.shopify}/admin/api/2026-07/graphql.json`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-shopify-access-token": token.access_token },
        body: JSON.stringify({ query, variables }),
      });
      const isJson = response.headers.get("content-type")?.includes("json");
      const { data, errors, extensions } = isJson ? await response.json() : { data: await response.text() };
      return { status: response.status, headers: response.headers, data, errors, cost: extensions?.cost };
    },
    async control(method, path, body) {
      const response = await fetch(`${urls.shopify}/sandbox/api${path}`, {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return response.json();
    },
  };
}
