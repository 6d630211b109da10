import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import {
  figuresOf,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { seededRandom, shuffled } from "../support/random.ts";
import { PATIENCE, SEED } from "../support/scale.ts";

/** FAULT_SEED=n plays the same disorder again; FAULT_HISTORIES and FAULT_SHUFFLES enlarge it. */
const HISTORIES = Number(process.env.FAULT_HISTORIES ?? 40);
const SHUFFLES = Number(process.env.FAULT_SHUFFLES ?? 3);

const RULES = programme({
  earning: {
    exclude: { giftCards: true },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "big", on: "order", bonus: 20, minimum: "50.00" },
    ],
  },
});

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

interface News {
  topic: string;
  payload: object;
}

interface History {
  customer: number;
  news: News[];
  /** Reckoned here from the story alone, by nobody's code but this. */
  points: number;
}

/** An order with up to three lines of whole pounds, then refunds, an edit and perhaps a cancellation. */
function makeHistory(id: number, random: () => number): History {
  const customer = 1_000 + Math.floor(random() * 8);
  const prices = Array.from({ length: 1 + Math.floor(random() * 3) }, () => 1 + Math.floor(random() * 60));
  const minute = (n: number) => new Date(Date.UTC(2026, 5, 1, 9, n)).toISOString();
  const refunds: object[] = [];
  const news: News[] = [];
  let lines = prices.map((price, place) => ({ id: place + 1, price: `${price}.00` }));
  let worth = prices.reduce((sum, price) => sum + price, 0);
  const tell = (topic: string, n: number, changes: object = {}) =>
    news.push({
      topic,
      payload: order({
        id,
        customer,
        lines,
        refunds: [...refunds],
        at: minute(0),
        updatedAt: minute(n),
        ...changes,
      }),
    });
  tell("orders/create", 0, { status: "pending" });
  tell("orders/paid", 1);
  if (random() < 0.5) {
    const [first = 0] = prices;
    const back = 1 + Math.floor(random() * first);
    const told = refund({
      id: id * 10 + 1,
      order: id,
      lines: [{ line: 1, subtotal: `${back}.00` }],
      at: minute(2),
    });
    refunds.push(told);
    worth -= back;
    news.push({ topic: "refunds/create", payload: told });
    tell("orders/updated", 2, { status: "partially_refunded" });
  }
  if (random() < 0.3) {
    const added = 1 + Math.floor(random() * 30);
    lines = [...lines, { id: 9, price: `${added}.00` }];
    worth += added;
    tell("orders/updated", 3, { status: refunds.length > 0 ? "partially_refunded" : "paid" });
  }
  const isCancelled = random() < 0.2;
  if (isCancelled) tell("orders/cancelled", 4, { cancelledAt: minute(4) });
  return { customer, news, points: isCancelled ? 0 : worth + (worth >= 50 ? 20 : 0) };
}

test(
  `any order of delivery, with duplicates, comes to the same points (FAULT_SEED=${SEED})`,
  { timeout: PATIENCE },
  async () => {
    const random = seededRandom(SEED);
    const histories = Array.from({ length: HISTORIES }, (_, n) => makeHistory(n + 1, random));
    const wanted = new Map<string, bigint>();
    for (const { customer, points } of histories)
      wanted.set(String(customer), (wanted.get(String(customer)) ?? 0n) + BigInt(points));
    for (let round = 0; round < SHUFFLES; round++) {
      const shop = `order-${round}.myshopify.com`;
      await app.install(shop, RULES);
      const deliveries = histories
        .flatMap(({ news }) => news)
        .flatMap((news, n) => {
          const copies = random() < 0.2 ? [news, news] : [news];
          return copies.map((copy, place) => ({ ...copy, id: random() < 0.5 ? `${n}` : `${n}-${place}` }));
        });
      for (const news of shuffled(deliveries, random)) {
        expect(await deliver(app.door, { shop, ...news })).toBe(200);
        if (random() < 0.1) await app.settle(shop);
      }
      await app.settle(shop);
      for (const [customer, points] of wanted) {
        const figures = await figuresOf(app, shop, customer);
        expect({ round, customer, points: (figures?.available ?? 0n) - (figures?.owed ?? 0n) }).toEqual({
          round,
          customer,
          points,
        });
        expect(figures).toMatchObject({ pending: 0n, held: 0n, earned: points });
      }
      expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
    }
  },
);
