import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import type { Session } from "@shopify/shopify-api";
import type { Database } from "./db/database.ts";
import { withLease } from "./db/leases.ts";
import type { Env } from "./env.server.ts";

export const API_VERSION = ApiVersion.July26;
/** As the library: a token with less than this left is renewed. */
const RENEW_BEFORE_MS = 5 * 60 * 1000;

export interface ShopifyHooks {
  /** A shop has just given us its first or a new token. */
  afterAuth(shopDomain: string): Promise<void>;
}

export type Shopify = ReturnType<typeof createShopify>;

export function createShopify(env: Env, db: Database, hooks: ShopifyHooks) {
  const sessionStorage = new PrismaSessionStorage(db.prisma, { connectionRetryIntervalMs: 500 });
  const settings = {
    apiKey: env.apiKey,
    apiSecretKey: env.apiSecret,
    apiVersion: API_VERSION,
    scopes: env.scopes,
    appUrl: env.appUrl,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    logger: { level: env.logLevel === "debug" ? 3 : 0 },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  } satisfies Omit<Parameters<typeof shopifyApp>[0], "sessionStorage">;

  const app = shopifyApp({
    ...settings,
    sessionStorage,
    hooks: { afterAuth: ({ session }) => hooks.afterAuth(session.shop) },
  });
  // Intake answers within Shopify's five seconds whatever its API does: it verifies, and needs no token.
  const intake = shopifyApp({ ...settings, sessionStorage: NO_SESSIONS });

  const offlineSession = (shop: string) => sessionStorage.loadSession(`offline_${shop}`);

  /** Only one process at a time exchanges or renews a shop's token: the refresh token rotates at each use. */
  async function renewing<T>(shop: string, work: () => Promise<T>): Promise<T> {
    return isFresh(await offlineSession(shop)) ? work() : withLease(db.sql, `token ${shop}`, work);
  }

  return {
    addDocumentResponseHeaders: app.addDocumentResponseHeaders,
    login: app.login,
    authenticateWebhook: intake.authenticate.webhook,
    authenticateAppProxy: intake.authenticate.public.appProxy,
    authenticateAdmin: (request: Request) =>
      renewing(shopNamedBy(request), () => app.authenticate.admin(request)),
    /** A token that is good for some minutes; null where the shop has given us none. */
    async accessToken(shop: string): Promise<string | null> {
      if ((await offlineSession(shop)) === undefined) return null;
      const { session } = await renewing(shop, () => app.unauthenticated.admin(shop));
      return session.accessToken ?? null;
    },
  };
}

function isFresh(session: Session | undefined): boolean {
  return session !== undefined && session.isActive(undefined, RENEW_BEFORE_MS);
}

/** Whose lease to take, before the library has checked anything: wrong at worst means waiting for another shop. */
function shopNamedBy(request: Request): string {
  const url = new URL(request.url);
  const token =
    request.headers.get("authorization")?.slice("Bearer ".length) ?? url.searchParams.get("id_token");
  const named = destinationOf(token) ?? url.searchParams.get("shop") ?? "";
  return /^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/.test(named) ? named : "unknown";
}

function destinationOf(token: string | null): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString());
    return new URL((claims as { dest: string }).dest).hostname;
  } catch {
    return null;
  }
}

const NO_SESSIONS = {
  storeSession: async () => true,
  loadSession: async () => undefined,
  deleteSession: async () => true,
  deleteSessions: async () => true,
  findSessionsByShop: async () => [],
};
