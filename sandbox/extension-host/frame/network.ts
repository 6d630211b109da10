import { ask } from "./line.ts";

const CUSTOMER_ACCOUNT_API = /^shopify:\/*customer-account\/api\/[\w-]+\/graphql\.json$/;

/** Without `network_access` in its toml an extension reaches nobody; the platform's own addresses are not played. */
export function guardNetwork(capabilities: string[], isOnline: () => boolean): void {
  const native = globalThis.fetch.bind(globalThis);
  const allowed = capabilities.includes("network_access");
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (CUSTOMER_ACCOUNT_API.test(address) && capabilities.includes("api_access"))
      return askCustomerAccount(init?.body);
    if (address.startsWith("shopify:"))
      return Promise.reject(new Error(`not in the sandbox: fetch("${address}")`));
    if (!allowed)
      return Promise.reject(
        new TypeError("Its shopify.extension.toml has no network_access, so it may not fetch."),
      );
    if (!isOnline()) return Promise.reject(new TypeError("Failed to fetch"));
    return native(input, init);
  };
}

/** The page asks in the customer's name: the frame has nothing to be known by. */
async function askCustomerAccount(body: unknown): Promise<Response> {
  const answer = await ask<string>("customer-account-api", String(body));
  return new Response(answer, { headers: { "content-type": "application/json" } });
}
