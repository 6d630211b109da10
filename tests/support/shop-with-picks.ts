import { afterAll, beforeAll, beforeEach } from "vitest";
import { countPickEvents, type PickCounts } from "../../app/db/pick-events.ts";
import { saveMemberPicks } from "../../app/db/picks.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick } from "../../app/insight/recommend/pick.ts";
import { publishPicks } from "../../app/use-cases/picks/publish-picks.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { Shopper } from "../../sandbox/storefront/testing/shopper.ts";
import { findBody, listDeliveries } from "../../sandbox/webhooks/queue.ts";
import { deliver } from "./deliver.ts";
import { programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "./sandboxed-store.ts";

export const OTHER = "other-picks.myshopify.com";

export let app: TestPerennial;
export let store: SandboxedStore;
export let shop: ShopRow;
export let member: string;
/** Ids of products by their handles. */
const sold: Record<string, string> = {};
/** For a file of tests: a shop with four products and one member, in a store that is asked over HTTP, and another shop. */
export function startPicks(): void {
  beforeAll(async () => {
    store = await startSandboxedStore();
    app = await startPerennialInTest();
    await app.install(OTHER, programme({}));
    app.services.platform = store.platform;
    app.clock.now = Date.now();
    for (const handle of ["fern", "pot", "soil", "mister"]) sold[handle] = sell(handle);
    shop = await app.install(store.shop, programme({}));
    member = store.newCustomer();
    await hear();
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });
  beforeEach(() => {
    app.clock.now = Math.max(app.clock.now, Date.now());
  });
}

export const perform = (action: Action) => store.api.running.sandbox.perform(store.shop, action);
/** Of the product with this handle. */
export const id = (handle: string) => sold[handle] ?? "";
export const shopper = () => new Shopper(store.api.running.urls.shopify);
/** Has the store show what was worked out. */
export const publish = () => publishPicks(app.services, shop.id);

function sell(handle: string): string {
  const variants = [{ price: "12.00", inventory: 5 }];
  const { product } = perform({ do: "product.create", title: `The ${handle}`, handle, variants });
  return product?.id ?? "";
}

/** What the store has told is taken in. */
export async function hear(): Promise<void> {
  const { store: state } = store.api.running.sandbox;
  for (const delivery of listDeliveries(state, { limit: -1 }).reverse()) {
    const body = findBody(state, delivery.bodyId) ?? "";
    await deliver(app.door, { shop: store.shop, topic: delivery.topic, id: delivery.webhookId, body });
  }
  await app.settle(store.shop);
}

export const together = (handle: string, withHandle: string): Pick => ({
  productId: id(handle),
  evidence: { kind: "bought-together", with: id(withHandle), both: 41, buyers: 310 },
});

export async function recommendTo(memberId: string, lists: Partial<MemberPicks>): Promise<void> {
  const picks = new Map([[memberId, { ...NO_PICKS, ...lists }]]);
  await saveMemberPicks(app.db.sql, shop.id, { picks, now: app.clock.now });
}

/** What came back of the recommendations of a product. */
export async function counted(handle: string): Promise<PickCounts | undefined> {
  const counts = await countPickEvents(app.db.sql, shop.id, { since: app.clock.now - 86_400_000 });
  return counts.find(({ productId }) => productId === id(handle));
}
