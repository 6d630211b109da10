import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";

const RENDER_TIMEOUT_MS = 5_000;

/** Where an address names no shop, its page says nothing of one. */
const FRAMED_BY_SHOPIFY = "frame-ancestors https://*.myshopify.com https://admin.shopify.com;";

export const streamTimeout = RENDER_TIMEOUT_MS;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { perennial }: AppLoadContext,
): Promise<Response> {
  // Who may frame the page: this shop's admin, and nobody else.
  perennial.shopify.addDocumentResponseHeaders(request, headers);
  if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", FRAMED_BY_SHOPIFY);
  keepToYourself(headers);
  return new Promise((resolve, reject) => {
    let answered = status;
    const waitForAll = isbot(request.headers.get("user-agent") ?? "");
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      [waitForAll ? "onAllReady" : "onShellReady"]() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        answered = 500;
        perennial.services.log.error({ error }, "a page could not be rendered");
      },
    });
    setTimeout(abort, RENDER_TIMEOUT_MS + 1_000);
  });
}

/** What a page asks for once it is open. */
export function handleDataRequest(response: Response): Response {
  keepToYourself(response.headers);
  return response;
}

/** Pages hold names and addresses: no browser and nothing on the way keeps them, and nobody guesses what they are. */
function keepToYourself(headers: Headers): void {
  headers.set("Cache-Control", "private, no-store");
  headers.set("X-Content-Type-Options", "nosniff");
}
