/** What is recommended in a shop, from its orders to what stands beside products and for members. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SoldProduct } from "../../app/commerce/catalogue-store.ts";
import { latestModel } from "../../app/db/models.ts";
import { readPurchases } from "../../app/db/purchases.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { MemberPicks, Pick } from "../../app/insight/recommend/pick.ts";
import { FIRST_RULES } from "../../app/insight/recommend/rules.ts";
import { remakePicks } from "../../app/use-cases/recommend/make-picks.ts";
import { loadRecommender } from "../../app/use-cases/recommend/load-recommender.ts";
import { pickFor } from "../../app/use-cases/recommend/recommend-for.ts";
import { saveRules } from "../../app/use-cases/recommend/save-rules.ts";
import { trainRecommender } from "../../app/use-cases/recommend/train-recommender.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { whoGetsRecommendations } from "../../app/use-cases/experiments/who-gets-recommendations.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const DOMAIN = "recommend.myshopify.com";
const BY = { staff: "1", role: "owner" } as const;
const [TEA, HONEY, SOLD_OUT, CARD, NEVER_BOUGHT, RETURNED] = ["501", "502", "503", "504", "505", "506"];

let app: TestPerennial;
let shop: ShopRow;

function sold(id: string, title: string, more: Partial<SoldProduct> = {}): SoldProduct {
  return {
    ...{
      id,
      title,
      handle: `p-${id}`,
      vendor: "Nursery",
      productType: "Pantry",
      tags: [],
      collections: ["all"],
    },
    ...{ price: 500n, cost: null, image: null, status: "active", published: true, tracked: true },
    ...{ inStock: true, giftCard: false, createdAt: NOON - 400 * 86_400_000, ...more },
  };
}

beforeAll(async () => {
  app = await startPerennialInTest();
  app.store.sold = [
    sold(TEA, "Green tea"),
    sold(HONEY, "Forest honey"),
    sold(SOLD_OUT, "Cherry jam", { inStock: false }),
    sold(CARD, "Gift card", { giftCard: true, productType: "gift_card" }),
    sold(NEVER_BOUGHT, "Black tea"),
    sold(RETURNED, "Broken cup"),
  ];
  const rewards = [
    { id: "honey", kind: "free-product", cost: 5, product: HONEY, codeDays: 20 },
    { id: "sliding", kind: "amount", costPer: 1, codeDays: 20 },
  ];
  shop = await app.install(DOMAIN, programme({ points: { pendingDays: 0 }, rewards }));
  const lines = (...products: string[]) =>
    products.map((product, place) => ({ id: place + 1, product, price: "5.00" }));
  // Twelve drink tea; nine of them bought honey with it, seven jam; all sent the cup back.
  for (let n = 0; n < 12; n++) {
    const bought = [TEA, ...(n < 9 ? [HONEY] : []), ...(n < 7 ? [SOLD_OUT] : []), RETURNED];
    const at = `2026-06-${String(10 + n).padStart(2, "0")}T09:00:00Z`;
    const payload = order({ id: 1_000 + n, customer: 70 + n, lines: lines(...bought), at });
    await deliver(app.door, { shop: DOMAIN, topic: "orders/paid", payload });
    const back = refund({
      id: 2_000 + n,
      order: 1_000 + n,
      lines: [{ line: bought.length, subtotal: "5.00" }],
    });
    await deliver(app.door, { shop: DOMAIN, topic: "refunds/create", payload: back });
  }
  const asGuest = order({ id: 1_100, lines: lines(TEA, HONEY), at: "2026-06-30T09:00:00Z" });
  await deliver(app.door, { shop: DOMAIN, topic: "orders/paid", payload: asGuest });
  await app.settle(DOMAIN);
  await trainRecommender(app.services, shop);
});
afterAll(() => app.close());

async function goesWith(...productIds: string[]): Promise<Pick[]> {
  const { recommender } = await loadRecommender(app.services, shop);
  return recommender.forProducts(productIds);
}

/** As it stands to be published. */
async function keptBeside(productId: string): Promise<Pick[] | undefined> {
  const [row] = await app.db.sql.query<{ picks: Pick[] }>(
    `SELECT picks FROM product_picks WHERE shop_id = $1 AND product_id = $2`,
    [shop.id, productId],
  );
  return row?.picks;
}

async function keptFor(memberId: string): Promise<MemberPicks | undefined> {
  const [row] = await app.db.sql.query<{ picks: MemberPicks }>(
    `SELECT picks FROM member_picks WHERE shop_id = $1 AND member_id = $2`,
    [shop.id, memberId],
  );
  return row?.picks;
}

test("what was given back was not bought, and what a guest bought was", async () => {
  const bought = await readPurchases(app.db.sql, shop.id, { timezone: shop.timezone, from: 0 });
  expect(bought.orders).toBe(13);
  expect(bought.members).toHaveLength(12);
  expect(bought.products).not.toContain(RETURNED);
  expect(bought.product.filter((place) => bought.products[place] === HONEY)).toHaveLength(10);
});

test("beside a product stands what people bought with it, by counts anybody can repeat", async () => {
  const [first, ...others] = (await keptBeside(TEA)) ?? [];
  expect(first).toEqual({
    productId: HONEY,
    evidence: { kind: "bought-together", with: TEA, both: 9, buyers: 12 },
  });
  const ids = others.map(({ productId }) => productId);
  for (const never of [TEA, SOLD_OUT, CARD]) expect(ids).not.toContain(never);
  expect(await goesWith(TEA)).toEqual([first, ...others]);
});

