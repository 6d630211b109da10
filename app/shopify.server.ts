import { createHmac, timingSafeEqual } from "node:crypto";
import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { RequestedTokenType, shopifyApi, type Session } from "@shopify/shopify-api";
import type { Database } from "./db/database.ts";
import { withLease } from "./db/leases.ts";
import type { Env } from "./env.server.ts";
import { inTime } from "./use-cases/in-time.ts";
import type { StaffProfile } from "./use-cases/staff/recognise-staff.ts";

export const API_VERSION = ApiVersion.July26;
/** As the library: a token with less than this left is renewed. */
const RENEW_BEFORE_MS = 5 * 60 * 1000;
/** Who somebody is may be learned at the next page as well: nobody waits long for it. */
const ASK_AT_MOST_MS = 4_000;

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

  const { protocol, host } = new URL(env.appUrl);
  const api = shopifyApi({
    ...{ apiKey: env.apiKey, apiSecretKey: env.apiSecret, apiVersion: API_VERSION, scopes: env.scopes },
    ...{ isEmbeddedApp: true, hostName: host, hostScheme: protocol === "http:" ? "http" : "https" },
    logger: settings.logger,
  });

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
    /** For extensions of the customer account, the checkout and the point of sale: their tokens are alike. */
    authenticateExtension: intake.authenticate.public.customerAccount,
    apiKey: env.apiKey,
    authenticateAdmin(request: Request) {
      const claims = claimsOf(request, env.apiSecret);
      if (claims !== null && !isOfStaff(claims)) throw new Response(null, { status: 401 });
      const shop = claims === null ? null : new URL(claims.dest).hostname;
      const authenticate = () => app.authenticate.admin(request);
      return shop === null ? authenticate() : renewing(shop, authenticate);
    },
    /**
     * Who the person is whose token the request carries. What Shopify answers holds a token of theirs as well, which is
     * dropped here: the app needs nobody's but its own.
     */
    async askWho(request: Request, shop: string): Promise<StaffProfile> {
      const asked = api.auth
        .tokenExchange({
          ...{ shop, sessionToken: sessionTokenOf(request), expiring: false },
          requestedTokenType: RequestedTokenType.OnlineAccessToken,
        })
        .then(({ session }) => profileOf(session));
      const profile = await inTime(
        asked.catch(() => null),
        { withinMs: ASK_AT_MOST_MS, else: null },
      );
      if (profile === null) throw new Error(`${shop} did not say who its member of staff is`);
      return profile;
    },
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

/** What a session token says: of whom, and of which shop. */
interface Claims {
  sub?: unknown;
  iss?: unknown;
  dest: string;
}

/**
 * Of a session token whose signature is right: a stranger must not be able to queue up where a shop waits for its token.
 * null where the library will refuse, bounce or redirect without asking for a token.
 */
function claimsOf(request: Request, secret: string): Claims | null {
  const [header, claims, signature] = sessionTokenOf(request).split(".");
  if (header === undefined || claims === undefined || signature === undefined) return null;
  const right = createHmac("sha256", secret).update(`${header}.${claims}`).digest();
  const given = Buffer.from(signature, "base64url");
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  try {
    return JSON.parse(Buffer.from(claims, "base64url").toString()) as Claims;
  } catch {
    return null;
  }
}

/**
 * Extensions that shoppers see have tokens of the same key, in the name of the customer or of nobody: the admin's are of
 * staff, by number, and say that the admin of the same shop has made them.
 */
function isOfStaff({ sub, iss, dest }: Claims): boolean {
  const isPerson = typeof sub === "string" && /^\d{1,18}$/.test(sub);
  if (!isPerson || typeof dest !== "string" || !/^https:\/\/[a-z0-9][a-z0-9.-]*\/?$/.test(dest)) return false;
  return iss === undefined || iss === `${new URL(dest).origin}/admin`;
}

/** As it came with the request; empty where it brings none. */
function sessionTokenOf(request: Request): string {
  const bearer = request.headers.get("authorization")?.replace(/^Bearer /, "");
  return bearer ?? new URL(request.url).searchParams.get("id_token") ?? "";
}

function profileOf(session: Session): StaffProfile | null {
  const user = session.onlineAccessInfo?.associated_user;
  if (user === undefined) return null;
  const name = `${user.first_name ?? ""} ${user.last_name ?? ""}`.trim();
  return { name, accountOwner: user.account_owner, locale: user.locale ?? null };
}

const NO_SESSIONS = {
  storeSession: async () => true,
  loadSession: async () => undefined,
  deleteSession: async () => true,
  deleteSessions: async () => true,
  findSessionsByShop: async () => [],
};
