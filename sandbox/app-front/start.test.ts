import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ShopInMemory } from "../testing/shop-in-memory.ts";
import { REAL_APP_BRIDGE } from "./adapt.ts";
import { startAppFront } from "./start.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startApp(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return server;
}

async function startFront(appPort: number): Promise<string> {
  const { sandbox } = new ShopInMemory({ appUrl: `http://127.0.0.1:${appPort}` });
  sandbox.urls = { shopify: "http://127.0.0.1:4000", app: "" };
  const front = await startAppFront(sandbox, 0);
  closing.push(front.close);
  sandbox.urls.app = front.url;
  return front.url;
}

async function startBoth(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const app = await startApp(answer);
  return startFront((app.address() as AddressInfo).port);
}

test("pages load the sandbox's bridge and may be framed by the sandbox, under the host name the browser uses", async () => {
  const front = await startBoth((_, response) => {
    response.writeHead(200, {
      "content-type": "text/html",
      "content-security-policy": "frame-ancestors https://admin.shopify.com;",
    });
    response.end(`<script src="${REAL_APP_BRIDGE}"></script>`);
  });
  const response = await fetch(front);
  expect(await response.text()).toBe(
    `<script src="http://127.0.0.1:4000/sandbox/assets/app-bridge.js"></script>`,
  );
  expect(response.headers.get("content-security-policy")).toBe(
    "frame-ancestors https://admin.shopify.com http://127.0.0.1:4000;",
  );
});

test("data passes byte for byte, in both directions, and the app learns the address people use", async () => {
  const seen: Record<string, unknown> = {};
  const front = await startBoth((request, response) => {
    Object.assign(seen, request.headers);
    response.writeHead(201, { "content-type": "application/octet-stream" });
    request.pipe(response);
  });
  const body = Buffer.from([0, 255, ...Buffer.from(REAL_APP_BRIDGE)]);
  const response = await fetch(`${front}/app?x=1`, { method: "POST", body });
  expect(response.status).toBe(201);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
  expect(seen["x-forwarded-host"]).toBe(new URL(front).host);
  expect(seen["x-forwarded-proto"]).toBe("http");
});

test("a page that streams arrives as it comes", async () => {
  let finish: () => void = () => undefined;
  const front = await startBoth((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write("<p>first</p>");
    finish = () => response.end("<p>last</p>");
  });
  const reader = (await fetch(front)).body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("<p>first</p>");
  finish();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("<p>last</p>");
});

test("while the app is not up, a page says so and tries again, and everything else gets a 503", async () => {
  const gone = await startApp(() => undefined);
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, "close");
  const front = await startFront(port);
  const page = await fetch(front, { headers: { accept: "text/html" } });
  expect(page.status).toBe(503);
  expect(await page.text()).toMatch(
    /The app is starting.*http-equiv="refresh"|http-equiv="refresh".*The app is starting/s,
  );
  const data = await fetch(`${front}/app.data`, { headers: { accept: "*/*" } });
  expect([data.status, data.headers.get("content-type")]).toEqual([503, "text/plain; charset=utf-8"]);
});

test("web sockets pass through", async () => {
  const app = await startApp(() => undefined);
  app.on("upgrade", (_request, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n");
    socket.pipe(socket);
  });
  const front = new URL(await startFront((app.address() as AddressInfo).port));
  const socket = connect(Number(front.port), front.hostname);
  socket.write(`GET / HTTP/1.1\r\nHost: ${front.host}\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n`);
  const [handshake] = (await once(socket, "data")) as [Buffer];
  expect(handshake.toString()).toContain("101 Switching Protocols");
  socket.write("hello");
  const [echo] = (await once(socket, "data")) as [Buffer];
  expect(echo.toString()).toBe("hello");
  socket.destroy();
});

test("a port that is taken is refused in one sentence that says what to do", async () => {
  const app = await startApp(() => undefined);
  const { port } = app.address() as AddressInfo;
  await expect(startAppFront(new ShopInMemory().sandbox, port)).rejects.toThrow(
    `Port ${port} is in use by another process; stop that one or set SANDBOX_APP_PORT to a free port.`,
  );
});
