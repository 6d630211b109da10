import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { grantReward } from "../../app/use-cases/person/grant-reward.ts";
import { takeBackGift } from "../../app/use-cases/person/take-back-gift.ts";
import { showHome } from "../../app/use-cases/show-home.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "900", role: "owner" } as const;

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  app.clock.now = NOON;
  shop = await app.install(
    "home-gifts.myshopify.com",
    programme({ rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00", codeDays: 30 }] }),
  );
});
afterAll(() => app.close());

const given = async () =>
  (await showHome(app.services, shop, "en")).news.items.find(({ news }) => news === "given") ?? null;

test("home tells of rewards that were given without points, until they are taken back, and not of those of before", async () => {
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer({ id: "7" }) });
  await app.settle(shop.domain);
  expect(await given()).toBeNull();
  const gift = { memberId: "7", rewardId: "five-off", by: OWNER };
  await grantReward(app.services, shop, { ...gift, key: "form-0001" });
  await grantReward(app.services, shop, { ...gift, key: "form-0002" });
  await app.settle(shop.domain);
  expect(await given()).toEqual({ news: "given", rewards: 2 });
  const [first] = await app.db.sql.query<{ id: string }>(
    `SELECT id FROM reward_issue WHERE shop_id = $1 ORDER BY id LIMIT 1`,
    [shop.id],
  );
  await takeBackGift(app.services, shop, { memberId: "7", issueId: first?.id ?? "", by: OWNER });
  expect(await given()).toEqual({ news: "given", rewards: 1 });
  app.clock.now += 3 * DAY;
  expect(await given()).toBeNull();
});
