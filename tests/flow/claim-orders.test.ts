import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../app/commerce/platform.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { leaveOrJoin } from "../../app/use-cases/membership/leave-or-join.ts";
import { deliver } from "../support/deliver.ts";
import { figuresOf, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { proxied } from "../support/proxied.ts";
import { startSandboxStore, type SandboxStore } from "../support/sandbox-store.ts";

const ANNA = "anna@example.com";

let app: TestPerennial;
let store: SandboxStore;
let shop: ShopRow;
let door: ProxyDoor;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
  store = await startSandboxStore(app.clock);
});
afterAll(async () => {
  await store.close();
  await app.close();
});

beforeEach(async () => {
  const domain = `claims-${++shops}.myshopify.com`;
  store.open(domain);
  shop = await app.install(domain, programme({}));
  app.services.platform = { ...app.services.platform, ...claiming(store) };
  door = proxyDoor(app.shopify, app.services);
  store.do(domain, { do: "product.create", title: "Mug", variants: [{ price: "10.00", sku: "MUG" }] });
  store.do(domain, { do: "customer.create", ref: "anna", email: ANNA });
  store.do(domain, { do: "customer.create", ref: "bert", email: "bert@example.com" });
  await tellAll();
});

/** Only what is asked for here comes from the sandbox; the rest is the test's own store. */
function claiming({ platform }: SandboxStore) {
  return { guestOrders: platform.guestOrders, assignOrder: platform.assignOrder };
}

async function tellAll(): Promise<void> {
  for (const { id, topic, body } of store.takeWebhooks(shop.domain))
    await deliver(app.door, { shop: shop.domain, topic, body, id });
  await app.settle(shop.domain);
}

async function asGuest(email: string | null, quantity = 1): Promise<void> {
  store.do(shop.domain, {
    do: "order.place",
    customer: null,
    ...(email === null ? {} : { email }),
    lines: [{ variant: "sku:MUG", quantity }],
    shipping: null,
  });
  await tellAll();
}

const idOf = (ref: string) => store.idOf(shop.domain, ref);
const ask = async (path: string, ref: string, json?: unknown) => {
  const response = await door(
    proxied({ shop: shop.domain, customer: idOf(ref), path, ...(json === undefined ? {} : { json }) }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

async function claim(ref: string) {
  const { token } = (await ask("member", ref)).body;
  const answer = await ask("claim", ref, { token });
  await tellAll();
  return answer;
}

const figures = (ref: string) => figuresOf(app, shop.domain, idOf(ref));

describe("orders that were placed without signing in", () => {
  test("are found by the verified address, put on the customer in the store, and earn by its word", async () => {
    await asGuest(ANNA, 3);
    await asGuest(ANNA.toUpperCase(), 2);
    await asGuest("bert@example.com");
    await asGuest(null);
    expect((await ask("account", "anna")).body.claimable).toBe(2);
    expect(await claim("anna")).toMatchObject({
      status: 200,
      body: {
        outcome: "claimed",
        found: 2,
        claimed: 2,
        text: "2 orders are yours now. Their points appear in a moment.",
      },
    });
    expect(await figures("anna")).toMatchObject({ available: 50n, earned: 50n });
    expect((await ask("account", "anna")).body.claimable).toBe(0);
  });

  test("are claimed once, however often they are asked for", async () => {
    await asGuest(ANNA);
    await claim("anna");
    expect((await claim("anna")).body).toMatchObject({ outcome: "claim-none", found: 0 });
    expect(await figures("anna")).toMatchObject({ earned: 10n });
  });

  test("of an address that contains theirs stay somebody else's", async () => {
    await asGuest(`not${ANNA}`);
    await asGuest(`${ANNA}.au`);
    expect((await claim("anna")).body.outcome).toBe("claim-none");
  });

  test("that belong to a customer already are left with them", async () => {
    store.do(shop.domain, {
      do: "order.place",
      customer: "ref:bert",
      email: ANNA,
      lines: [{ variant: "sku:MUG", quantity: 1 }],
      shipping: null,
    });
    await tellAll();
    expect((await claim("anna")).body.outcome).toBe("claim-none");
    expect(await figures("bert")).toMatchObject({ earned: 10n });
  });

  test("more than twenty take more than one asking, and none is lost", async () => {
    for (let n = 0; n < 23; n++) await asGuest(ANNA);
    expect((await claim("anna")).body).toMatchObject({ found: 23, claimed: 20 });
    expect((await claim("anna")).body).toMatchObject({ found: 3, claimed: 3 });
    expect(await figures("anna")).toMatchObject({ earned: 230n });
  });
});

describe("nothing is claimed", () => {
  test("by an address that the store has not verified", async () => {
    await asGuest(ANNA);
    app.services.platform.guestOrders = async () => ({ verified: false, orders: [] });
    expect(await claim("anna")).toMatchObject({ status: 409, body: { outcome: "claim-unverified" } });
    expect((await ask("account", "anna")).body.claimable).toBe(0);
  });

  test("by whoever has left the programme", async () => {
    await asGuest(ANNA);
    await leaveOrJoin(app.services, shop, { memberId: idOf("anna"), actor: "shopper", kind: "leave" });
    expect(await claim("anna")).toMatchObject({ status: 409, body: { outcome: "claim-out" } });
    expect((await ask("account", "anna")).body.claimable).toBe(0);
  });

  test("while the store does not answer, and the member is told that nothing is lost", async () => {
    app.services.platform.guestOrders = async () => {
      throw new StoreUnavailable("on purpose");
    };
    expect(await claim("anna")).toMatchObject({ status: 503, body: { outcome: "unavailable" } });
    expect((await ask("account", "anna")).body.claimable).toBe(0);
  });
});
