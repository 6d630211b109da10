import { createHash } from "node:crypto";
import type { Sandbox } from "../sandbox.ts";
import { adminQueryHmac, signIdToken } from "../signing.ts";
import type { Shop } from "../state/types.ts";
import { shopHandle } from "./addresses.ts";
import type { Staff } from "./staff.ts";

/**
 * The app's origin as the browser that asked sees it. The port is the proxy's; the name is the one
 * under which the admin itself was opened, since both have to agree about each other's origin.
 */
export function appOriginFor(request: Request, sandbox: Sandbox): string {
  const origin = new URL(sandbox.urls.app);
  const asked = new URL(request.url);
  if (isLoopback(origin.hostname)) origin.hostname = asked.hostname;
  return origin.origin;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname.startsWith("127.");
}

/** A session token for the staff member, good for a minute. */
export function idTokenFor(staff: Staff, shop: Shop, { options }: Sandbox): string {
  return signIdToken({
    shop: shop.domain,
    apiKey: options.apiKey,
    secret: options.apiSecret,
    userId: String(staff.id),
    sessionId: sessionId(staff, shop),
  });
}

/** The address under which Shopify's admin opens a page of an embedded app, signed. `path` may carry a query. */
export function launchUrl(path: string, staff: Staff, shop: Shop, origin: string, sandbox: Sandbox): string {
  const url = new URL(path, origin);
  // "//elsewhere" would be another host.
  if (url.origin !== origin) return launchUrl("/", staff, shop, origin, sandbox);
  const launch = {
    embedded: "1",
    host: Buffer.from(`admin.shopify.com/store/${shopHandle(shop.domain)}`)
      .toString("base64")
      .replaceAll("=", ""),
    id_token: idTokenFor(staff, shop, sandbox),
    locale: staff.locale ?? shop.locale,
    session: createHash("sha256").update(sessionId(staff, shop)).digest("hex"),
    shop: shop.domain,
    timestamp: String(Math.floor(sandbox.options.now().getTime() / 1000)),
  };
  for (const [name, value] of Object.entries(launch)) url.searchParams.set(name, value);
  url.searchParams.set("hmac", adminQueryHmac(url.searchParams, sandbox.options.apiSecret));
  return url.href;
}

/** Stays the same for a staff member, as a browser session does. */
function sessionId(staff: Staff, shop: Shop): string {
  const digest = createHash("sha256").update(`${shop.domain} ${staff.id}`).digest("hex");
  return digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