test("a product that nobody bought is shown what is like it at once, and stands beside what it is like", async () => {
  const [first] = await goesWith(NEVER_BOUGHT);
  expect(first).toMatchObject({ productId: TEA, evidence: { kind: "similar", with: NEVER_BOUGHT } });
  const beside = await goesWith(TEA, HONEY);
  expect(beside.map(({ productId }) => productId)).toContain(NEVER_BOUGHT);
});

test("a member is shown what they buy again, what is new to them, and what their points pay for", async () => {
  const withHoney = await pickFor(app.services, shop, "70");
  expect(withHoney.again[0]?.evidence).toEqual({ kind: "bought-again", times: 1, last: "2026-06-10" });
  const teaAlone = await pickFor(app.services, shop, "81");
  expect(teaAlone.reachable).toEqual([
    {
      productId: HONEY,
      evidence: {
        kind: "reachable",
        rewardId: "honey",
        points: "5",
        available: expect.any(String) as string,
      },
    },
  ]);
  expect(await keptFor("81")).toEqual(teaAlone);
});

test("a shop with little past is told how much is missing, and shows something all the same", async () => {
  const model = await latestModel(app.db.sql, shop.id, "recommend");
  expect(model?.basis).toMatchObject({ orders: 13, buyers: 12, reason: "not-enough" });
  expect(model?.figures).toEqual([]);
});

test("the merchant pins and leaves out; two who save at once do not overwrite each other", async () => {
  const rules = {
    ...FIRST_RULES,
    pinned: [NEVER_BOUGHT],
    excluded: [{ by: "product", value: HONEY }] as const,
  };
  const change = { rules: { ...rules, excluded: [...rules.excluded] }, revision: 0, by: BY };
  expect(await saveRules(app.services, shop, change)).toEqual({ outcome: "saved", revision: 1 });
  await remakePicks(app.services, shop.id);
  const ids = ((await keptBeside(TEA)) ?? []).map(({ productId }) => productId);
  expect(ids[0]).toBe(NEVER_BOUGHT);
  expect(ids).not.toContain(HONEY);
  const stale = { rules: { ...FIRST_RULES, on: false }, revision: 0, by: BY };
  expect(await saveRules(app.services, shop, stale)).toMatchObject({ outcome: "overtaken", savedBy: "1" });
  const off = { ...stale, revision: 1 };
  expect(await saveRules(app.services, shop, off)).toEqual({ outcome: "saved", revision: 2 });
  await remakePicks(app.services, shop.id);
  expect(await keptBeside(TEA)).toEqual([]);
  await saveRules(app.services, shop, { rules: FIRST_RULES, revision: 2, by: BY });
});

test("word of a change counts at once: what is sold out or taken down is shown no more", async () => {
  const payload = {
    ...{ id: HONEY, title: "Forest honey", status: "active", published_at: null, vendor: "Nursery" },
    ...{ product_type: "Pantry", tags: "", created_at: "2025-01-01T00:00:00Z" },
    variants: [{ price: "5.00", inventory_quantity: 3, inventory_policy: "deny" }],
  };
  await deliver(app.door, { shop: DOMAIN, topic: "products/update", payload });
  await app.settle(DOMAIN);
  await remakePicks(app.services, shop.id);
  const ids = (await goesWith(TEA)).map(({ productId }) => productId);
  expect(ids).not.toContain(HONEY);
});

test("what was bought years ago counts the same in the night's lists and for whoever asks, and at last not at all", async () => {
  for (const [id, at] of [
    ["1201", "2024-02-01T09:00:00Z"],
    ["1202", "2022-02-01T09:00:00Z"],
  ] as const) {
    const payload = order({ id, customer: 81, lines: [{ product: TEA, price: "5.00" }], at });
    await deliver(app.door, { shop: DOMAIN, topic: "orders/paid", payload });
  }
  await app.settle(DOMAIN);
  await remakePicks(app.services, shop.id);
  const kept = await keptFor("81");
  expect(kept?.again).toMatchObject([{ productId: TEA, evidence: { times: 2, last: "2026-06-21" } }]);
  expect(await pickFor(app.services, shop, "81")).toEqual(kept);
});

test("the control group is shown nothing personal, and nothing stays of whoever is erased", async () => {
  await setControlGroup(app.services, shop, { share: 2_000, shown: 0, by: BY });
  // Drawn by chance, it could be empty among twelve.
  await app.db.sql.query(`UPDATE experiment SET salt = 'three of them' WHERE shop_id = $1`, [shop.id]);
  const isControl = await controlGroupTest(app.services, shop);
  const ids = Array.from({ length: 12 }, (_, n) => String(70 + n));
  const shown = await whoGetsRecommendations(app.services, shop, ids);
  expect(ids.filter((id) => !shown.has(id))).toEqual(ids.filter(isControl));
  expect(ids.filter(isControl)).toHaveLength(3);
  await app.db.inShop(shop.id, (tx) =>
    eraseCustomer(tx, { shop, customerId: "70", orderIds: [], now: app.clock.now }),
  );
  expect(await keptFor("70")).toBeUndefined();
});
