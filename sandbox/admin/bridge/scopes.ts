import type { ShopifyGlobal } from "@shopify/app-bridge-types";
import type { Line } from "./line.ts";

/**
 * The app's access scopes. Only scopes the app's configuration declares as optional can be asked for
 * or given back; what is required came with the installation.
 */
export function createScopes(line: Line): ShopifyGlobal["scopes"] {
  async function requireOptional(scopes: string[]): Promise<void> {
    const { optional } = await line.ask("scopes", null);
    const undeclared = scopes.filter((scope) => !optional.includes(scope));
    if (undeclared.length > 0) {
      throw new Error(`Not declared as optional in the app's configuration: ${undeclared.join(", ")}.`);
    }
  }
  const query = () => line.ask("scopes", null);
  return {
    query,
    async request(scopes) {
      await requireOptional(scopes);
      return { result: "declined-all", detail: await query() };
    },
    async revoke(scopes) {
      await requireOptional(scopes);
      return { detail: await query() };
    },
  };
}
