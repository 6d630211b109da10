import { beforeAll, describe, expect, test } from "vitest";
import { restatePicks } from "../../app/db/experiment-members.ts";
import { listLeftovers } from "../../app/db/leftovers.ts";
import { pickId } from "../../app/db/pick-ids.ts";
import { listUnpublishedMemberPicks, markPublished, saveProductPicks } from "../../app/db/picks.ts";
import { listVersions } from "../../app/db/programmes.ts";
import type { Pick } from "../../app/insight/recommend/pick.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { handleEvents } from "../../app/use-cases/handle-events.ts";
import { leaveOrJoin } from "../../app/use-cases/membership/leave-or-join.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { signInAs } from "../../sandbox/storefront/testing/shopper.ts";
import { proxied } from "../support/proxied.ts";
import {
  app,
  counted,
  hear,
  id,
  member,
  perform,
  publish,
  recommendTo,
  shop,
  shopper,
  startPicks,
  store,
  together,
} from "../support/shop-with-picks.ts";

startPicks();

let proxy: ProxyDoor;
beforeAll(() => {
  proxy = proxyDoor(app.shopify, app.services);
});

async function recommendBeside(handle: string, ...others: string[]): Promise<void> {
  const picks = new Map([[id(handle), others.map((other) => together(other, handle))]]);
  await saveProductPicks(app.db.sql, shop.id, { picks, now: app.clock.now });
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
