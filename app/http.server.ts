import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import type { Perennial } from "./perennial.server.ts";
import { SENT_FROM } from "./pixel.server.ts";

/** Shopify waits five seconds for an answer; a body that takes longer to arrive is nobody's delivery. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the app. Webhooks, the app proxy and extensions are answered before the framework: it costs ten times as much as they do,
 * and an order that waits at the door is an order that Shopify sends again.
 */
export async function serve(perennial: Perennial, build: ServerBuild): Promise<HttpServer> {
  const pages = express();
  pages.disable("x-powered-by");
  pages.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  pages.use(express.static("build/client", { maxAge: "1h" }));
  const answer = createRequestHandler({ build, getLoadContext: () => ({ perennial }), mode: "production" });
  pages.all("*", (request, response, next) => void answer(request, response, next));
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    const door = doorOf(perennial, request.url ?? "");
    if (door === null && isFromElsewhere(request)) response.writeHead(403).end();
    else if (door === null) pages(request, response);
    else void answerAt(door, request, response, perennial);
  });
  await listen(server, perennial.env);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/** A form that a page of somebody else has a browser send. The framework refuses it too, but as a fault of its own. */
function isFromElsewhere({ method, headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (method === "GET" || method === "HEAD" || origin === undefined) return false;
  const forwarded = headers["x-forwarded-host"]?.toString().split(",")[0]?.trim();
  return !URL.canParse(origin) || new URL(origin).host !== (forwarded ?? host);
}

type Door = (request: Request) => Promise<Response>;

function doorOf(perennial: Perennial, url: string): Door | null {
  if (url === "/healthz") return () => health(perennial);
  if (url.startsWith("/webhooks/")) return perennial.webhooks;
  if (/^\/proxy(?:[/?]|$)/.test(url)) return perennial.proxy;
  if (url.startsWith("/api/v1/")) return perennial.appsApi;
  if (url.startsWith("/api/admin/")) return perennial.adminApi;
  if (url.startsWith("/api/")) return perennial.api;
  if (/^\/pixel(?:\?|$)/.test(url)) return perennial.pixel;
  if (url.startsWith("/proofs/")) return perennial.proofs;
  return null;
}

async function health({ services }: Perennial): Promise<Response> {
  await services.db.sql.query("SELECT 1");
  return Response.json({ ok: true });
}

async function answerAt(
  door: Door,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { services }: Perennial,
): Promise<void> {
  const request = requestOf(incoming);
  if (request === null) {
    outgoing.writeHead(400).end();
    return;
  }
  try {
    const response = await door(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    // The query of a proxy request names a customer, and is signed: it has no place in a log.
    const { pathname } = new URL(request.url);
    if (incoming.destroyed) services.log.info({ pathname }, "a request was broken off");
    else services.log.error({ error, pathname }, "a door failed");
    if (!outgoing.headersSent) outgoing.writeHead(503, { "Retry-After": "5" });
    outgoing.end();
  }
}

/** null for what no request can be made of: a method or a host that means nothing. */
function requestOf(incoming: IncomingMessage): Request | null {
  try {
    return asRequest(incoming);
  } catch {
    return null;
  }
}

function asRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set(SENT_FROM, senderOf(incoming));
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(`http://${incoming.headers.host ?? "localhost"}${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers,
    ...(hasBody ? { body: createReadableStreamFromReadable(incoming), duplex: "half" } : {}),
  });
}

/** What stands last was written by the proxy in front of us; what stands before it, by anybody. */
function senderOf({ headers, socket }: IncomingMessage): string {
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim();
  return forwarded || (socket.remoteAddress ?? "");
}

function listen(server: Server, env: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const busy = `Port ${env.port} is in use. Stop what listens there, or set PORT to another.`;
      reject(error.code === "EADDRINUSE" ? new Error(busy) : error);
    });
    server.listen(env.port, env.host, resolve);
  });
}
