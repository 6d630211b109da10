import { describe, expect, test } from "vitest";
import { appClient } from "./app-client.ts";
import { playApp, type Answers } from "./testing/played-app.ts";

function clientOf(answers: Answers, customer: string | null = null) {
  const app = playApp(answers);
  let tokens = 0;
  const client = appClient({
    address: "https://app.example.com",
    token: async () => `token-${++tokens}`,
    language: () => "zh-TW",
    customer: () => customer,
    wait: async () => undefined,
    send: app.fetch,
  });
  return { client, seen: app.seen };
}

describe("asking the app", () => {
  test("bears the session token and the buyer's language", async () => {
    const { client, seen } = clientOf({ "GET order": { body: { state: "unknown" } } });
    expect(await client.get("order", { order: "1001" })).toEqual({ ok: true, body: { state: "unknown" } });
    expect(seen).toEqual([
      {
        method: "GET",
        path: "order",
        query: { order: "1001", locale: "zh-TW" },
        body: null,
        authorization: "Bearer token-1",
      },
    ]);
  });

  test("names the customer whom staff act for, in a question and in a deed", async () => {
    const { client, seen } = clientOf({ "GET rewards": { body: {} }, "POST redeem": { body: {} } }, "7");
    await client.get("rewards");
    await client.post("redeem", { reward: "five-off", key: "k" });
    expect(seen[0]?.query.customer).toBe("7");
    expect(seen[1]?.body).toEqual({ reward: "five-off", key: "k", customer: "7" });
  });

  test("tries once more where nobody answered or the app fell over, and no more than once", async () => {
    let asked = 0;
    const { client } = clientOf({
      "GET rewards": () => (++asked === 1 ? "gone" : { body: { rewards: [] } }),
    });
    expect((await client.get("rewards")).ok).toBe(true);
    const down = clientOf({ "GET rewards": { status: 503, body: "" } });
    expect(await down.client.get("rewards")).toEqual({ ok: false, trouble: "unreachable", text: null });
    expect(down.seen).toHaveLength(2);
  });

  test("takes a new token where the first had run out", async () => {
    const { client } = clientOf({
      "GET rewards": ({ authorization }) =>
        authorization === "Bearer token-1" ? { status: 401, body: {} } : { body: { rewards: [] } },
    });
    expect((await client.get("rewards")).ok).toBe(true);
  });

  test.for([
    [401, "signed-out"],
    [403, "signed-out"],
    [404, "nowhere"],
    [409, "refused"],
    [422, "refused"],
    [429, "busy"],
    [500, "unreachable"],
  ] as const)("understands %i as %s, and keeps what the app says about it", async ([status, trouble]) => {
    const { client } = clientOf({ "POST redeem": { status, body: { text: "Because." } } });
    expect(await client.post("redeem")).toEqual({ ok: false, trouble, text: "Because." });
  });

  test("takes an answer that is no JSON for none", async () => {
    const { client } = clientOf({ "GET rewards": { body: "<html>" } });
    expect(await client.get("rewards")).toEqual({ ok: false, trouble: "unreachable", text: null });
  });

  test("asks nobody where a build was not told where the app is", async () => {
    const app = playApp({});
    const client = appClient({
      address: null,
      token: async () => "t",
      language: () => "en",
      send: app.fetch,
    });
    expect(await client.get("rewards")).toMatchObject({ ok: false, trouble: "unreachable" });
    expect(app.seen).toEqual([]);
  });
});
