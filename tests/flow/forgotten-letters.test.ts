import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { retryDeliveries } from "../../app/use-cases/retry-deliveries.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { showDelivery } from "../../app/use-cases/show-delivery.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

/** A dead letter that was understood, with its person, and was then kept for as long as the shop keeps them. */
async function forgottenAfter(topic: string, payload: unknown): Promise<void> {
  app.clock.now = NOON;
  shop = await app.install(`forgotten-${++shops}.myshopify.com`, programme());
  await deliver(app.door, { shop: shop.domain, topic, payload, id: "letter" });
  await app.db.sql.query(`UPDATE delivery SET state = 'dead', reason = 'broke' WHERE shop_id = $1`, [
    shop.id,
  ]);
  await app.db.sql.query(
    `INSERT INTO shop_settings (shop_id, settings, revision, saved_at, saved_by)
     VALUES ($1, $2::text::jsonb, 1, now(), '42')`,
    [
      ...[
        shop.id,
        JSON.stringify({ keep: { requests: 90, deadLetters: 30, activity: null, feedback: 730 } }),
      ],
    ],
  );
  app.clock.now = NOON + 31 * DAY;
  await forgetOld(app.services, shop.id);
}

const retry = () => retryDeliveries(app.services, shop, ["letter"]);
const isForgotten = async () =>
  (await showDelivery(app.services, shop, "letter"))?.delivery.isForgotten ?? null;

test("an order that was understood is settled though it is forgotten whose name it told", async () => {
  const customer = { id: 7, first_name: "Anna", email: "anna@example.com" };
  await forgottenAfter("orders/paid", { ...order({ id: 1, total: "10.00" }), customer, note: "Call me" });
  expect(await isForgotten()).toBe(false);
  expect(await retry()).toEqual({ waiting: 1, dead: 0, forgotten: 0 });
  await app.settle(shop.domain);
  expect(await deliveriesOf(app, shop.domain)).toMatchObject([{ state: "done", reason: null }]);
  expect(await figuresOf(app, shop.domain, "7")).toMatchObject({ available: 10n });
});

test.each([
  ["was never understood", "orders/paid", order({ id: 1, customer: 7, total: "10.00", currency: "XQZ" })],
  ["told of tags alone", "customer.tags_added", { customerId: "gid://shopify/Customer/7", tags: ["press"] }],
])("what %s cannot be tried again, and says so", async (_, topic, payload) => {
  await forgottenAfter(topic, payload);
  expect(await isForgotten()).toBe(true);
  expect(await retry()).toEqual({ waiting: 0, dead: 0, forgotten: 1 });
  // Why it died is still told.
  expect(await deliveriesOf(app, shop.domain)).toMatchObject([{ state: "dead", reason: "broke" }]);
});
