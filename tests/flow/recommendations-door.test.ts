/** What a shop's own pages are told when they ask for recommendations, and what nobody is told by asking. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveCatalogue, type SoldProduct } from "../../app/db/catalogue.ts";
import { pickId, readPickId } from "../../app/db/pick-ids.ts";
import { saveMemberPicks, saveProductPicks } from "../../app/db/picks.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { NO_PICKS, type Pick } from "../../app/insight/recommend/pick.ts";
import { FIRST_RULES } from "../../app/insight/recommend/rules.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { choosePicks } from "../../app/use-cases/picks/choose-picks.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { saveRules } from "../../app/use-cases/recommend/save-rules.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { proxied, type Proxied } from "../support/proxied.ts";

const DOMAIN = "recommendations-door.myshopify.com";
const BY = { staff: "1", role: "owner" } as const;
const [TEA, HONEY, JAM, CAKE, RARE] = ["501", "502", "503", "504", "505"];
const [ANN, BEN] = ["71", "72"];

let app: TestPerennial;
let shop: ShopRow;
let door: ProxyDoor;

const sold = (id: string, title: string, more: Partial<SoldProduct> = {}): SoldProduct => ({
  ...{ id, title, handle: `p-${id}`, vendor: "Nursery", productType: "Pantry", tags: [], collections: [] },
  ...{ price: 500n, cost: null, image: null, status: "active", published: true, tracked: true },
  ...{ inStock: true, giftCard: false, createdAt: NOON, ...more },
});

const together = (productId: string, withId: string): Pick => ({
  productId,
  evidence: { kind: "bought-together", with: withId, both: 41, buyers: 310 },
});

async function sell(...products: SoldProduct[]): Promise<void> {
  await saveCatalogue(app.db.sql, shop.id, { products, now: app.clock.now });
}

beforeAll(async () => {
  app = await startPerennialInTest();
  const tiers = { basis: "spend", levels: [{ id: "green", at: "0" }] };
  const perks = [{ id: "vault", kind: "exclusive", tiers: ["green"], match: { productTags: ["rare"] } }];
  const rewards = [{ id: "five", kind: "amount", cost: 50, value: "5.00" }];
  shop = await app.install(DOMAIN, programme({ rewards, tiers, perks }));
  for (const id of [ANN, BEN])
    await deliver(app.door, { shop: DOMAIN, topic: "customers/create", payload: customer(id) });
  await app.settle(DOMAIN);
});
afterAll(() => app.close());

beforeEach(async () => {
  door = proxyDoor(app.shopify, app.services);
  await sell(
    sold(TEA, "Green tea"),
    sold(HONEY, "Forest honey", { image: "https://cdn.shopify.com/honey.jpg" }),
    sold(JAM, "Cherry jam"),
    sold(CAKE, "Plum cake"),
    sold(RARE, "Rare salt", { tags: ["rare"] }),
  );
  const now = app.clock.now;
  const picks = new Map([
    [TEA, [together(HONEY, TEA), together(JAM, TEA), together(RARE, TEA)]],
    [HONEY, [together(CAKE, HONEY), together(TEA, HONEY)]],
  ]);
  await saveProductPicks(app.db.sql, shop.id, { picks, now });
  const own = {
    ...NO_PICKS,
    again: [{ productId: TEA, evidence: { kind: "bought-again", times: 3, last: "2026-06-10" } as const }],
    reachable: [{ productId: JAM, evidence: reachable }],
  };
  await saveMemberPicks(app.db.sql, shop.id, { picks: new Map([[ANN, own]]), now });
});
const reachable = { kind: "reachable", rewardId: "five", points: "50", available: "60" } as const;

interface Told {
  product: string;
  text: string;
  pick: string;
  [more: string]: unknown;
}

interface Answer {
  beside: Told[];
  member: Record<"due" | "again" | "fresh" | "reachable", Told[]> | null;
}

async function asks(query: Record<string, string>, more: Partial<Proxied> = {}) {
  const response = await door(proxied({ shop: DOMAIN, path: "recommendations", query, ...more }));
  const body = (await response.json()) as Answer;
  return { status: response.status, headers: response.headers, body };
}
const ids = (told: readonly Told[] | undefined) => told?.map(({ product }) => product);

describe("a guest", () => {
  test("with a product open is told what goes with it, why, and what to count it by", async () => {
    const { status, headers, body } = await asks({ product: TEA });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, no-store");
    const pick = pickId(shop, { list: "beside", sourceId: TEA, productId: HONEY });
    expect(body.beside[0]).toEqual({
      ...{ product: HONEY, title: "Forest honey", handle: "p-502", pick },
      image: "https://cdn.shopify.com/honey.jpg",
      evidence: { kind: "bought-together", with: TEA, both: 41, buyers: 310 },
      text: "41 of the 310 people who bought Green tea also bought this.",
    });
    expect(body.member).toBeNull();
  });

  test.each([
    ["de", "41 von 310 Personen, die Green tea gekauft haben, kauften auch dies."],
    ["ja", "Green teaを購入した310人のうち41人がこちらも購入しました。"],
    ["xx", "41 of the 310 people who bought Green tea also bought this."],
  ])("is told so in the language asked for: %s", async (locale, text) => {
    expect((await asks({ product: TEA, locale })).body.beside[0]?.text).toBe(text);
  });

  test("with a basket is told what goes with its products by turns, and nothing that is in it", async () => {
    expect(ids((await asks({ basket: `${TEA},${HONEY}` })).body.beside)).toEqual([CAKE, JAM]);
  });

  test("is told nothing of a product that nobody knows", async () => {
    const { status, body } = await asks({ product: "999999" });
    expect([status, body.beside]).toEqual([200, []]);
  });

  test.each([
    ["words for ids", { product: "tea" }],
    ["an id too long for one", { product: "1".repeat(19) }],
    ["a statement", { basket: "501);DROP TABLE member" }],
  ])("cannot ask with %s", async (_, query) => {
    expect((await asks(query)).status).toBe(422);
  });
});

test("a basket of 1,000 lines is answered by its first ones", async () => {
  const basket = [TEA, ...Array.from({ length: 999 }, (_, n) => String(9_000 + n))].join(",");
  const { status, body } = await asks({ basket });
  expect([status, ids(body.beside)]).toEqual([200, [HONEY, JAM]]);
});

describe("what is never told of, whatever was worked out before", () => {
  test("what is sold out, and what is there no more", async () => {
    await sell(
      sold(HONEY, "Forest honey", { inStock: false }),
      sold(JAM, "Cherry jam", { published: false }),
    );
    expect((await asks({ product: TEA })).body.beside).toEqual([]);
  });

  test("what the merchant left out, and anything once it is switched off", async () => {
    const change = async (rules: object, revision: number) =>
      saveRules(app.services, shop, { rules: { ...FIRST_RULES, ...rules }, revision, by: BY });
    await change({ excluded: [{ by: "product", value: HONEY }] }, 0);
    expect(ids((await asks({ product: TEA })).body.beside)).toEqual([JAM]);
    await change({ on: false }, 1);
    const { body } = await asks({ product: TEA }, { customer: ANN });
    expect([body.beside, Object.values(body.member ?? {}).flat()]).toEqual([[], []]);
    await change({}, 2);
  });

  test("what only a level may buy, to anybody else", async () => {
    expect(ids((await asks({ product: TEA })).body.beside)).not.toContain(RARE);
    expect(ids((await asks({ product: TEA }, { customer: ANN })).body.beside)).toContain(RARE);
  });
});

describe("a member", () => {
  test("has lists of their own, and nobody else has them by asking", async () => {
    const { body } = await asks({}, { customer: ANN });
    expect(ids(body.member?.again)).toEqual([TEA]);
    expect(body.member?.again[0]?.text).toBe("You bought this 3 times, last on Jun 10, 2026.");
    expect(body.beside).toEqual([]);
    for (const name of ["customer", "customer_id", "member"]) {
      const query = { [name]: ANN };
      expect((await asks(query)).body.member).toBeNull();
      expect((await asks(query, { customer: BEN })).body.member?.again).toEqual([]);
    }
  });

  test("is offered for points only what they still reach", async () => {
    expect((await asks({}, { customer: ANN })).body.member?.reachable).toEqual([]);
    const change = {
      memberId: ANN,
      points: 60n,
      reason: "Test",
      key: "sixty",
      actor: "1",
      role: "owner",
    } as const;
    await adjustPoints(app.services, shop, change);
    const [jam] = (await asks({}, { customer: ANN })).body.member?.reachable ?? [];
    expect(jam).toMatchObject({ product: JAM, text: "Yours for 50 points.", evidence: { points: 50 } });
  });

  test("sees nothing that they said is not for them", async () => {
    const pick = pickId(shop, { list: "beside", sourceId: TEA, productId: HONEY });
    await refusePick(app.services, shop, { memberId: BEN, pick });
    expect(ids((await asks({ product: TEA }, { customer: ANN })).body.beside)).toContain(HONEY);
    await saveMemberPicks(app.db.sql, shop.id, { picks: new Map([[BEN, NO_PICKS]]), now: app.clock.now });
    expect(ids((await asks({ product: TEA }, { customer: BEN })).body.beside)).not.toContain(HONEY);
  });

  test("who wants none, or goes without for comparison's sake, has empty lists", async () => {
    await choosePicks(app.services, shop, { memberId: ANN, wanted: false });
    expect(Object.values((await asks({}, { customer: ANN })).body.member ?? {}).flat()).toEqual([]);
    await choosePicks(app.services, shop, { memberId: ANN, wanted: true });
    expect(ids((await asks({}, { customer: ANN })).body.member?.again)).toEqual([TEA]);
    await setControlGroup(app.services, shop, { share: 2_000, shown: 0, by: BY });
    const isControl = await controlGroupTest(app.services, shop);
    const control = Array.from({ length: 200 }, (_, n) => String(1_000 + n)).find(isControl) ?? "";
    await deliver(app.door, { shop: DOMAIN, topic: "customers/create", payload: customer(control) });
    await app.settle(DOMAIN);
    const own = { ...NO_PICKS, fresh: [together(HONEY, TEA)] };
    await saveMemberPicks(app.db.sql, shop.id, { picks: new Map([[control, own]]), now: app.clock.now });
    const { beside, member } = (await asks({ product: TEA }, { customer: control })).body;
    expect([ids(beside), Object.values(member ?? {}).flat()]).toEqual([[HONEY, JAM, RARE], []]);
    await setControlGroup(app.services, shop, { share: 0, shown: 2_000, by: BY });
    expect(ids((await asks({}, { customer: control })).body.member?.fresh)).toEqual([HONEY]);
  });
});

describe("at the door", () => {
  test("whoever signs it otherwise, or names two customers, is told nothing", async () => {
    const signed = proxied({ shop: DOMAIN, path: "recommendations", customer: BEN });
    const stolen = new Request(
      signed.url.replace(`logged_in_customer_id=${BEN}`, `logged_in_customer_id=${ANN}`),
    );
    expect((await door(stolen)).status).toBe(400);
    const both = new Request(`${signed.url}&logged_in_customer_id=${ANN}`);
    expect((await door(both)).status).toBe(400);
    expect((await door(new Request("http://localhost/proxy/recommendations?product=501"))).status).toBe(400);
  });

  test("names cannot be made by hand, and nothing is asked for by sending", async () => {
    const [honey] = (await asks({ product: TEA })).body.beside;
    expect(readPickId(shop, honey?.pick ?? "")).toEqual({ list: "beside", sourceId: TEA, productId: HONEY });
    const sent = await door(proxied({ shop: DOMAIN, path: "recommendations", json: {} }));
    expect(sent.status).toBe(405);
  });

  test("a member who asks without end has to wait, and nobody else does", async () => {
    const statuses = [];
    for (let n = 0; n < 121; n++) statuses.push((await asks({}, { customer: BEN })).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await asks({}, { customer: ANN })).status).toBe(200);
  });
});
