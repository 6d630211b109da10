import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { findPerksDue } from "../../app/db/perks.ts";
import { listLeftovers } from "../../app/db/leftovers.ts";
import { formatInstant } from "../../app/loyalty/time.ts";
import { publishPerks } from "../../app/use-cases/publish-perks.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { requestReconciliation } from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { Shopper, signInAs } from "../../sandbox/storefront/testing/shopper.ts";
import { findBody, listDeliveries } from "../../sandbox/webhooks/queue.ts";
import { deliver } from "../support/deliver.ts";
import { figuresOf, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

/** The whole way: a programme with perks, what the store makes of it, a checkout, and the points on what was paid. */
let app: TestPerennial;
let store: SandboxedStore;
let shop: ShopRow;
const seen = new Set<number>();
/** Ids of variants. */
const sold: Record<string, string> = {};

const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0" },
    { id: "gold", at: "100" },
  ],
};
const PRICE = {
  id: "gold-price",
  kind: "member-price",
  tiers: ["gold"],
  percent: "10",
  match: { productTags: ["summer"] },
};
const GIFT = { id: "gift", kind: "gift", tiers: ["gold"], product: "bulb", minimum: "30.00" };
const VAULT = {
  id: "vault",
  kind: "exclusive",
  tiers: ["gold"],
  customerTags: ["vault"],
  match: { collections: ["rare"] },
};

beforeAll(async () => {
  store = await startSandboxedStore();
  app = await startPerennialInTest();
  app.services.platform = store.platform;
  app.clock.now = Date.now();
  sell("fern", "20.00", ["summer"]);
  sell("palm", "40.00");
  sell("bulb", "6.00");
  sell("orchid", "90.00");
  perform({ do: "collection.create", title: "Rare", handle: "rare", products: ["orchid"] });
  shop = await app.install(store.shop, programme({ tiers: TIERS, perks: [PRICE, GIFT, VAULT] }));
  await publish();
});
afterAll(async () => {
  await app.close();
  await store.close();
});
beforeEach(() => {
  app.clock.now = Date.now();
  app.complaints.length = 0;
});

const perform = (action: Action) => store.api.running.sandbox.perform(store.shop, action);
const publish = () => publishPerks(app.services, shop.id);

function sell(handle: string, price: string, tags: string[] = []): void {
  const { product } = perform({ do: "product.create", title: handle, handle, tags, variants: [{ price }] });
  sold[handle] = product?.variants[0]?.id ?? "";
}

/** What the store tells of, in the order in which it happened, and what the app writes back. */
async function hear(): Promise<void> {
  const { store: state } = store.api.running.sandbox;
  for (const delivery of listDeliveries(state, { limit: -1 }).reverse()) {
    if (seen.has(delivery.id)) continue;
    seen.add(delivery.id);
    const body = findBody(state, delivery.bodyId) ?? "";
    await deliver(app.door, { shop: store.shop, topic: delivery.topic, id: delivery.webhookId, body });
  }
  app.clock.now = Math.max(app.clock.now, Date.now());
  await app.settle(store.shop);
  await publishSummaries(app.services, shop.id);
}

const lines = (...handles: string[]) =>
  handles.map((handle) => ({ variant: sold[handle] ?? "", quantity: 1 }));

function checkOut(customer: string | null, handles: string[], terms: object = {}) {
  const { order } = perform({ do: "order.place", customer, lines: lines(...handles), ...terms });
  if (!order) throw new Error("no order");
  return order.payload;
}

async function goldMember(): Promise<string> {
  const id = store.newCustomer();
  checkOut(id, ["palm", "palm", "palm"]);
  await hear();
  return id;
}

async function save(perks: object[]): Promise<void> {
  const [row] = await app.db.sql.query<{ number: number }>(
    `SELECT max(number) AS number FROM programme_version WHERE shop_id = $1`,
    [shop.id],
  );
  const document = { ...programme({ tiers: TIERS, perks }), effectiveFrom: undefined };
  delete document.effectiveFrom;
  const saved = await saveProgramme(app.services, shop, {
    document,
    savedBy: "test",
    basedOn: row?.number ?? 0,
  });
  expect(saved).toMatchObject({ outcome: "saved" });
  await publish();
}

const WHAT = `{ automaticDiscountNodes(first: 10) { nodes { id automaticDiscount { ... on DiscountAutomaticApp { title status } } } }
  validations(first: 10) { nodes { id title enabled } } }`;

