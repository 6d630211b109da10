import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { deliveriesOf, figuresOf, programme, startPerennialInTest, verified } from "../support/perennial.ts";
import type { TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { listUnsound } from "../support/verify-all.ts";
import { POISONS } from "./poisons.ts";

/** F18: deliveries that were signed and cannot be understood, between others that can. */

let app: TestPerennial;
let shops = 0;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

async function open(): Promise<string> {
  const shop = `poison-${++shops}.myshopify.com`;
  await app.install(shop, programme());
  return shop;
}

const buy = (shop: string, id: number) =>
  deliver(app.door, {
    shop,
    topic: "orders/paid",
    id: `good-${id}`,
    payload: order({ id, customer: 7, total: "10.00" }),
  });

async function letTimePass(shop: string): Promise<void> {
  for (let look = 0; look < 12; look++) {
    await app.settle(shop);
    app.clock.now += 10 * 60_000;
  }
}

async function expectSound(shop: string): Promise<void> {
  const { id } = await app.requireShop(shop);
  expect(await listUnsound({ app, shopId: id })).toEqual([]);
  expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
}

test("are at least sixty kinds", () => {
  expect(new Set(POISONS.map(({ name }) => name)).size).toBe(POISONS.length);
  expect(POISONS.length).toBeGreaterThanOrEqual(60);
});

describe("each kind of poison", () => {
  test(
    "is refused at the door, or kept as a dead letter with its reason, or harmless; what is around it goes on",
    { timeout: PATIENCE },
    async () => {
      const shop = await open();
      const answers = new Map<string, number>();
      for (const [n, { name, topic, body }] of POISONS.entries()) {
        await buy(shop, 2 * n + 1);
        answers.set(`poison-${n}`, await deliver(app.door, { shop, topic, body: body(), id: `poison-${n}` }));
        await buy(shop, 2 * n + 2);
        expect([200, 400, 413], name).toContain(answers.get(`poison-${n}`));
      }
      await letTimePass(shop);
      const rows = new Map((await deliveriesOf(app, shop)).map((row) => [row.webhook_id, row]));
      for (const [n, { name, fate }] of POISONS.entries()) {
        const row = rows.get(`poison-${n}`);
        const came =
          answers.get(`poison-${n}`) !== 200 ? "refused" : row?.state === "done" ? "harmless" : row?.state;
        expect({ name, fate: came }).toEqual({ name, fate });
        if (fate === "dead") expect(row?.reason, name).toMatch(/\S{3}/);
      }
      for (let n = 1; n <= 2 * POISONS.length; n++) expect(rows.get(`good-${n}`)?.state).toBe("done");
      expect(await figuresOf(app, shop, "7")).toMatchObject({ available: BigInt(2 * POISONS.length * 10) });
      await expectSound(shop);
    },
  );
});

test(
  "a flood of poison and of noise leaves memory and books as they were",
  { timeout: PATIENCE },
  async () => {
    const [seed = 0] = seeds(1);
    const random = seededRandom(seed);
    const shop = await open();
    const sound = JSON.stringify(order({ id: 5, customer: 8, total: "10.00" }));
    const small = POISONS.filter(({ body }) => body().length < 100_000);
    const round = async (count: number, from: number) => {
      for (let n = from; n < from + count; n++) {
        const poison = small[Math.floor(random() * small.length)];
        const body = random() < 0.5 || poison === undefined ? garbled(sound, random) : poison.body();
        const answer = await deliver(app.door, {
          shop,
          topic: poison?.topic ?? "orders/paid",
          body,
          id: `p-${n}`,
        });
        expect([200, 400, 413]).toContain(answer);
      }
      await app.settle(shop);
    };
    const many = figure(150, 2_000, 300_000);
    await round(many, 0);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    await round(many, many);
    await letTimePass(shop);
    await buy(shop, 1_000_001);
    await app.settle(shop);
    globalThis.gc?.();
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 10n });
    await expectSound(shop);
  },
);

/** The text with some of its bytes gone, doubled or changed. */
function garbled(text: string, random: () => number): string {
  let result = text;
  for (let n = 0; n < 1 + random() * 4; n++) {
    const at = Math.floor(random() * result.length);
    const kind = Math.floor(random() * 4);
    const piece = result.slice(at, at + 1 + Math.floor(random() * 12));
    if (kind === 0) result = result.slice(0, at) + result.slice(at + piece.length);
    else if (kind === 1) result = result.slice(0, at) + piece + result.slice(at);
    else if (kind === 2)
      result = result.slice(0, at) + String.fromCharCode(32 + random() * 90) + result.slice(at + 1);
    else result = result.slice(0, at) + "-999999999999999999999" + result.slice(at);
  }
  return result;
}
