import { afterAll, beforeAll } from "vitest";
import { listSegmentMoves } from "../../app/db/segments/moves.ts";
import { findSegment } from "../../app/db/segments/segments.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { Definition } from "../../app/insight/segments/definition.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { saveSegment } from "../../app/use-cases/segments/save-segment.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { deliver } from "./deliver.ts";
import { order } from "./payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "./sandboxed-store.ts";

export const BY = { staff: "77", role: "owner" } as const;
export const ID = "00000000-0000-4000-8000-000000000001";
export const OTHER = "00000000-0000-4000-8000-000000000002";

export let app: TestPerennial;
export let store: SandboxedStore;
export let services: Services;
export let shop: ShopRow;
/** In the store as here: the first buys most often. */
export let customers: string[];
let orders = 0;

/** For a file of tests: a shop of six members in a store that is asked over HTTP. */
export function startSegmented(): void {
  beforeAll(async () => {
    [app, store] = await Promise.all([startPerennialInTest(), startSandboxedStore()]);
    app.store.facts.set(store.shop, { name: "S", currency: "GBP", timezone: "UTC" });
    services = { ...app.services, platform: store.platform };
    shop = await app.install(store.shop, programme({ effectiveFrom: "2020-01-01T00:00:00Z" }));
    orders = 0;
    customers = Array.from({ length: 6 }, () => store.newCustomer());
    for (const [place, id] of customers.entries())
      for (let n = 0; n < 7 - place; n++)
        await buy(id, { daysAgo: 20 + 40 * n + place, total: `${20 - place}.00` });
    await takeIn();
  });
  afterAll(() => Promise.all([app.close(), store.close()]));
}

/** An order of this customer, not taken in yet; answers its number. */
export async function buy(
  customer: string,
  { daysAgo, total }: { daysAgo: number; total: string },
): Promise<number> {
  const id = 5_000 + ++orders;
  const at = new Date(app.clock.now - daysAgo * DAY).toISOString();
  await deliver(app.door, {
    shop: shop.domain,
    topic: "orders/paid",
    payload: order({ id, customer, at, lines: [{ price: total, product: 40 + (orders % 3) }] }),
  });
  return id;
}

/** What the store has told counts from now on. */
export async function takeIn(): Promise<void> {
  await app.settle(shop.domain);
  await followLedger(services, shop.id);
}

export const often = {
  all: [
    { fact: "orders", measure: "count", bought: null, channels: [], days: null, from: "5", to: null },
    { fact: "last-order", when: { kind: "within", days: 60 } },
  ],
} satisfies Definition;

export const save = (form: Partial<Parameters<typeof saveSegment>[2]> = {}) =>
  saveSegment(services, shop, {
    ...{ id: ID, name: "Often here", definition: JSON.stringify(often), revision: 0, by: BY },
    ...form,
  });

/** The one segment that most tests are about. */
export const segment = async () => {
  const found = await findSegment(app.db.sql, shop.id, ID);
  if (found === null) throw new Error("there is no segment");
  return found;
};

/** Who came into it and who left, the newest first. */
export const movesOf = async () =>
  (await listSegmentMoves(app.db.sql, shop.id, { segmentId: ID, limit: 50 })).map(
    ({ member, entered, reason }) => ({ id: member.id, entered, reason }),
  );