interface InStore {
  automaticDiscountNodes: { nodes: { automaticDiscount: { status: string } }[] };
  validations: { nodes: { enabled: boolean }[] };
}

async function inStore(): Promise<{ discounts: string[]; validations: boolean[] }> {
  const { data, errors } = await store.api.ask(WHAT);
  expect(errors).toBeUndefined();
  const { automaticDiscountNodes, validations } = data as InStore;
  return {
    discounts: automaticDiscountNodes.nodes.map(({ automaticDiscount }) => automaticDiscount.status),
    validations: validations.nodes.map(({ enabled }) => enabled),
  };
}

describe("a member with a price of their own", () => {
  test("pays it, and earns points on what was paid", async () => {
    const member = await goldMember();
    const before = await figuresOf(app, store.shop, member);
    const order = checkOut(member, ["fern", "palm"]);
    expect(order.total_discounts).toBe("2.00");
    expect(order.discount_applications).toEqual([
      {
        target_type: "line_item",
        type: "automatic",
        value: "10.0",
        value_type: "percentage",
        allocation_method: "each",
        target_selection: "entitled",
        title: "Gold price",
      },
    ]);
    expect(order.line_items.map((line) => line.discount_allocations.map(({ amount }) => amount))).toEqual([
      ["2.00"],
      [],
    ]);
    await hear();
    const after = await figuresOf(app, store.shop, member);
    expect((after?.available ?? 0n) - (before?.available ?? 0n), "18.00 and 40.00").toBe(58n);
  });

  test("has a gift for nothing where the rest is worth the minimum", async () => {
    const member = await goldMember();
    expect(checkOut(member, ["palm", "bulb"]).total_discounts).toBe("6.00");
    expect(checkOut(member, ["fern", "bulb"]).total_discounts, "only the fern's own price").toBe("2.00");
  });

  test("is nobody whose level is another, and no guest", async () => {
    expect(checkOut(store.newCustomer(), ["fern", "palm", "bulb"]).total_discounts).toBe("0.00");
    expect(checkOut(null, ["fern"], { email: "nobody@example.com" }).total_discounts).toBe("0.00");
  });

  test("sees it in the cart, at the checkout and in the order, without a word of script", async () => {
    const shopper = new Shopper(store.api.running.urls.shopify);
    await signInAs(shopper, await goldMember());
    await shopper.send("/products/fern", "/cart/add", { id: sold["fern"] ?? "", quantity: "2" });
    const cart = (await shopper.get("/cart")).text;
    expect(cart).toContain("Gold price");
    expect(cart).toContain("£36.00");
    expect((await shopper.get("/checkout")).text).toContain("−£4.00");
    const german = (await shopper.get("/cart?locale=de")).text;
    expect(german).toContain("Gold-Preis");
  });
});

describe("a product for some only", () => {
  test("is sold to its members and to whoever carries the tag", async () => {
    expect(checkOut(await goldMember(), ["orchid"]).line_items).toHaveLength(1);
    const friend = store.newCustomer();
    perform({ do: "customer.update", customer: friend, tags: ["vault"] });
    expect(checkOut(friend, ["orchid"]).line_items).toHaveLength(1);
  });

  test("is refused by the checkout itself, whoever fiddles with the page", async () => {
    const bronze = store.newCustomer();
    await hear();
    const shopper = new Shopper(store.api.running.urls.shopify);
    await signInAs(shopper, bronze);
    await shopper.send("/products/fern", "/cart/add", { id: sold["orchid"] ?? "", quantity: "1" });
    const sentence = "orchid is only for members of these levels: Gold.";
    expect((await shopper.get("/cart")).text).toContain(sentence);
    const placed = await shopper.send("/checkout", "/checkout", {
      ...{ firstName: "A", lastName: "B", address1: "1 Hill", zip: "N1", city: "London", country: "UK" },
      do: "place",
    });
    expect(placed.status).toBe(422);
    expect(placed.text).toContain(sentence);
    expect(() => checkOut(bronze, ["orchid"])).toThrow(sentence);
  });

  test("asks a guest to sign in, however much of a member's address they type", () => {
    const email = "gold@example.com";
    perform({ do: "customer.create", email, tags: ["vault"] });
    expect(() => checkOut(null, ["orchid"], { email })).toThrow(/Sign in if that is you/);
  });
});

