import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { appProxySignature } from "../signing.ts";
import { Shopper, signInAs } from "./testing/shopper.ts";

let running: RunningSandbox;
let shop: string;
let shopper: Shopper;
let app: Server;
const asked: { request: IncomingMessage; body: string }[] = [];
let answer = { status: 200, type: "text/plain", body: "hello" };

beforeAll(async () => {
  app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.url?.startsWith("/proxy")) asked.push({ request, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer.status, { "content-type": answer.type, "set-cookie": "app=1" });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  running = await startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl });
  shop = running.sandbox.defaultShop().domain;
});

afterAll(async () => {
  await running.close();
  app.close();
});

beforeEach(() => {
  shopper = new Shopper(running.urls.shopify);
  asked.length = 0;
  answer = { status: 200, type: "text/plain", body: "hello" };
});

describe("the app proxy", () => {
  it("leads to the app, signed, with the visitor's id and without cookies", async () => {
    const { id } = running.sandbox.perform(shop, { do: "customer.create", email: "ada@example.com" });
    await signInAs(shopper, id);
    const page = await shopper.get(
      "/apps/perennial/quests/7?a=1&a=2&shop=evil.example&logged_in_customer_id=1",
    );
    expect(page.text).toBe("hello");
    const [{ request } = {}] = asked;
    const url = new URL(request?.url ?? "", "http://app");
    expect(url.pathname).toBe("/proxy/quests/7");
    expect(url.searchParams.getAll("a")).toEqual(["1", "2"]);
    expect(url.searchParams.getAll("shop")).toEqual([shop]);
    expect(url.searchParams.getAll("logged_in_customer_id")).toEqual([id]);
    expect(url.searchParams.get("path_prefix")).toBe("/apps/perennial");
    const signature = url.searchParams.get("signature");
    expect(signature).toBe(appProxySignature(url.searchParams, running.sandbox.options.apiSecret));
    expect(request?.headers.cookie).toBeUndefined();
  });

  it("hands on bodies and states, and keeps the app's cookies from the shop", async () => {
    answer = { status: 418, type: "application/json", body: "{}" };
    const response = await fetch(`${running.urls.shopify}/apps/perennial/x`, {
      method: "POST",
      body: "points=5",
    });
    expect(response.status).toBe(418);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(asked[0]?.body).toBe("points=5");
  });

  it("renders Liquid in the shop's theme", async () => {
    answer = {
      status: 200,
      type: "application/liquid; charset=utf-8",
      body: "<h1>{{ shop.name }} {{ 2 | plus: 2 }}</h1>",
    };
    const page = await shopper.get("/apps/perennial/page");
    expect(page.text).toContain("Store 4</h1>");
    expect(page.text).toContain("theme.css");
  });

  it("answers with a page of the shop where the app does not", async () => {
    expect((await shopper.get("/apps/other/x")).status).toBe(404);
    app.closeAllConnections();
    running.sandbox.options.appUrl = "http://127.0.0.1:1";
    const page = await shopper.get("/apps/perennial/x");
    expect(page.status).toBe(502);
    expect(page.text).toContain("Nothing is lost; please try again in a minute.");
  });
});
