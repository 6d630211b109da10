import { expect } from "vitest";
import type { CommercePlatform } from "../../app/commerce/platform.ts";
import { listFindings } from "../../app/db/reconciliation-findings.ts";
import { listRuns } from "../../app/db/reconciliations.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import { requestReconciliation } from "../../app/use-cases/reconcile/request-reconciliation.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { deliver } from "./deliver.ts";
import { figuresOf, NOON, programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";
import { startSandboxStore, type SandboxStore, type Webhook } from "./sandbox-store.ts";
import { openingOf } from "./store-story.ts";

export const CUSTOMERS = 8;
const TWIN = "twin-";

export const RULES = programme({
  earning: {
    exclude: { giftCards: true, productTags: ["sale"] },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "big", on: "order", bonus: 20, minimum: "50.00" },
      { id: "first", on: "first-order", bonus: 100 },
      { id: "welcome", on: "signup", bonus: 25 },
    ],
  },
});

/** The app, and a store with which it can be compared: what the store tells lies in the test's hand. */
export interface ComparedStore {
  app: TestPerennial;
  store: SandboxStore;
  /** A shop for a test, with the app installed at noon, in a store that answers. */
  openShop(): Promise<ComparedShop>;
  close(): Promise<void>;
}

export async function startComparedStore(): Promise<ComparedStore> {
  const app = await startPerennialInTest();
  const store = await startSandboxStore(app.clock);
  app.services.platform = asTwins(store.platform);
  let shops = 0;
  return {
    app,
    store,
    async openShop() {
      app.clock.now = NOON;
      app.complaints.length = 0;
      store.setFaults([]);
      const domain = `missed-${++shops}.myshopify.com`;
      store.open(domain, { currency: "GBP", timezone: "Europe/London" });
      await app.install(domain, RULES);
      return new ComparedShop(app, store, domain);
    },
    async close() {
      await store.close();
      await app.close();
    },
  };
}

/** A twin of a shop ("twin-…") hears of everything that happens in the same store. */
function asTwins(platform: CommercePlatform): CommercePlatform {
  const storeOf = (domain: string) => (domain.startsWith(TWIN) ? domain.slice(TWIN.length) : domain);
  return {
    ...platform,
    shopFacts: (domain) => platform.shopFacts(storeOf(domain)),
    productFacts: (domain, ids) => platform.productFacts(storeOf(domain), ids),
    publishSummaries: async () => ({ gone: [], refused: [] }),
    forgetSummaries: async () => undefined,
    publishProgramme: async () => undefined,
  };
}

export class ComparedShop {
  readonly domain: string;
  readonly #app: TestPerennial;
  readonly #store: SandboxStore;

  constructor(app: TestPerennial, store: SandboxStore, domain: string) {
    this.#app = app;
    this.#store = store;
    this.domain = domain;
  }

  /** Does something in the store. */
  do(action: Action) {
    return this.#store.do(this.domain, action);
  }

  /** The same, or nothing where it makes no sense. */
  attempt(action: Action) {
    return this.#store.attempt(this.domain, action);
  }

  /** What the store would tell since it was last asked: what is not heard of is missed. */
  takeWebhooks(): Webhook[] {
    return this.#store.takeWebhooks(this.domain);
  }

  /** The store's id of somebody whom the story calls by a name. */
  idOf(name: string): string {
    return this.#store.idOf(this.domain, name);
  }

  row(): Promise<ShopRow> {
    return this.#app.requireShop(this.domain);
  }

  /** Another shop of the app that is told by the same store. */
  async twin(): Promise<ComparedShop> {
    await this.#app.install(TWIN + this.domain, RULES);
    return new ComparedShop(this.#app, this.#store, TWIN + this.domain);
  }

  async hear(webhooks: Webhook[]): Promise<void> {
    for (const { id, topic, body, triggeredAt } of webhooks) {
      const delivery = { shop: this.domain, topic, body, id, triggeredAt };
      expect(await deliver(this.#app.door, delivery)).toBe(200);
    }
  }

  settle(): Promise<void> {
    return this.#app.settle(this.domain);
  }

  /** Everybody joins and buys a mug: all of it arrives, with the twin as well. */
  async begin(twin?: ComparedShop): Promise<void> {
    for (const action of openingOf(CUSTOMERS)) this.do(action);
    for (let n = 0; n < CUSTOMERS; n++) this.buy("MUG", { ref: `first${n}`, customer: `ref:c${n}` });
    const webhooks = this.takeWebhooks();
    for (const shop of twin === undefined ? [this] : [this, twin]) {
      await shop.hear(webhooks);
      await shop.settle();
    }
  }

  /** Somebody, or the customer of most stories, buys one thing. */
  buy(sku: string, { ref, customer = "ref:c3" }: { ref?: string; customer?: string } = {}) {
    const lines = [{ variant: `sku:${sku}`, quantity: 1 }];
    return this.do({ do: "order.place", customer, lines, ...(ref === undefined ? {} : { ref }) });
  }

  /** Compares the shop with the store from one end to the other, and works off what was found. */
  async reconcile(): Promise<{ missed: number }> {
    const row = await this.row();
    await requestReconciliation(this.#app.services, row, { cause: "staff", askedBy: "42" });
    while (!(await reconcileShop(this.#app.services, row.id)));
    await this.settle();
    const [run] = await this.runs(1);
    expect(run).toMatchObject({ outcome: "done" });
    return { missed: run?.counts.missed ?? -1 };
  }

  /** The newest first. */
  async runs(most: number) {
    return listRuns(this.#app.db.sql, (await this.row()).id, most);
  }

  /** Of the newest run. */
  async findings() {
    const [run] = await this.runs(1);
    const page = { run: run?.number ?? 0, after: "0", limit: 100 };
    return listFindings(this.#app.db.sql, (await this.row()).id, page);
  }

  figuresOf(memberId: string) {
    return figuresOf(this.#app, this.domain, memberId);
  }

  /** Every member's books. */
  async books() {
    const { id } = await this.row();
    return this.#app.db.sql.query(
      `SELECT id, pending, available, held, owed, earned, redeemed, expired, merged_into FROM member
       WHERE shop_id = $1 ORDER BY id`,
      [id],
    );
  }

  async postings(): Promise<bigint> {
    const { id } = await this.row();
    const [row] = await this.#app.db.sql.query<{ n: bigint }>(
      `SELECT count(*) AS n FROM posting WHERE shop_id = $1`,
      [id],
    );
    return row?.n ?? -1n;
  }
}
