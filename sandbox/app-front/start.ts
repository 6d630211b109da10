import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Listener } from "../http/listen.ts";
import type { Sandbox } from "../sandbox.ts";
import { forward, forwardUpgrade } from "./forward.ts";

/**
 * Starts the proxy that stands in front of the app, as a browser in the admin sees it. Webhooks and
 * app-proxy calls are Shopify's own and go to the app directly. Port 0 takes a free one.
 */
export async function startAppFront(sandbox: Sandbox, port: number): Promise<Listener> {
  const server = createServer((incoming, outgoing) => forward(sandbox, incoming, outgoing));
  server.on("upgrade", (incoming, socket, head) => forwardUpgrade(sandbox, incoming, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, "127.0.0.1", resolve);
  });
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new Error(
    `Port ${port} is in use by another process; stop that one or set SANDBOX_APP_PORT to a free port.`,
  );
}
