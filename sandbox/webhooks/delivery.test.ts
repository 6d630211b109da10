import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { SandboxOptions } from "../options.ts";
import { startSandbox, type RunningSandbox } from "../server.ts";
import { webhookHmac } from "../signing.ts";
import { startReceiver } from "../testing/receiver.ts";
import { listAttempts, listDeliveries } from "./queue.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function receiver(answer?: (n: number) => number | Promise<number>) {
  const started = await startReceiver(answer);
  closing.push(started.close);
  return started;
}

async function sandboxFor(appUrl: string, options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const running = await startSandbox({
    port: 0,
    appPort: null,
    data: ":memory:",
    appUrl,
    timeScale: 1e6,
    ...options,
  });
  closing.push(running.close);
  return running;
}

const SHOP = "perennial-demo.myshopify.com";
const customer = { do: "customer.create" as const, email: "sam@example.com" };

async function idle(running: RunningSandbox) {
  return running.sandbox.webhooks.whenIdle(5_000);
}

describe("a delivery", () => {
  test("is signed over its raw body and carries Shopify's headers", async () => {
    const app = await receiver();
    const running = await sandboxFor(app.url, { apiSecret: "secret" });
    running.sandbox.perform(SHOP, customer);
    expect(await idle(running)).toMatchObject({ idle: true, delivered: 1 });
    const [got] = app.received;
    expect(Object.fromEntries(got?.headers ?? [])).toMatchObject({
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": "customers/create",
      "x-shopify-shop-domain": SHOP,
      "x-shopify-api-version": "2026-07",
      "x-shopify-hmac-sha256": webhookHmac(got?.body ?? "", "secret"),
    });
    expect(got?.headers.get("x-shopify-triggered-at")).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test("that fails is sent again with the same body and webhook id until it arrives", async () => {
    const app = await receiver((n) => (n < 4 ? 500 : 200));
    const running = await sandboxFor(app.url);
    running.sandbox.perform(SHOP, customer);
    expect(await idle(running)).toMatchObject({ delivered: 1, failed: 0 });
    expect(app.received).toHaveLength(4);
    expect(new Set(app.received.map(({ webhookId, body }) => `${webhookId} ${body}`)).size).toBe(1);
    const [delivery] = listDeliveries(running.store, {});
    expect(listAttempts(running.store, delivery?.id ?? 0).map(({ status }) => status)).toEqual([
      500, 500, 500, 200,
    ]);
  });

  test("is given up after 8 retries, is listed, and can be sent again", async () => {
    let up = false;
    const app = await receiver(() => (up ? 200 : 503));
    const running = await sandboxFor(app.url);
    running.sandbox.perform(SHOP, customer);
    expect(await idle(running)).toMatchObject({ delivered: 0, failed: 1 });
    expect(app.received).toHaveLength(9);
    up = true;
    running.sandbox.webhooks.redeliver(listDeliveries(running.store, { state: "failed" })[0]?.id ?? 0);
    expect(await idle(running)).toMatchObject({ delivered: 1, failed: 0 });
  });

  test("that is not answered in time counts as failed", async () => {
    const app = await receiver((n) =>
      n === 1 ? new Promise((resolve) => setTimeout(() => resolve(200), 300)) : 200,
    );
    const running = await sandboxFor(app.url, { deliveryTimeout: 50 });
    running.sandbox.perform(SHOP, customer);
    await idle(running);
    const [delivery] = listDeliveries(running.store, {});
    const attempts = listAttempts(running.store, delivery?.id ?? 0);
    expect(attempts.map(({ status }) => status)).toEqual([null, 200]);
    expect(attempts[0]?.answer).toContain("No answer within");
  });

  test("never has more companions under way than the limit", async () => {
    let underWay = 0;
    let most = 0;
    const app = await receiver(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 10));
      underWay -= 1;
      return 200;
    });
    const running = await sandboxFor(app.url, { concurrency: 3 });
    for (let n = 0; n < 12; n += 1)
      running.sandbox.perform(SHOP, { ...customer, email: `c${n}@example.com` });
    expect(await idle(running)).toMatchObject({ delivered: 12 });
    expect(most).toBe(3);
  });

  test("waits out a restart of the sandbox", async () => {
    const app = await receiver();
    const data = mkdtempSync(join(tmpdir(), "sandbox-"));
    const first = await startSandbox({ port: 0, appPort: null, data, appUrl: app.url });
    first.sandbox.webhooks.changeSettings({ paused: true });
    first.sandbox.perform(SHOP, customer);
    await first.close();
    expect(app.received).toEqual([]);
    const second = await sandboxFor(app.url, { data });
    second.sandbox.webhooks.changeSettings({ paused: false });
    expect(await idle(second)).toMatchObject({ delivered: 1 });
    expect(app.received.map(({ topic }) => topic)).toEqual(["customers/create"]);
  });
});

