import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const [KEPT, GONE, FIRST] = [7, 8, 9];
const OWNER = { staff: "900", role: "owner" } as const;

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let news = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

async function open(): Promise<void> {
  shop = await app.install(`tagged-${++shops}.myshopify.com`, programme());
  for (const id of [KEPT, GONE, FIRST]) await tell("customers/create", customer({ id }));
}

async function tell(topic: string, payload: unknown, triggeredAt?: string): Promise<void> {
  const at = triggeredAt === undefined ? {} : { triggeredAt };
  await deliver(app.door, { shop: shop.domain, topic, payload, id: `news-${++news}`, ...at });
  await app.settle(shop.domain);
}

const tag = (change: "added" | "removed", id: number, tags: string[], at?: string) =>
  tell(`customer.tags_${change}`, { customerId: `gid://shopify/Customer/${id}`, tags }, at);

const mergeByHand = (keptId: number, otherId: number) =>
  mergeMembers(app.services, shop, { keptId: String(keptId), otherId: String(otherId), by: OWNER });

async function tagsOf(id: number): Promise<string[] | null> {
  const [row] = await app.db.sql.query<{ tags: string[] | null }>(
    `SELECT tags FROM person WHERE shop_id = $1 AND member_id = $2`,
    [shop.id, id],
  );
  return row?.tags ?? null;
}

test("whoever is kept by a merge of staff has the tags of both, and those that either is given or loses later", async () => {
  await open();
  await tag("added", KEPT, ["press"]);
  await tag("added", GONE, ["trade", "late"]);
  expect(await mergeByHand(KEPT, GONE)).toEqual({ outcome: "merged" });
  expect(await tagsOf(KEPT)).toEqual(["late", "press", "trade"]);
  await tag("removed", GONE, ["late"]);
  await tag("added", GONE, ["vip"]);
  await tag("removed", KEPT, ["press"]);
  expect(await tagsOf(KEPT)).toEqual(["trade", "vip"]);
});

test("news of tags find who is left through several merges, the store's own among them", async () => {
  await open();
  await mergeByHand(GONE, FIRST);
  await tell("customers/merge", merge(KEPT, GONE));
  await tag("added", FIRST, ["first"]);
  await tag("added", KEPT, ["own"]);
  await tag("added", GONE, ["between"]);
  expect(await tagsOf(KEPT)).toEqual(["between", "first", "own"]);
});

test("late news of the one who went are weighed against what was told of them before the merge", async () => {
  await open();
  await tag("removed", GONE, ["press"], "2026-03-02T10:00:00Z");
  await mergeByHand(KEPT, GONE);
  await tag("added", GONE, ["press"], "2026-03-02T09:00:00Z");
  expect(await tagsOf(KEPT)).toEqual([]);
});

test("news that are worked off in the very moment of the merge reach who is left", async () => {
  for (let round = 0; round < 4; round++) {
    await open();
    const tagged = { customerId: `gid://shopify/Customer/${GONE}`, tags: ["press"] };
    const delivery = { shop: shop.domain, topic: "customer.tags_added", payload: tagged };
    await deliver(app.door, { ...delivery, id: `news-${++news}` });
    await Promise.all([app.settle(shop.domain), mergeByHand(KEPT, GONE)]);
    expect(await tagsOf(KEPT)).toEqual(["press"]);
  }
});
