import { createHmac } from "node:crypto";
import { SECRET } from "./perennial.ts";

export interface Proxied {
  shop: string;
  /** Who is signed in; "" for a guest. */
  customer?: string;
  path: string;
  query?: Record<string, string>;
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A request as Shopify hands it on from the shop's own address: everything in its query signed. */
export function proxied(told: Proxied): Request {
  const query = new URLSearchParams({
    ...told.query,
    shop: told.shop,
    logged_in_customer_id: told.customer ?? "",
    path_prefix: "/apps/perennial",
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  const message = [...query]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => `${name}=${value}`);
  query.set("signature", createHmac("sha256", SECRET).update(message.join("")).digest("hex"));
  const body =
    told.json === undefined
      ? told.form && new URLSearchParams(told.form).toString()
      : JSON.stringify(told.json);
  const type = told.json === undefined ? "application/x-www-form-urlencoded" : "application/json";
  return new Request(`http://localhost/proxy/${told.path}?${query.toString()}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...(body === undefined ? {} : { "Content-Type": type }), ...told.headers },
    ...(body === undefined ? {} : { body }),
  });
}
