import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countPickEvents, type PickCounts } from "../../app/db/pick-events.ts";
import { pickId } from "../../app/db/pick-ids.ts";
import { restatePicks } from "../../app/db/experiment-members.ts";
import {
  listUnpublishedMemberPicks,
  markPublished,
  saveMemberPicks,
  saveProductPicks,
} from "../../app/db/picks.ts";
import { listLeftovers } from "../../app/db/leftovers.ts";
import { listVersions } from "../../app/db/programmes.ts";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick } from "../../app/insight/recommend/pick.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { pixelDoor, SENT_FROM, type PixelDoor } from "../../app/pixel.server.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { handleEvents } from "../../app/use-cases/handle-events.ts";
import { publishPicks } from "../../app/use-cases/picks/publish-picks.ts";
import { leaveOrJoin } from "../../app/use-cases/membership/leave-or-join.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { startPixel } from "../../app/use-cases/picks/start-pixel.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { Shopper, signInAs } from "../../sandbox/storefront/testing/shopper.ts";
import { findBody, listDeliveries } from "../../sandbox/webhooks/queue.ts";
import { deliver } from "../support/deliver.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { proxied } from "../support/proxied.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

const OTHER = "other-picks.myshopify.com";

/** The whole way: what was worked out, what the store shows of it, and what comes back from shoppers. */
let app: TestPerennial;
let store: SandboxedStore;
let shop: ShopRow;
let proxy: ProxyDoor;
let pixel: PixelDoor;
let member: string;
/** Ids of products by their handles. */
const sold: Record<string, string> = {};

