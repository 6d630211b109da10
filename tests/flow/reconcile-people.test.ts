import { afterAll, beforeEach, expect, test } from "vitest";
import { MINUTE } from "../../app/loyalty/time.ts";
import { CUSTOMERS, startComparedStore, type ComparedShop } from "../support/compared-shop.ts";
import { deliver } from "../support/deliver.ts";

const compared = await startComparedStore();
const { app } = compared;
let shop: ComparedShop;

beforeEach(async () => {
  shop = await compared.openShop();
});
afterAll(() => compared.close());

async function someoneWithOrders(count: number): Promise<{ id: string }> {
  const { id } = shop.do({ do: "customer.create", ref: "leaving", firstName: "Lea" });
  for (let n = 0; n < count; n++) {
    app.clock.now += MINUTE;
    shop.buy("MUG", { ref: `theirs${n}`, customer: "ref:leaving" });
  }
  await shop.hear(shop.takeWebhooks());
  await shop.settle();
  return { id };
}

test("a customer who was deleted is told of once, keeps the points, and is looked for no more", async () => {
  await shop.begin();
  const { id } = shop.do({ do: "customer.create", ref: "brief", firstName: "Bea" });
  await shop.hear(shop.takeWebhooks());
  await shop.settle();
  shop.do({ do: "customer.delete", customer: "ref:brief" });
  shop.takeWebhooks();
  expect(await shop.reconcile()).toEqual({ missed: 1 });
  expect(await shop.findings()).toMatchObject([{ kind: "customer-deleted", memberId: id, state: "done" }]);
  expect(await shop.figuresOf(id)).toMatchObject({ available: 25n });
  const [person] = await app.db.sql.query(`SELECT 1 FROM person WHERE member_id = $1`, [id]);
  expect(person).toBeUndefined();
  const looked = async () => (await shop.runs(1))[0]?.counts.members;
  expect(await looked()).toBe(CUSTOMERS + 1);
  expect(await shop.reconcile()).toEqual({ missed: 0 });
  expect(await looked()).toBe(CUSTOMERS);
});

test("a customer whose orders were given to several by hand was merged into nobody", async () => {
  await shop.begin();
  const { id: gone } = await someoneWithOrders(11);
  app.clock.now += MINUTE;
  for (let n = 0; n < 11; n++)
    shop.do({ do: "order.assign", order: `ref:theirs${n}`, customer: n === 0 ? "ref:c4" : "ref:c3" });
  shop.do({ do: "customer.delete", customer: "ref:leaving" });
  shop.takeWebhooks();
  await shop.reconcile();
  const ofCustomers = (await shop.findings()).filter(({ kind }) => kind.startsWith("customer-"));
  expect(ofCustomers).toMatchObject([{ kind: "customer-deleted", memberId: gone }]);
  expect(await shop.figuresOf(gone)).toMatchObject({ available: 25n });
});

test("a customer of whose orders all are another's now was merged into that one", async () => {
  await shop.begin();
  const { id: gone } = await someoneWithOrders(11);
  const before = (await shop.figuresOf(shop.idOf("c3")))?.available ?? 0n;
  shop.do({ do: "customer.merge", keep: "ref:c3", remove: "ref:leaving" });
  shop.takeWebhooks();
  await shop.reconcile();
  const ofCustomers = (await shop.findings()).filter(({ kind }) => kind.startsWith("customer-"));
  expect(ofCustomers).toMatchObject([{ kind: "customer-merged", memberId: shop.idOf("c3") }]);
  expect((await shop.figuresOf(shop.idOf("c3")))?.available).toBeGreaterThan(before + 25n);
  expect(await shop.figuresOf(gone)).toMatchObject({ available: 0n });
});

test("people who were erased, and their orders, are not found missing", async () => {
  await shop.begin();
  const { id, order } = shop.buy("TREE");
  expect(await shop.reconcile()).toEqual({ missed: 1 });
  expect(await shop.findings()).toHaveLength(1);
  await deliver(app.door, {
    shop: shop.domain,
    topic: "customers/redact",
    payload: { customer: { id: Number(order?.customerId) }, orders_to_redact: [Number(id)] },
  });
  await shop.settle();
  expect(await shop.findings()).toEqual([]);
  expect(await shop.reconcile()).toEqual({ missed: 0 });
  expect(await shop.figuresOf(shop.idOf("c3"))).toBeNull();
});
