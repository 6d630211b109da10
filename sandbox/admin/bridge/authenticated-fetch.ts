import type { Line } from "./line.ts";

const RETRY_HEADER = "X-Shopify-Retry-Invalid-Session-Request";
const REAUTHORIZE_HEADER = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/**
 * Requests to the app's own origin carry a fresh id token. When the app's library answers that the
 * token is not valid (any more), the request is sent once more with a new one; when it asks for the
 * merchant's consent, the frame leads there.
 */
export function authenticateFetch(line: Line, appOrigins: string[]): void {
  const plainFetch = window.fetch.bind(window);
  const origins = new Set([location.origin, ...appOrigins]);

  async function send(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set("Authorization", `Bearer ${await line.ask("idToken", null)}`);
    headers.set("X-Requested-With", "XMLHttpRequest");
    return plainFetch(new Request(request, { headers }));
  }

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const foreign = !origins.has(new URL(request.url).origin);
    if (foreign || request.headers.has("Authorization")) return plainFetch(request);
    const again = request.clone();
    let response = await send(request);
    if (response.headers.has(RETRY_HEADER)) {
      await response.arrayBuffer();
      response = await send(again);
    }
    const consent = response.headers.get(REAUTHORIZE_HEADER);
    if (consent) void line.ask("redirect", { url: consent, newTab: false });
    return response;
  };
}
