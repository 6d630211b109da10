import { request as requestHttp } from "node:http";
import type { IncomingMessage, RequestOptions, ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import type { Duplex } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sandbox } from "../sandbox.ts";
import { adaptHeaders, bridgeAddress, REAL_APP_BRIDGE, TextReplacer } from "./adapt.ts";
import type { FrontAddresses } from "./adapt.ts";
import { answerWithoutApp } from "./starting-page.ts";

/** Documents and scripts name App Bridge's address; everything else passes byte for byte. */
const ADAPTED_TYPES = /^(text\/html|text\/javascript|application\/javascript)\b/;

export function forward(sandbox: Sandbox, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const addresses = addressesFor(sandbox, incoming);
  const upstream = ask(sandbox, incoming, (answer) => {
    void pass(answer, outgoing, addresses).catch(() => outgoing.destroy());
  });
  upstream.on("error", () => {
    if (outgoing.headersSent) outgoing.destroy();
    else answerWithoutApp(incoming, outgoing, sandbox.manifest.name);
  });
  // The browser gave up: so does the question to the app.
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

/** WebSockets, which development servers use to reload a page. */
export function forwardUpgrade(
  sandbox: Sandbox,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const upstream = ask(sandbox, incoming, () => socket.destroy());
  upstream.on("upgrade", (answer, appSocket, appHead) => {
    const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
    for (let i = 0; i < answer.rawHeaders.length; i += 2)
      lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.write(appHead);
    appSocket.write(head);
    appSocket.on("error", () => socket.destroy());
    socket.on("error", () => appSocket.destroy());
    appSocket.pipe(socket).pipe(appSocket);
  });
  upstream.on("error", () => socket.destroy());
  upstream.end();
}

function ask(sandbox: Sandbox, incoming: IncomingMessage, answered: (answer: IncomingMessage) => void) {
  const app = new URL(sandbox.options.appUrl);
  const options: RequestOptions = {
    method: incoming.method,
    path: incoming.url,
    headers: forwardedHeaders(incoming),
  };
  return (app.protocol === "https:" ? requestHttps : requestHttp)(app, options, answered);
}

function forwardedHeaders({ headers, socket }: IncomingMessage) {
  return {
    ...headers,
    // Compressed pages could not be adapted on their way.
    "accept-encoding": "identity",
    "x-forwarded-host": headers.host,
    "x-forwarded-proto": "http",
    "x-forwarded-for": socket.remoteAddress,
  };
}

async function pass(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  addresses: FrontAddresses,
): Promise<void> {
  const adapted = ADAPTED_TYPES.test(answer.headers["content-type"] ?? "");
  const headers = adaptHeaders(answer.rawHeaders, addresses);
  outgoing.writeHead(
    answer.statusCode ?? 502,
    answer.statusMessage,
    adapted ? without("content-length", headers) : headers,
  );
  if (adapted) await pipeline(answer, replacing(REAL_APP_BRIDGE, bridgeAddress(addresses)), outgoing);
  else await pipeline(answer, outgoing);
}

/** The replaced text has another length, so the body is sent without announcing it. */
function without(name: string, rawHeaders: string[]): string[] {
  return rawHeaders.filter((_, i) => rawHeaders[i - (i % 2)]?.toLowerCase() !== name);
}

function replacing(search: string, replacement: string): Transform {
  const replacer = new TextReplacer(search, replacement);
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, replacer.push(chunk)),
    flush: (done) => done(null, replacer.end()),
  });
}

/** Admin and app answer under the same host name, each at its port: both sides check the other's origin. */
function addressesFor({ urls, store }: Sandbox, incoming: IncomingMessage): FrontAddresses {
  const frontOrigin = `http://${incoming.headers.host ?? new URL(urls.app).host}`;
  const sandbox = new URL(urls.shopify);
  sandbox.hostname = new URL(frontOrigin).hostname;
  return { frontOrigin, sandboxOrigin: sandbox.origin, shop: store.listShops()[0]?.domain ?? "" };
}
