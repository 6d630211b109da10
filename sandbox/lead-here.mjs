/**
 * `node --import ./sandbox/lead-here.mjs …`: leads every call of this process for a `*.myshopify.com` host to the
 * sandbox at SANDBOX_URL, and no other call. The app stays as it is; the shop travels in `x-sandbox-host`.
 *
 * It has to run before anything of the app: Shopify's library keeps the `fetch` that it finds when it is imported, and
 * so does graphql-request. `Request` and `Headers` are kept for the same reason the other way round: a framework may
 * put its own in their place later.
 */
const { fetch, Request, Headers } = globalThis;
/** Looked up anew for every call: a process of tests plays one sandbox after another. */
const sandbox = () => process.env.SANDBOX_URL ?? "http://127.0.0.1:4000";

if (!URL.canParse(sandbox())) throw new Error(`SANDBOX_URL is not an address: ${sandbox()}`);

globalThis.fetch = function fetchLedHere(input, init) {
  const url = hostOf(input);
  if (!url?.hostname.endsWith(".myshopify.com")) return fetch(input, init);
  const request = new Request(input, init);
  const headers = new Headers(request.headers);
  headers.set("x-sandbox-host", url.hostname);
  return fetch(new URL(url.pathname + url.search, sandbox()), {
    method: request.method,
    headers,
    body: request.body,
    duplex: request.body ? "half" : undefined,
    signal: request.signal,
    redirect: request.redirect,
  });
};

/** Of a string, a URL, or any kind of Request; null where fetch itself has to say what is wrong. */
function hostOf(input) {
  const address = typeof input === "string" || input instanceof URL ? String(input) : input?.url;
  return URL.canParse(address) ? new URL(address) : null;
}