describe("disturbances", () => {
  async function disturbed(disturbances: object) {
    const app = await receiver();
    const running = await sandboxFor(app.url);
    const response = await fetch(`${running.urls.shopify}/sandbox/api/line`, {
      method: "POST",
      body: JSON.stringify({ disturbances }),
    });
    expect(response.status).toBe(200);
    return { app, running };
  }

  test("duplicate: the same webhook id twice", async () => {
    const { app, running } = await disturbed({ duplicate: 1 });
    running.sandbox.perform(SHOP, customer);
    await idle(running);
    expect(app.received).toHaveLength(2);
    expect(app.received[0]?.webhookId).toBe(app.received[1]?.webhookId);
  });

  test("repeat: another webhook id for the same event", async () => {
    const { app, running } = await disturbed({ next: [{ kind: "repeat" }] });
    running.sandbox.perform(SHOP, customer);
    running.sandbox.perform(SHOP, { ...customer, email: "kim@example.com" });
    await idle(running);
    expect(app.received).toHaveLength(3);
    const [first, second] = app.received.filter(({ body }) => body.includes("sam@example.com"));
    expect(first?.webhookId).not.toBe(second?.webhookId);
    expect(first?.eventId).toBe(second?.eventId);
  });

  test("drop: listed, never sent", async () => {
    const { app, running } = await disturbed({ drop: 1 });
    running.sandbox.perform(SHOP, customer);
    expect(await idle(running)).toMatchObject({ idle: true, dropped: 1, delivered: 0 });
    expect(app.received).toEqual([]);
  });

  test("delay: what comes later arrives earlier", async () => {
    const { app, running } = await disturbed({
      delaySeconds: 0.2,
      next: [{ kind: "delay", topic: "customers/create" }],
    });
    const created = running.sandbox.perform(SHOP, customer);
    running.sandbox.perform(SHOP, { do: "customer.update", customer: created.id, firstName: "Sam" });
    await idle(running);
    expect(app.received.map(({ topic }) => topic)).toEqual(["customers/update", "customers/create"]);
  });
});

describe("an app that is uninstalled", () => {
  test("hears of it, then nothing more but the compliance topics", async () => {
    const app = await receiver();
    const running = await sandboxFor(app.url);
    const { sandbox } = running;
    sandbox.webhooks.changeSettings({ paused: true });
    const created = sandbox.perform(SHOP, customer);
    sandbox.perform(SHOP, { do: "app.uninstall" });
    sandbox.perform(SHOP, { ...customer, email: "kim@example.com" });
    sandbox.perform(SHOP, { do: "privacy.requestData", customer: created.id });
    sandbox.perform(SHOP, { do: "app.redactShop" });
    sandbox.webhooks.changeSettings({ paused: false });
    await idle(running);
    expect(app.received.map(({ topic }) => topic).sort()).toEqual([
      "app/uninstalled",
      "customers/data_request",
      "shop/redact",
    ]);
  });

  test("is asked to forget the shop after 48 hours, unless it is installed again", async () => {
    const app = await receiver();
    const running = await sandboxFor(app.url, { timeScale: (48 * 3600) / 0.3 });
    running.sandbox.perform(SHOP, { do: "app.uninstall" });
    running.sandbox.perform(SHOP, { do: "app.install" });
    running.sandbox.perform(SHOP, { do: "app.uninstall" });
    await idle(running);
    expect(app.received.map(({ topic }) => topic)).toEqual(["app/uninstalled", "app/uninstalled"]);
    await expect.poll(() => app.received.at(-1)?.topic, { timeout: 3_000 }).toBe("shop/redact");
    expect(app.received).toHaveLength(3);
  });
});
