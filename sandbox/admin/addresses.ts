/**
 * Shopify's own addresses, led to the sandbox. Apps and Shopify's library name the admin as
 * `https://admin.shopify.com/store/…`, `shopify://admin/…` or `https://{shop}/admin/…`; here the
 * admin stands on the sandbox's own origin, and so does the shop's storefront.
 */
export interface Whereabouts {
  /** Origin of the sandbox, e.g. http://localhost:4000 */
  sandboxOrigin: string;
  /** e.g. perennial-demo.myshopify.com */
  shop: string;
}

/** Query parameters that Shopify's admin adds to the address of an embedded app. */
const LAUNCH_PARAMETERS = [
  "appLoadId",
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "session",
  "shop",
  "timestamp",
];

/** "perennial-demo.myshopify.com" → "perennial-demo": how the admin's addresses name a shop. */
export function shopHandle(shop: string): string {
  return shop.replace(/\.myshopify\.com$/, "");
}

/** The sandbox's address for one of Shopify's, or null when the address is not Shopify's. */
export function toSandboxAddress(address: string, { sandboxOrigin, shop }: Whereabouts): string | null {
  const adminLink = /^shopify:\/*admin(\/.*)?$/i.exec(address);
  if (adminLink) return `${sandboxOrigin}/store/${shopHandle(shop)}${adminLink[1] ?? ""}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, search, hash } = new URL(address);
  const rest = `${search}${hash}`;
  if (hostname === "admin.shopify.com") return `${sandboxOrigin}${pathname}${rest}`;
  if (hostname !== shop) return null;
  const inAdmin = /^\/admin(\/.*)?$/.exec(pathname);
  if (inAdmin) return `${sandboxOrigin}/store/${shopHandle(shop)}${inAdmin[1] ?? ""}${rest}`;
  return `${sandboxOrigin}${pathname}${rest}`;
}

/** Path and query of an app page as the merchant sees them: without what the admin added. */
export function withoutLaunchParameters(address: string | URL): string {
  const url = new URL(address);
  for (const name of LAUNCH_PARAMETERS) url.searchParams.delete(name);
  return `${url.pathname}${url.search}`;
}
