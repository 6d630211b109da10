import { createHmac, randomUUID } from "node:crypto";
import { sameText } from "../signing.ts";
import type { Store } from "../state/store.ts";

export interface CartLine {
  variant: string;
  quantity: number;
  /** Of the line, as the form that added it named them; those that begin with "_" shoppers do not see. */
  properties?: Record<string, string>;
}

/** What the shop remembers of a browser. All of it stands in the cookie: nothing to clean up, nothing to lose. */
export interface Session {
  id: string;
  customer: string | null;
  cart: CartLine[];
  /** Discount codes and gift cards that were typed and count, until the order is placed. */
  codes: string[];
  giftCards: string[];
  /** Whether store credit shall pay. */
  storeCredit: boolean;
  locale: string | null;
  theme: string | null;
  scheme: "light" | "dark" | null;
  /** Whether the app's embeds are on, which a merchant turns on in the theme editor. */
  embeds: boolean;
  /** Whether the shop may count what the shopper looks at; pixels run for nobody else. */
  analytics: boolean;
  /** Orders placed here, newest first: whose thank-you pages may be opened. */
  orders: string[];
  /** Key of a text shown once, on the next page. */
  notice: string | null;
}

const COOKIE = "_sandbox_storefront";
const THIRTY_DAYS = 30 * 24 * 3600;

export function newSession(): Session {
  return {
    id: randomUUID(),
    customer: null,
    cart: [],
    codes: [],
    giftCards: [],
    storeCredit: false,
    locale: null,
    theme: null,
    scheme: null,
    embeds: false,
    analytics: false,
    orders: [],
    notice: null,
  };
}

/** The key is made once and stays with the state, so that carts survive a restart. */
export function sessionKey(store: Store): string {
  const known = store.setting<string | null>("storefront key", null);
  if (known) return known;
  const made = randomUUID();
  store.setSetting("storefront key", made);
  return made;
}

/** A cookie that is missing, foreign or tampered with is a new visitor. */
export function readSession(request: Request, key: string): Session {
  const cookies = request.headers.get("cookie") ?? "";
  const value = cookies
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  const [body, signature] = value?.split(".") ?? [];
  if (!body || !signature || !sameText(signature, sign(body, key))) return newSession();
  return { ...newSession(), ...(JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Session) };
}

export function sessionCookie(session: Session, key: string): string {
  const body = Buffer.from(JSON.stringify(session)).toString("base64url");
  return `${COOKIE}=${body}.${sign(body, key)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${THIRTY_DAYS}`;
}

/** What every form of the shop carries, so that no other site can send one in a visitor's name. */
export function formToken(session: Session, key: string): string {
  return createHmac("sha256", key).update(`form ${session.id}`).digest("base64url");
}

function sign(body: string, key: string): string {
  return createHmac("sha256", key).update(body).digest("base64url");
}