describe("what the app makes of the perks in the store", () => {
  test("is one discount and one validation, however often it is published", async () => {
    await save([PRICE, VAULT]);
    await requestReconciliation(app.services, shop, { cause: "staff" });
    await publish();
    expect(await inStore()).toEqual({ discounts: ["ACTIVE"], validations: [true] });
  });

  test("ends with the perks, and begins again with others", async () => {
    await save([VAULT]);
    expect(await inStore()).toEqual({ discounts: ["EXPIRED"], validations: [true] });
    await save([]);
    expect(await inStore()).toEqual({ discounts: ["EXPIRED"], validations: [false] });
    const member = store.newCustomer();
    expect(checkOut(member, ["orchid"]).line_items).toHaveLength(1);
    await save([{ ...PRICE, percent: "25" }, VAULT]);
    expect(await inStore()).toEqual({ discounts: ["ACTIVE"], validations: [true] });
    expect(checkOut(await goldMember(), ["fern"]).total_discounts).toBe("5.00");
  });

  test("is put right where staff have ended or deleted it", async () => {
    await save([PRICE, VAULT]);
    const { data } = await store.api.ask(WHAT);
    const [discount] = data.automaticDiscountNodes.nodes;
    const [validation] = data.validations.nodes;
    await store.api.ask(
      `mutation ($id: ID!) { discountAutomaticDeactivate(id: $id) { userErrors { message } } }`,
      discount,
    );
    await store.api.ask(
      `mutation ($id: ID!) { validationDelete(id: $id) { userErrors { message } } }`,
      validation,
    );
    expect(await inStore()).toEqual({ discounts: ["EXPIRED"], validations: [] });
    await requestReconciliation(app.services, shop, { cause: "staff" });
    await publish();
    expect(await inStore()).toEqual({ discounts: ["ACTIVE"], validations: [true] });
  });

  test("is told again when a perk begins or ends, and holds by itself until it is", async () => {
    const at = Date.now() + 2_000;
    const drop = { ...VAULT, kind: "early-access", publicAt: formatInstant(at - (at % 1000)) };
    await save([drop]);
    const bronze = store.newCustomer();
    expect(() => checkOut(bronze, ["orchid"])).toThrow(/For now, orchid is only for/);
    const due = await findPerksDue(app.db.sql, shop.id);
    expect(due).toBe(at - (at % 1000));
    const sleep = at - Date.now() + 50;
    await new Promise((resolve) => setTimeout(resolve, sleep));
    expect(checkOut(bronze, ["orchid"]).line_items, "the app has not been there").toHaveLength(1);
    expect(await listLeftovers(app.db.sql, Date.now())).toMatchObject([{ perks: true }]);
    app.clock.now = Date.now();
    await publish();
    expect(await inStore()).toMatchObject({ validations: [false] });
    expect(await findPerksDue(app.db.sql, shop.id)).toBeNull();
  });

  test("says which gift the store does not have, and gives the others", async () => {
    await save([GIFT, { ...GIFT, id: "gone", product: "not-there" }]);
    expect(app.complaints).toEqual([expect.stringContaining("not-there")]);
    expect(checkOut(await goldMember(), ["palm", "bulb"]).total_discounts).toBe("6.00");
  });

  test("stays to be done where the store refuses it", async () => {
    store.mishaps({ answer: "userErrors", operation: "MetafieldsSet" });
    await expect(save([{ ...PRICE, percent: "30" }])).rejects.toThrow("Refused on purpose");
    expect(await findPerksDue(app.db.sql, shop.id)).not.toBeNull();
    await publish();
    expect(checkOut(await goldMember(), ["fern"]).total_discounts).toBe("6.00");
  });

  test("is made once, though the answer to its making is lost", async () => {
    const { data } = await store.api.ask(WHAT);
    const remove = `mutation ($id: ID!) { discountAutomaticDelete(id: $id) { userErrors { message } } }`;
    await store.api.ask(remove, data.automaticDiscountNodes.nodes[0]);
    store.mishaps({ answer: "lost", operation: "DiscountAutomaticAppCreate" });
    await expect(save([{ ...PRICE, percent: "40" }])).rejects.toThrow();
    await publish();
    expect(await inStore()).toMatchObject({ discounts: ["ACTIVE"] });
    expect(checkOut(await goldMember(), ["fern"]).total_discounts).toBe("8.00");
  });
});