beforeAll(async () => {
  store = await startSandboxedStore();
  app = await startPerennialInTest();
  await app.install(OTHER, programme({}));
  app.services.platform = store.platform;
  app.clock.now = Date.now();
  for (const handle of ["fern", "pot", "soil", "mister"]) sold[handle] = sell(handle);
  shop = await app.install(store.shop, programme({}));
  proxy = proxyDoor(app.shopify, app.services);
  pixel = pixelDoor(app.services);
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

const perform = (action: Action) => store.api.running.sandbox.perform(store.shop, action);
const id = (handle: string) => sold[handle] ?? "";
const shopper = () => new Shopper(store.api.running.urls.shopify);
const publish = () => publishPicks(app.services, shop.id);

function sell(handle: string): string {
  const variants = [{ price: "12.00", inventory: 5 }];
  const { product } = perform({ do: "product.create", title: `The ${handle}`, handle, variants });
  return product?.id ?? "";
}

async function hear(): Promise<void> {
  const { store: state } = store.api.running.sandbox;
  for (const delivery of listDeliveries(state, { limit: -1 }).reverse()) {
    const body = findBody(state, delivery.bodyId) ?? "";
    await deliver(app.door, { shop: store.shop, topic: delivery.topic, id: delivery.webhookId, body });
  }
  await app.settle(store.shop);
}

const together = (handle: string, withHandle: string): Pick => ({
  productId: id(handle),
  evidence: { kind: "bought-together", with: id(withHandle), both: 41, buyers: 310 },
});

async function recommendBeside(handle: string, ...others: string[]): Promise<void> {
  const picks = new Map([[id(handle), others.map((other) => together(other, handle))]]);
  await saveProductPicks(app.db.sql, shop.id, { picks, now: app.clock.now });
}

async function recommendTo(memberId: string, lists: Partial<MemberPicks>): Promise<void> {
  const picks = new Map([[memberId, { ...NO_PICKS, ...lists }]]);
  await saveMemberPicks(app.db.sql, shop.id, { picks, now: app.clock.now });
}

async function forYou(): Promise<string> {
  const visitor = shopper();
  await signInAs(visitor, member);
  return plain((await visitor.get("/pages/rewards")).text);
}

/** Without the elements that only say which way a part of a sentence runs. */
function plain(markup: string): string {
  return markup.replaceAll(/<\/?bdi>/g, "");
}

async function counted(handle: string): Promise<PickCounts | undefined> {
  const counts = await countPickEvents(app.db.sql, shop.id, { since: app.clock.now - 86_400_000 });
  return counts.find(({ productId }) => productId === id(handle));
}

function tells(
  from: string,
  events: object[],
  { domain = store.shop, browser = "", door = pixel } = {},
): Promise<Response> {
  const body = JSON.stringify({ shop: domain, events });
  const headers = { "content-length": String(body.length), "user-agent": browser, [SENT_FROM]: from };
  return door(new Request("http://localhost/pixel", { method: "POST", headers, body }));
}

describe("what stands beside a product", () => {
  test("is shown to guests on its page and in their cart, and goes into the cart by a form", async () => {
    await recommendBeside("fern", "pot", "soil");
    await publish();
    const guest = shopper();
    const page = plain((await guest.get("/products/fern")).text);
    expect(page).toContain("41 of the 310 people who bought The fern also bought this.");
    expect(page.match(/class="perennial-pick"/g)).toHaveLength(2);
    const variant = /name="id" value="(\d+)">\s*<input type="hidden" name="properties/.exec(page)?.[1] ?? "";
    const pick = pickId(shop, { list: "beside", sourceId: id("fern"), productId: id("pot") });
    await guest.send("/products/fern", "/cart/add", { id: variant, "properties[_perennial]": pick });
    expect((await guest.get("/cart")).text).not.toContain(pick);
  });

  test("is not shown once it is sold out or gone, without anything being published", async () => {
    perform({ do: "product.update", product: id("pot"), variants: [{ price: "12.00", inventory: 0 }] });
    perform({ do: "product.update", product: id("soil"), status: "draft" });
    expect((await shopper().get("/products/fern")).text).not.toContain("perennial-pick");
    perform({ do: "product.update", product: id("pot"), variants: [{ price: "12.00", inventory: 5 }] });
    perform({ do: "product.update", product: id("soil"), status: "active" });
  });

  test("is published once, and again when it changes", async () => {
    expect((await leftovers())?.picks ?? false).toBe(false);
    await recommendBeside("fern", "soil");
    expect((await leftovers())?.picks).toBe(true);
    await publish();
    expect(metafieldOf("PRODUCT", id("fern")).value).not.toContain(id("pot"));
    await recommendBeside("fern");
    await publish();
    expect(
      store.api.running.sandbox.store.collection(store.shop, "metafield").find(place("PRODUCT", id("fern"))),
    ).toBeNull();
  });

  test("reaches the others where the store has one of the owners no more", async () => {
    const gone = store.newCustomer();
    await hear();
    await recommendTo(gone, { fresh: [together("pot", "fern")] });
    await recommendTo(member, { fresh: [together("pot", "fern")] });
    await app.db.sql.query(`UPDATE member_picks SET member_id = 99 WHERE member_id = $1`, [gone]);
    await publish();
    expect(metafieldOf("CUSTOMER", member).value).toContain(id("pot"));
    expect(app.complaints).toEqual([]);
  });
});

describe("what is recommended to a member", () => {
  test("stands on the rewards page with its reasons, and names nobody", async () => {
    const again: Pick = {
      productId: id("soil"),
      evidence: { kind: "bought-again", times: 3, last: "2026-10-02" },
    };
    await recommendTo(member, { again: [again], fresh: [together("pot", "fern")] });
    await publish();
    const page = await forYou();
    expect(page).toContain("Buy again");
    expect(page).toContain("41 of the 310 people who bought The fern also bought this.");
    expect(metafieldOf("CUSTOMER", member, "picks_why").value.length).toBeLessThan(1_000);
  });

  test("leaves out what they refuse, and stays so", async () => {
    const pick = pickId(shop, { list: "fresh", sourceId: null, productId: id("pot") });
    const asked = await proxy(
      proxied({ shop: store.shop, customer: member, path: "refuse", query: { pick } }),
    );
    const token = /name="token" value="([^"]+)"/.exec(await asked.text())?.[1] ?? "";
    const sent = { shop: store.shop, customer: member, path: "refuse", json: { pick, token } };
    for (const _twice of [1, 2]) expect((await proxy(proxied(sent))).status).toBe(200);
    await publish();
    expect(await forYou()).not.toContain("people who bought The fern");
    await recommendTo(member, { fresh: [together("pot", "fern"), together("mister", "fern")] });
    await publish();
    expect(await forYou()).toContain("The mister");
    expect(await forYou()).not.toContain("The pot");
    expect(await counted("pot")).toMatchObject({ list: "fresh", refused: 1 });
  });

  test("is not there for whoever wants none, and comes back when they do", async () => {
    await choose("off");
    await publish();
    expect(await forYou()).not.toContain("perennial-pick");
    expect(await account()).toMatchObject({ recommendations: false, messages: false });
    await choose("on");
    await publish();
    expect(await forYou()).toContain("The mister");
  });

  test("goes for whoever says so while it is just being written", async () => {
    await recommendTo(member, { fresh: [together("mister", "soil")] });
    let said = false;
    app.services.platform = {
      ...store.platform,
      publishPicks: async (...asked) => {
        const refused = await store.platform.publishPicks(...asked);
        if (!said) await choose("off");
        said = true;
        return refused;
      },
    };
    await publish();
    app.services.platform = store.platform;
    expect(await forYou()).not.toContain("perennial-pick");
    await choose("on");
    await publish();
  });

  test("goes for whoever an experiment takes it from while it is just being written", async () => {
    const [row] = await listUnpublished();
    expect(row).toBeUndefined();
    await recommendTo(member, { fresh: [together("mister", "fern")] });
    const published = await listUnpublished();
    await app.db.inShop(shop.id, (tx) => restatePicks(tx, "everybody"));
    await markPublished(app.db.sql, "member_picks", { shopId: shop.id, published, now: app.clock.now });
    expect((await listUnpublished()).map(({ id: whose }) => whose)).toContain(member);
    await publish();
  });

  test("goes for whoever leaves, and comes back with them", async () => {
    const terms = { memberId: member, actor: "shopper" };
    await leaveOrJoin(app.services, shop, { ...terms, kind: "leave" });
    await publish();
    expect(await forYou()).not.toContain("perennial-pick");
    await leaveOrJoin(app.services, shop, { ...terms, kind: "join" });
    await publish();
    expect(await forYou()).toContain("The mister");
  });

  test("goes for whoever is shut out among many at once", async () => {
    const versions = await listVersions(app.db.sql, shop.id);
    const happens = (kind: "block" | "unblock") =>
      app.db.inShop(shop.id, (tx) => {
        const command = { event: { kind, customerId: member }, actor: "1", eventId: `many-${kind}` };
        return handleEvents(app.services, tx, { shop, versions }, [command]);
      });
    await happens("block");
    await publish();
    expect(await forYou()).not.toContain("perennial-pick");
    await happens("unblock");
    await publish();
    expect(await forYou()).toContain("The mister");
  });

  test("leaves out what the other of two refused who became one", async () => {
    const twin = store.newCustomer();
    await hear();
    await recommendTo(member, { fresh: [together("mister", "soil"), together("fern", "soil")] });
    await publish();
    const pick = pickId(shop, { list: "fresh", sourceId: null, productId: id("fern") });
    await refusePick(app.services, shop, { memberId: twin, pick });
    expect(metafieldOf("CUSTOMER", member).value).toContain(id("fern"));
    perform({ do: "customer.merge", keep: member, remove: twin });
    await hear();
    await publish();
    expect(metafieldOf("CUSTOMER", member).value).not.toContain(id("fern"));
  });

  const listUnpublished = () => listUnpublishedMemberPicks(app.db.sql, shop.id, 10);

  async function choose(recommendations: "on" | "off"): Promise<void> {
    const { token } = await account();
    const json = { recommendations, token };
    const answer = await proxy(proxied({ shop: store.shop, customer: member, path: "preferences", json }));
    expect(answer.status).toBe(200);
  }

  async function account(): Promise<{ token: string }> {
    const answer = await proxy(proxied({ shop: store.shop, customer: member, path: "account" }));
    return (await answer.json()) as { token: string };
  }
});

