import type { Sandbox } from "../sandbox.ts";
import { appProxySignature } from "../signing.ts";
import { notFound } from "./handle.ts";
import { renderForeign, renderPage } from "./render.ts";
import { Visit } from "./visit.ts";

const SECONDS_TO_ANSWER = 10;
/** What belongs to the shop's own visit, or to one connection only, and is not passed on. */
const KEPT_BACK = [
  "cookie",
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "accept-encoding",
  "keep-alive",
];
const NOT_HANDED_ON = ["set-cookie", "content-length", "transfer-encoding", "connection", "content-encoding"];

/**
 * `/apps/{subpath}/*` leads to the app, signed as Shopify signs it, without the visitor's cookies. What the app
 * answers as `application/liquid` is rendered as a page of the theme.
 */
export async function handleAppProxy(request: Request, sandbox: Sandbox): Promise<Response> {
  const visit = new Visit(request, sandbox);
  const target = targetOf(visit);
  if (!target) return notFound(visit);
  const headers = new Headers(request.headers);
  for (const name of KEPT_BACK) headers.delete(name);
  headers.set("x-forwarded-host", visit.url.host);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  let answer: Response;
  try {
    answer = await fetch(target, {
      method: request.method,
      headers,
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(SECONDS_TO_ANSWER * 1000),
    });
  } catch {
    return renderPage(visit, "error", { status: 502, objects: { message: null } });
  }
  return handOn(visit, answer);
}

/** The app's address with Shopify's parameters and signature; null where no installed app answers here. */
function targetOf({ sandbox, shop, url, customer }: Visit): URL | null {
  const { proxy } = sandbox.manifest;
  if (!proxy || !sandbox.installation(shop.domain)) return null;
  const prefix = `/${proxy.prefix}/${proxy.subpath}`;
  if (url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`)) return null;
  const base = new URL(proxy.url, sandbox.options.appUrl);
  const target = new URL(`${base.pathname}${url.pathname.slice(prefix.length)}`, sandbox.options.appUrl);
  const query = new URLSearchParams(url.search);
  for (const name of ["shop", "path_prefix", "timestamp", "signature", "logged_in_customer_id"])
    query.delete(name);
  query.set("shop", shop.domain);
  query.set("logged_in_customer_id", customer?.id ?? "");
  query.set("path_prefix", prefix);
  query.set("timestamp", String(Math.floor(sandbox.options.now().getTime() / 1000)));
  query.set("signature", appProxySignature(query, sandbox.options.apiSecret));
  target.search = query.toString();
  return target;
}

async function handOn(visit: Visit, answer: Response): Promise<Response> {
  if (answer.headers.get("content-type")?.startsWith("application/liquid"))
    return renderForeign(visit, await answer.text(), answer.status);
  const headers = new Headers(answer.headers);
  for (const name of NOT_HANDED_ON) headers.delete(name);
  return new Response(answer.body, { status: answer.status, headers });
}
