import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memberProofs } from "../../app/member-proofs.server.ts";
import { proxyDoor } from "../../app/proxy.server.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { programme, SECRET, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const SHOP = "why.myshopify.com";
const TERMS = { signer: headSigner("a secret of this test"), appUrl: "https://perennial.example" };
let app: TestPerennial;

beforeAll(async () => {
  app = await startPerennialInTest();
  const bonus = { id: "big-basket", on: "order", bonus: 50, minimum: "100.00" };
  const rate = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };
  const texts = { ja: { rules: { "big-basket": "まとめ買い" } } };
  await app.install(SHOP, programme({ earning: { rules: [rate, bonus] }, texts }));
  await app.install("other.myshopify.com", programme());
  await buy({ id: 1, customer: 70, total: "120.00" });
  await buy({ id: 2, customer: 70, total: "40.00", at: "2025-12-01T09:00:00Z" });
  await buy({ id: 3, customer: 70, total: "95.50" });
  await buy({ id: 4, customer: 70, status: "pending" });
  await buy({ id: 5, customer: 71 });
});
afterAll(() => app.close());

async function buy(told: Parameters<typeof order>[0]): Promise<void> {
  await deliver(app.door, { shop: SHOP, topic: "orders/create", payload: order(told) });
  await app.settle(SHOP);
}

/** As the store's own server passes a signed-in shopper's question on. */
async function ask(path: string, asked: Record<string, string>, customer = "70"): Promise<Response> {
  const query = new URLSearchParams({
    ...asked,
    logged_in_customer_id: customer,
    path_prefix: "/apps/perennial",
    shop: SHOP,
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  const sorted = [...query].map(([key, value]) => `${key}=${value}`).sort();
  query.set("signature", createHmac("sha256", SECRET).update(sorted.join("")).digest("hex"));
  const door = proxyDoor(app.shopify, app.services, memberProofs(app.services, TERMS));
  return door(new Request(`http://localhost/proxy/${path}?${query}`));
}

interface Told {
  sentence: string;
  language: string;
  entry: { version: number; event: string; explanation: object };
  order: { reasons: object[] };
}
const told = async (asked: Record<string, string>) => (await (await ask("why", asked)).json()) as Told;

describe("why", () => {
  test("tells of an entry which rules, inputs and version it came by, as data and in a sentence", async () => {
    const { sentence, language, entry } = await told({ entry: "1" });
    expect(sentence).toBe("Order #1: £120.00 × 1 point = 120; + 50 (big-basket); 170 in all");
    expect(language).toBe("en");
    expect(entry).toMatchObject({ seq: 1, version: 1, kind: "order", event: expect.any(String) as string });
    expect(entry.explanation).toMatchObject({
      earning: { terms: [{ value: "120.00", points: "1" }], bonuses: [{ rule: "big-basket" }] },
    });
  });

  test("speaks the language that is asked for", async () => {
    expect((await told({ entry: "1", locale: "de" })).sentence).toContain("Bestellung #1");
    expect((await told({ order: "4", locale: "zh-CN" })).sentence).toBe("订单 #4 未获得积分。订单尚未付款。");
  });

  test("calls a rule by the merchant's own name in that language, and by its id in the data", async () => {
    const { sentence, entry } = await told({ entry: "1", locale: "ja" });
    expect(sentence).toContain("まとめ買い");
    expect(sentence).not.toContain("big-basket");
    expect(entry.explanation).toMatchObject({ earning: { bonuses: [{ rule: "big-basket" }] } });
    expect((await told({ order: "3", locale: "ja" })).sentence).toContain("まとめ買い");
    expect(await (await ask("receipt", { locale: "ja" })).text()).toContain("まとめ買い");
  });

  test.each([
    [
      "2",
      "Order #2 earned no points. It was placed on Dec 1, 2025, and points have been earned since Jan 1, 2026.",
    ],
    [
      "3",
      "Order #3 earned 95 points. “big-basket” (50 points) takes an order of £100.00: £4.50 was missing. 0.5 of a point was rounded off.",
    ],
    ["4", "Order #4 earned no points. It is not paid yet."],
    ["1", "Order #1 earned everything it could: 170 points."],
  ])("tells why order %s earned no more", async (id, sentence) => {
    expect((await told({ order: id })).sentence).toBe(sentence);
  });

  test("tells nobody of what is somebody else's, and no guest of anything", async () => {
    expect((await ask("why", { order: "5" })).status).toBe(404);
    expect((await ask("why", { entry: "1" }, "72")).status).toBe(404);
    expect((await ask("why", { entry: "99" })).status).toBe(404);
    expect((await ask("why", { entry: "1" }, "")).status).toBe(401);
    expect((await ask("why", { entry: "one" })).status).toBe(400);
  });

  test("is never kept by anybody on the way", async () => {
    const answer = await ask("why", { entry: "1" });
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  });
});

describe("the receipt", () => {
  test("is a page in the shopper's language, and the file that it holds", async () => {
    const page = await ask("receipt", { locale: "fr" });
    expect(page.headers.get("Content-Type")).toMatch(/^text\/html/);
    expect(await page.text()).toContain("Reçu de points");
    const file = (await (await ask("receipt", { format: "json" })).json()) as { transactions: object[] };
    expect(file.transactions).toHaveLength(2);
  });

  test("is nobody's who is not signed in, and nobody's whom the shop does not know", async () => {
    expect((await ask("receipt", {}, "")).status).toBe(401);
    expect((await ask("receipt", {}, "72")).status).toBe(404);
  });

  test("says a reason that is markup as it stands", async () => {
    const reason = "<img src=x onerror=alert(1)>";
    const adjustment = { memberId: "70", points: 1n, reason, key: "k", actor: "42", role: "owner" } as const;
    await adjustPoints(app.services, await app.requireShop(SHOP), adjustment);
    const page = await (await ask("receipt", {})).text();
    expect(page).toContain("&lt;img src=x");
    expect(page).not.toContain("<img");
  });
});
