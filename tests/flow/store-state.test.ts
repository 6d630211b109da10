import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StoreEvent } from "../../app/commerce/platform.ts";
import type { OrderNow } from "../../app/commerce/store-state.ts";
import type { Order } from "../../app/loyalty/order.ts";
import { NOON } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { SEED } from "../support/scale.ts";
import { startSandboxStore, type SandboxStore, type Webhook } from "../support/sandbox-store.ts";
import { openingOf, randomChange, randomOrder } from "../support/store-story.ts";

/** FAULT_SEED=n makes up the same orders again; FAULT_HISTORIES makes more of them. */
const ORDERS = Number(process.env.FAULT_HISTORIES ?? 150);

const clock = { now: NOON };
const shop = "state.myshopify.com";
let store: SandboxStore;

beforeAll(async () => {
  store = await startSandboxStore(clock);
  store.open(shop, { currency: "GBP" });
  for (const action of openingOf(6)) store.do(shop, action);
});
afterAll(() => store.close());

/** The newest state that the store told of each order, as it is taken in from there. */
function toldBy(webhooks: Webhook[]): Map<string, OrderNow> {
  const told = new Map<string, OrderNow>();
  for (const { topic, body } of webhooks) {
    const event: StoreEvent = store.platform.translate({ shopDomain: shop, topic, body }, "GBP");
    if (event.kind === "points" && event.event.kind === "order")
      told.set(event.event.order.id, { order: event.event.order, person: event.person });
  }
  return told;
}

function byId(orders: OrderNow[]): Map<string, OrderNow> {
  return new Map(orders.map((now) => [now.order.id, now]));
}

async function listAll(by: "changed" | "processed", since: number | null) {
  const glances = [];
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await store.platform.listOrders(shop, { by, since, after });
    glances.push(...page.items);
    after = page.next;
  }
  return glances;
}

test(`an order is the same, told by a webhook or asked of the store (FAULT_SEED=${SEED})`, async () => {
  const random = seededRandom(SEED);
  for (let n = 0; n < ORDERS; n++) {
    clock.now += 60_000;
    const ref = `o${n}`;
    store.do(shop, randomOrder(ref, { random, customers: 6 }));
    while (random() < 0.6) store.attempt(shop, randomChange(`ref:${ref}`, random));
  }
  const told = toldBy(store.takeWebhooks(shop));
  expect(told.size).toBe(ORDERS);
  const now = byId(await store.platform.ordersNow(shop, [...told.keys()]));
  for (const [id, { order, person }] of told) {
    expect(untagged(now.get(id)?.person ?? null)).toEqual(person);
    expect(now.get(id)?.order).toEqual({ ...order, codes: now.get(id)?.order.codes });
    expect(new Set(now.get(id)?.order.codes)).toEqual(new Set(order.codes));
  }
  const orders = [...told.values()].map(({ order }) => order);
  requireVariety(orders);
  const glances = await listAll("changed", null);
  expect(glances.map(({ id }) => id).sort()).toEqual([...told.keys()].sort());
  for (const glance of glances) {
    const { refunds = [], ...order } = told.get(glance.id)?.order ?? ({} as Partial<Order>);
    const { refundIds, ...facts } = glance;
    expect(order).toMatchObject(facts);
    expect(refundIds).toEqual(refunds.map(({ id }) => id));
  }
});

/** An order that is told of brings no tags of its customer; whoever is asked of the store brings them along. */
function untagged(person: OrderNow["person"]): OrderNow["person"] {
  return person === null ? null : { ...person, tags: null };
}

/** A comparison of orders that have nothing special would prove nothing. */
function requireVariety(orders: Order[]): void {
  const lines = orders.flatMap((order) => order.lines);
  const refunds = orders.flatMap((order) => order.refunds);
  expect(lines.some(({ tip }) => tip)).toBe(true);
  expect(lines.some(({ giftCard }) => giftCard)).toBe(true);
  expect(lines.some(({ discount }) => discount > 0n)).toBe(true);
  expect(orders.some(({ taxesIncluded, lines: [line] }) => taxesIncluded && (line?.tax ?? 0n) > 0n)).toBe(
    true,
  );
  expect(lines.some(({ quantity, currentQuantity }) => currentQuantity !== quantity)).toBe(true);
  expect(refunds.some(({ discrepancy }) => discrepancy < 0n)).toBe(true);
  expect(orders.some(({ customerId }) => customerId === null)).toBe(true);
  expect(orders.some(({ paid }) => (paid?.total ?? 0n) > 0n)).toBe(true);
  expect(new Set(orders.map(({ status }) => status)).size).toBeGreaterThan(4);
}

describe("what does not fit into one answer", () => {
  test("an order of 500 lines, with a refund of 120 of them, comes whole", async () => {
    const lines = Array.from({ length: 500 }, (_, n) => ({ title: `Seed ${n}`, price: "1.10", quantity: 1 }));
    const { id } = store.do(shop, { do: "order.place", customer: "ref:c1", lines });
    store.do(shop, {
      do: "order.refund",
      order: id,
      lines: Array.from({ length: 120 }, (_, n) => ({ line: n + 1, quantity: 1 })),
    });
    const told = toldBy(store.takeWebhooks(shop)).get(id);
    const [now] = await store.platform.ordersNow(shop, [id]);
    expect(now?.order.lines).toHaveLength(500);
    expect(now?.order.refunds[0]?.lines).toHaveLength(120);
    expect(now && { ...now, person: untagged(now.person) }).toEqual(told);
  });

  test("a list of more orders than a page holds goes on where it stopped", async () => {
    clock.now += 3_600_000;
    const since = clock.now;
    for (let n = 0; n < 260; n++)
      store.do(shop, { do: "order.place", lines: [{ title: "Fern", price: "1.00", quantity: 1 }] });
    const glances = await listAll("processed", since);
    expect(new Set(glances.map(({ id }) => id)).size).toBe(260);
    expect(glances).toHaveLength(260);
  });
});

test("orders and customers that the store no longer has are missing from its answers", async () => {
  const { id: kept } = store.do(shop, { do: "customer.create", firstName: "Kay" });
  const { id: gone } = store.do(shop, { do: "customer.create", firstName: "Gus" });
  store.do(shop, { do: "customer.merge", keep: kept, remove: gone });
  const { id: order } = store.do(shop, {
    do: "order.place",
    lines: [{ title: "Fern", price: "1.00", quantity: 1 }],
  });
  store.do(shop, { do: "order.delete", order });
  expect(await store.platform.present(shop, "customer", [kept, gone, "999"])).toEqual(new Set([kept]));
  expect(await store.platform.present(shop, "order", [order])).toEqual(new Set());
  expect(await store.platform.ordersNow(shop, [order])).toEqual([]);
});

test("customers come with the moment at which they were made", async () => {
  clock.now += 3_600_000;
  const since = clock.now;
  const { id } = store.do(shop, {
    do: "customer.create",
    firstName: "Ida",
    lastName: "Ahl",
    email: "ida@example.com",
  });
  const { items, next } = await store.platform.listCustomers(shop, { createdSince: since, after: null });
  expect(next).toBeNull();
  expect(items).toEqual([
    {
      createdAt: since,
      person: {
        ...{ customerId: id, firstName: "Ida", lastName: "Ahl", email: "ida@example.com" },
        ...{ locale: null, country: null, tags: [] },
      },
    },
  ]);
});