describe("what comes back", () => {
  const beside = () => pickId(shop, { list: "beside", sourceId: id("fern"), productId: id("mister") });

  test("counts a visitor once a day for each recommendation", async () => {
    for (const from of ["192.0.2.1", "192.0.2.1", "192.0.2.2"])
      expect((await tells(from, [{ event: "shown", pick: beside() }])).status).toBe(204);
    await tells("192.0.2.1", [{ event: "clicked", pick: beside() }]);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1, bought: 0 });
  });

  test("forgets by itself on the next day who was counted, and keeps the counts", async () => {
    app.clock.now += DAY;
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).toContain(shop.id);
    await forgetOld(app.services, shop.id);
    app.clock.now -= DAY;
    expect(await app.db.sql.query(`SELECT FROM pick_visit WHERE shop_id = $1`, [shop.id])).toEqual([]);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1 });
  });

  test("counts nothing that the shop never recommended, however it is written", async () => {
    const forged = beside().replace(/.{10}$/, "aaaaaaaaaa");
    await tells("192.0.2.3", [{ event: "shown", pick: forged }]);
    expect((await tells("192.0.2.3", [{ event: "bought", pick: beside() }])).status).toBe(422);
    expect((await tells("192.0.2.3", [{ event: "shown", pick: "x".repeat(9_000) }])).status).toBe(413);
    expect(
      (await tells("192.0.2.3", [{ event: "shown", pick: beside() }], { domain: "other.myshopify.com" }))
        .status,
    ).toBe(204);
    expect(await counted("mister")).toMatchObject({ shown: 2, clicked: 1 });
  });

  test("listens to one sender only so often", async () => {
    const sent = Array.from({ length: 61 }, () => tells("192.0.2.4", [{ event: "shown", pick: "x" }]));
    expect((await Promise.all(sent)).map(({ status }) => status)).toContain(429);
  });

  test("counts no crowd that one sender invents by naming browsers, nor by addresses of one network", async () => {
    const pick = pickId(shop, { list: "beside", sourceId: id("fern"), productId: id("soil") });
    const shown = [{ event: "shown", pick }];
    const network = "2001:db8:0:7";
    for (const end of ["1", "2"]) await tells(`${network}::${end}`, shown, { browser: "A" });
    expect(await counted("soil")).toMatchObject({ shown: 1 });
    await tells(`${network}::1`, shown, { browser: "B" });
    expect(await counted("soil")).toMatchObject({ shown: 2 });
    await app.db.sql.query(
      `INSERT INTO pick_visit (shop_id, day, visitor, event, pick, sender)
       SELECT shop_id, day, 'browser ' || n, event, pick, sender FROM generate_series(1, 2000) AS n,
         (SELECT * FROM pick_visit WHERE shop_id = $1 AND pick = $2 LIMIT 1) AS sent`,
      [shop.id, pick.split(".").slice(0, 3).join(".")],
    );
    await tells(`${network}::1`, shown, { browser: "C" });
    expect(await counted("soil")).toMatchObject({ shown: 2 });
    await tells("192.0.2.9", shown, { browser: "C" });
    expect(await counted("soil")).toMatchObject({ shown: 3 });
  });

  test("listens to no shop so often that another is not heard", async () => {
    const door = pixelDoor(app.services, { ofAShop: 1 });
    const told = [{ event: "shown", pick: "x" }];
    for (const status of [204, 429]) expect((await tells("192.0.2.10", told, { door })).status).toBe(status);
    expect((await tells("192.0.2.11", told, { domain: OTHER, door })).status).toBe(204);
  });

  test("knows what was bought from the orders, also of guests, and believes no property on another product", async () => {
    const variantOf = (handle: string) =>
      store.api.running.sandbox.store.collection(store.shop, "product").find(id(handle))?.variants[0]?.id ??
      "";
    const properties = [{ name: "_perennial", value: beside() }];
    const line = (handle: string) => ({ variant: variantOf(handle), quantity: 1, properties });
    perform({ do: "order.place", customer: member, lines: [line("mister"), line("soil")] });
    perform({ do: "order.place", lines: [line("mister")] });
    await hear();
    expect(await counted("mister")).toMatchObject({ bought: 2 });
    expect(await counted("soil")).toMatchObject({ bought: 0 });
  });

  test("is asked for at the installation, and again without a second pixel", async () => {
    for (const address of ["https://old.example", "https://new.example"])
      await startPixel(app.services, shop, address);
    const pixels = store.api.running.sandbox.store.collection(store.shop, "webPixel").list();
    expect(pixels.map(({ settings }) => settings)).toEqual([
      { address: "https://new.example/pixel", shop: store.shop },
    ]);
    expect((await shopper().get("/")).text).not.toContain("web-pixel.js");
    expect((await shopper().get("/?analytics=on")).text).toContain("web-pixel.js");
  });
});

function place(owner: "PRODUCT" | "CUSTOMER", ownerId: string, key = "picks"): string {
  const found = store.api.running.sandbox.store
    .collection(store.shop, "metafield")
    .findBy("owner", `${owner}/${ownerId}`)
    .find((metafield) => metafield.key === key);
  return found?.id ?? "";
}

function metafieldOf(owner: "PRODUCT" | "CUSTOMER", ownerId: string, key = "picks") {
  const found = store.api.running.sandbox.store
    .collection(store.shop, "metafield")
    .find(place(owner, ownerId, key));
  if (found === null) throw new Error(`${owner} ${ownerId} has no ${key}`);
  return found;
}

async function leftovers() {
  return (await listLeftovers(app.db.sql, app.clock.now)).find(({ shopId }) => shopId === shop.id);
}
