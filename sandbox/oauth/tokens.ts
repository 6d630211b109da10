import { randomBytes } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import { STAFF } from "../admin/staff.ts";
import type { Id, Installation, Shop, Token } from "../state/types.ts";

const OFFLINE_SECONDS = 3_600;
const ONLINE_SECONDS = 86_399;
const REFRESH_SECONDS = 90 * 86_400;

/** Shopify's answer to a grant, as the library reads it. */
export type TokenAnswer = {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  associated_user_scope?: string;
  associated_user?: AssociatedUser;
};

type AssociatedUser = {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  email_verified: boolean;
  account_owner: boolean;
  locale: string;
  collaborator: boolean;
};

/** A token of the app itself; with `expiring` it lives an hour and comes with a refresh token. */
export function issueOfflineToken(
  sandbox: Sandbox,
  shop: string,
  { scopes }: Installation,
  { expiring }: { expiring: boolean },
): TokenAnswer {
  const token = newToken(sandbox, "offline", scopes);
  const answer: TokenAnswer = { access_token: token.id, scope: scopes.join(",") };
  if (expiring) {
    token.refreshToken = secret("shprt");
    token.expiresAt = inSeconds(sandbox, OFFLINE_SECONDS);
    token.refreshTokenExpiresAt = inSeconds(sandbox, REFRESH_SECONDS);
    answer.expires_in = OFFLINE_SECONDS;
    answer.refresh_token = token.refreshToken;
    answer.refresh_token_expires_in = REFRESH_SECONDS;
  }
  sandbox.store.collection(shop, "token").put(token);
  return answer;
}

/** A token of one member of the shop's staff, for a day. */
export function issueOnlineToken(
  sandbox: Sandbox,
  shop: string,
  { scopes }: Installation,
  userId: Id,
): TokenAnswer {
  const expiresAt = inSeconds(sandbox, ONLINE_SECONDS);
  const token: Token = { ...newToken(sandbox, "online", scopes), expiresAt, userId };
  sandbox.store.collection(shop, "token").put(token);
  return {
    access_token: token.id,
    scope: scopes.join(","),
    expires_in: ONLINE_SECONDS,
    associated_user_scope: scopes.join(","),
    associated_user: associatedUser(userId, sandbox.requireShop(shop)),
  };
}

/** Whoever is not of the shop's staff is somebody whom the owner let in, such as an agency. */
function associatedUser(userId: Id, { locale }: Shop): AssociatedUser {
  const person = STAFF.find(({ id }) => String(id) === userId);
  const [first = "", ...rest] = (person?.name ?? "Sandbox Collaborator").split(" ");
  return {
    id: Number(userId),
    first_name: first,
    last_name: rest.join(" "),
    email: person?.email ?? `staff-${userId}@collaborators.example`,
    email_verified: true,
    account_owner: person?.accountOwner ?? false,
    locale: person?.locale ?? locale,
    collaborator: person === undefined,
  };
}

/**
 * Trades a refresh token for a new pair; null where it is unknown, spent, expired or of an app that was uninstalled.
 *
 * The old refresh token is unusable at once. Shopify forgives a little more (until the new one is used for the first
 * time, changelog of 2026-08-28), so an app that never needs forgiveness here needs none there. The old access token
 * stays valid until its hour is over, as at Shopify.
 */
export function rotate(sandbox: Sandbox, shop: string, refreshToken: string): TokenAnswer | null {
  return sandbox.store.transaction(() => {
    const tokens = sandbox.store.collection(shop, "token");
    const spent = tokens.firstBy("refreshToken", refreshToken);
    const installation = sandbox.installation(shop);
    if (!spent || !installation || spent.revoked || isOver(sandbox, spent.refreshTokenExpiresAt)) return null;
    tokens.put({ ...spent, refreshToken: null, refreshTokenExpiresAt: null });
    return issueOfflineToken(sandbox, shop, installation, { expiring: true });
  });
}

/** The token behind an `X-Shopify-Access-Token`; null where it opens nothing (any more). */
export function findUsableToken(sandbox: Sandbox, shop: string, accessToken: string): Token | null {
  const token = sandbox.store.collection(shop, "token").find(accessToken);
  if (!token || token.revoked || isOver(sandbox, token.expiresAt)) return null;
  return sandbox.installation(shop) ? token : null;
}

function newToken(sandbox: Sandbox, kind: Token["kind"], scopes: string[]): Token {
  return {
    id: secret(kind === "offline" ? "shpat" : "shpua"),
    kind,
    scopes,
    createdAt: sandbox.now(),
    expiresAt: null,
    refreshToken: null,
    refreshTokenExpiresAt: null,
    revoked: false,
    userId: null,
  };
}

function secret(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

function inSeconds(sandbox: Sandbox, seconds: number): string {
  return new Date(sandbox.options.now().getTime() + seconds * 1000).toISOString();
}

function isOver(sandbox: Sandbox, instant: string | null): boolean {
  return instant !== null && Date.parse(instant) <= sandbox.options.now().getTime();
}
