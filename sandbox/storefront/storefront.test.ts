import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addRedeemCode } from "../commerce/codes/redeem-codes.ts";
import { issueGiftCard } from "../commerce/gift-cards.ts";
import { credit, openAccount } from "../commerce/store-credit.ts";
import { startSandbox, type RunningSandbox } from "../server.ts";
import type { Order } from "../state/types.ts";
import { Shopper, signInAs } from "./testing/shopper.ts";

let running: RunningSandbox;
let shop: string;

beforeAll(async () => {
  running = await startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl: "http://127.0.0.1:9" });
  shop = running.sandbox.defaultShop().domain;
  const perform = running.sandbox.perform.bind(running.sandbox, shop);
  perform({ do: "collection.create", title: "Ferns <b>", handle: "ferns" });
  perform({
    do: "product.create",
    title: "Moss & fern <script>",
    handle: "fern-test",
    options: ["Size"],
    collections: ["ferns"],
    variants: [
      { price: "24.00", options: ["Small"], sku: "F-S", inventory: 5 },
      { price: "38.50", options: ["Large"], sku: "F-L", inventory: 5 },
    ],
  });
  perform({
    do: "product.create",
    title: "Hidden",
    handle: "hidden",
    status: "draft",
    variants: [{ price: "1.00" }],
  });
  perform({ do: "customer.create", email: "ada.test@example.com", firstName: "Ada", lastName: "Test" });
});

afterAll(async () => {
  await running.close();
});

const ADDRESS = {
  firstName: "Ada",
  lastName: "Test",
  address1: "1 Hill",
  zip: "N1",
  city: "London",
  country: "United Kingdom",
};

function variant(position: number): string {
  const product = running.store.collection(shop, "product").firstBy("handle", "fern-test");
  return product?.variants[position]?.id ?? "";
}

function lastOrder(): Order {
  const [order] = running.store.collection(shop, "order").list({ reverse: true, limit: 1 });
  if (!order) throw new Error("no order was placed");
  return order;
}

let shopper: Shopper;
beforeEach(() => {
  shopper = new Shopper(running.urls.shopify);
});

async function signIn(): Promise<string> {
  const id = running.store.collection(shop, "customer").firstBy("email", "ada.test@example.com")?.id ?? "";
  await signInAs(shopper, id);
  return id;
}

describe("the shop", () => {
  it("has its pages, and says so where there is none", async () => {
    for (const path of [
      "/",
      "/collections",
      "/collections/all",
      "/collections/ferns",
      "/search?q=fern",
      "/pages/rewards",
    ])
      expect((await shopper.get(path)).status, path).toBe(200);
    for (const path of [
      "/products/none",
      "/products/hidden",
      "/collections/none",
      "/pages/none",
      "/checkout/thank-you/1",
    ]) {
      const page = await shopper.get(path);
      expect(page.status, path).toBe(404);
      expect(page.text).toContain("Nothing grows here");
    }
  });

  it("escapes what merchants write", async () => {
    const page = await shopper.get("/products/fern-test");
    expect(page.text).toContain("Moss &amp; fern &lt;script&gt;");
    expect(page.text).not.toContain("fern <script>");
    expect((await shopper.get('/search?q="><script>')).text).not.toContain('"><script>');
  });

  it("sells the variant that the address names", async () => {
    expect((await shopper.get("/products/fern-test")).text).toContain("£24.00");
    const large = await shopper.get(`/products/fern-test?variant=${variant(1)}`);
    expect(large.text).toContain("£38.50");
    expect(large.text).toContain(`name="id" value="${variant(1)}"`);
  });

  it("speaks the visitor's language from then on", async () => {
    expect((await shopper.get("/?locale=fr")).text).toContain('lang="fr"');
    expect((await shopper.get("/cart")).text).toContain("Votre panier est vide.");
    const chosen = await shopper.send("/cart", "/localization", {
      locale_code: "de",
      return_to: "//elsewhere.example/",
    });
    expect(chosen.to).toBe("/");
    expect((await shopper.get("/cart")).text).toContain("Dein Warenkorb ist leer.");
  });
});

describe("buying", () => {
  it("takes a guest from the product to a paid order", async () => {
    await shopper.send("/products/fern-test", "/cart/add", { id: variant(0), quantity: "2" });
    await shopper.send("/products/fern-test", "/cart/add", { id: variant(1) });
    const cart = await shopper.get("/cart");
    expect(cart.text).toContain("£86.50");
    await shopper.send("/cart", "/cart/change", { [`updates[${variant(0)}]`]: "1" });
    const placed = await shopper.send("/checkout", "/checkout", {
      ...ADDRESS,
      email: "guest@example.com",
      tip: "2,50",
    });
    expect(placed.to).toMatch(/^\/checkout\/thank-you\/\d+$/);
    expect(lastOrder().customerId).toBeNull();
    expect(lastOrder().payload).toMatchObject({
      financial_status: "paid",
      email: "guest@example.com",
      subtotal_price: "62.50",
      total_tip_received: "2.50",
    });
    expect((await shopper.get(placed.to ?? "")).text).toContain("guest@example.com");
    expect((await shopper.get("/cart")).text).toContain("Your cart is empty.");
    expect((await new Shopper(running.urls.shopify).get(placed.to ?? "")).status).toBe(404);
  });

  it("places a signed-in customer's order in their name, with their payment still to come", async () => {
    const id = await signIn();
    await shopper.send("/products/fern-test", "/cart/add", { id: variant(0) });
    const placed = await shopper.send("/checkout", "/checkout", {
      ...ADDRESS,
      payment: "pending",
      delivery: "collect",
    });
    expect(placed.status).toBe(303);
    expect(lastOrder().customerId).toBe(id);
    expect(lastOrder().payload).toMatchObject({ financial_status: "pending", total_price: "24.00" });
    expect((await shopper.get("/account")).text).toContain("Waiting for payment");
    expect(running.store.collection(shop, "customer").find(id)?.address?.city).toBe("London");
  });

  it("says what is missing and keeps what was written", async () => {
    await shopper.send("/products/fern-test", "/cart/add", { id: variant(0) });
    const before = running.store.collection(shop, "order").count();
    const page = await shopper.send("/checkout", "/checkout", {
      ...ADDRESS,
      city: "",
      email: "nobody",
      tip: "a lot",
    });
    expect(page.status).toBe(422);
    for (const fault of ["an e-mail address", "give a town", "the tip as an amount"])
      expect(page.text).toContain(fault);
    expect(page.text).toContain('value="1 Hill"');
    expect(running.store.collection(shop, "order").count()).toBe(before);
  });

  describe("with codes", () => {
    const discount = (code: string, fields: object = {}) => {
      const { sandbox } = running;
      const id = sandbox.store.nextId("discount");
      sandbox.store.collection(shop, "discount").put({
        ...{ id, title: code, tags: [], startsAt: "2020-01-01T00:00:00Z", endsAt: null, customerIds: null },
        ...{ usageLimit: 1, oncePerCustomer: false, minimum: null, createdAt: "", updatedAt: "" },
        combinesWith: { order: false, product: false, shipping: false },
        rule: { kind: "basic", items: { all: true }, value: { amount: "5.00", onEachItem: false } },
        ...fields,
      });
      addRedeemCode(sandbox, shop, id, code);
    };
    const fillCart = () => shopper.send("/products/fern-test", "/cart/add", { id: variant(0) });
    const press = (deed: string, fields: Record<string, string> = {}) =>
      shopper.send("/checkout", "/checkout", { ...ADDRESS, do: deed, ...fields });

    it("takes one off, keeps what was written, and uses it with the order", async () => {
      discount("FERN5");
      await fillCart();
      const entered = await press("code", { code: " fern5 ", email: "guest@example.com" });
      expect(entered.status).toBe(200);
      for (const text of ["−£5.00", "FERN5", 'value="1 Hill"', 'value="guest@example.com"'])
        expect(entered.text).toContain(text);
      const placed = await press("place", { email: "guest@example.com" });
      expect(lastOrder().payload.discount_codes).toEqual([
        { code: "FERN5", amount: "5.00", type: "fixed_amount" },
      ]);
      const thanks = await shopper.get(placed.to ?? "");
      for (const text of ["−£5.00", "FERN5", "£23.99"]) expect(thanks.text).toContain(text);
      await fillCart();
      expect((await press("code", { code: "FERN5" })).text).toContain("has been used already");
    });

    it("says why one does not count, and takes one out again", async () => {
      discount("OTHERS", { customerIds: ["1"] });
      discount("REMOVE");
      await fillCart();
      expect((await press("code", { code: "none" })).text).toContain("There is no discount code");
      expect((await press("code", { code: "others" })).text).toContain("Sign in to use it");
      expect((await press("code", { code: "remove" })).text).toContain("−£5.00");
      expect((await press("remove:REMOVE")).text).not.toContain("−£5.00");
    });

    it("takes one from a link into the cart", async () => {
      discount("LINK");
      await fillCart();
      const linked = await shopper.get("/discount/LINK?redirect=/cart");
      expect(linked.to).toBe("/cart");
      const cart = await shopper.get("/cart");
      for (const text of ["LINK", "−£5.00", "£19.00"]) expect(cart.text).toContain(text);
      expect((await shopper.get("/discount/LINK?redirect=//elsewhere.example")).to).toBe("/");
    });

    it("lets a gift card and store credit pay, and tells what is left to pay", async () => {
      const id = await signIn();
      const { store } = running;
      const at = running.sandbox.now();
      issueGiftCard(store, shop, { code: "GIFT-1234-ABCD", initialValue: 300, currency: "GBP", at });
      const till = { store, shop, at };
      const customer = store.collection(shop, "customer").require(id);
      credit(till, openAccount(till, customer, "GBP"), 400, { event: "ADJUSTMENT" });
      await fillCart();
      expect((await press("code", { code: "gift 1234 abcd" })).text).toContain("−£3.00");
      const both = await press("store-credit");
      for (const text of ["−£3.00", "−£4.00", "Left to pay", "Do not use store credit"])
        expect(both.text).toContain(text);
      const placed = await press("place");
      expect(lastOrder().payload.payment_gateway_names).toEqual([
        "gift_card",
        "shopify_store_credit",
        "bogus",
      ]);
      expect((await shopper.get(placed.to ?? "")).text).toContain("Paid by store credit");
    });
  });

  it("refuses a quantity that is none, and what is not sold", async () => {
    expect(
      (await shopper.send("/products/fern-test", "/cart/add", { id: variant(0), quantity: "-1" })).status,
    ).toBe(422);
    expect((await shopper.send("/products/fern-test", "/cart/add", { id: "1" })).status).toBe(404);
    expect((await shopper.get("/checkout")).to).toBe("/cart");
  });
});

describe("accounts", () => {
  it("are made once for an e-mail address", async () => {
    const fields = { firstName: "New", lastName: "Here", email: "new.here@example.com" };
    expect((await shopper.send("/account/register", "/account/register", fields)).to).toBe("/account");
    expect((await shopper.get("/account")).text).toContain("Hello, New Here");
    const again = await new Shopper(running.urls.shopify).send(
      "/account/register",
      "/account/register",
      fields,
    );
    expect(again.status).toBe(422);
    expect(again.text).toContain("There is an account with this e-mail address already.");
  });

  it("are found by name or e-mail, and left again", async () => {
    expect((await shopper.get("/account")).to).toBe("/account/login");
    expect((await shopper.get("/account/login?q=ada.test")).text).toContain("Ada Test");
    expect((await shopper.get("/account/login?q=zzz")).text).toContain("Nobody of that name");
    await signIn();
    await shopper.send("/account", "/account/logout", {});
    expect((await shopper.get("/account")).to).toBe("/account/login");
  });
});

describe("forms from elsewhere", () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${running.urls.shopify}/cart/add`, { method: "POST", body: new URLSearchParams(fields), headers });

  it("are refused without the page's token or from another site", async () => {
    expect((await post({ id: variant(0) })).status).toBe(403);
    expect((await post({ id: variant(0) }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("cannot bring a session of their own making", async () => {
    const forged = Buffer.from(JSON.stringify({ id: "x", customer: "7", cart: [] })).toString("base64url");
    const page = await shopper.get("/account", { cookie: `_sandbox_storefront=${forged}.${forged}` });
    expect(page.to).toBe("/account/login");
  });
});

describe("the app's blocks", () => {
  const PROGRAMME = {
    v: 2,
    paused: false,
    currency: "GBP",
    decimals: 2,
    pendingDays: 0,
    exclude: { giftCards: true },
    combine: "best",
    rates: [{ id: "r", points: "1", per: "1.00", weight: 1, match: null, from: null, to: null }],
    rateScale: 100,
    multipliers: [],
    multiplierScale: 1,
    tiers: [],
    tierScale: 1,
    orderBonuses: [],
    firstOrderBonuses: [],
    signupBonuses: [],
  };

  function write(ownerType: "SHOP" | "CUSTOMER", ownerId: string, key: string, value: unknown): void {
    const now = running.sandbox.now();
    running.store.collection(shop, "metafield").put({
      id: `${ownerType}/${ownerId}/app--1/${key}`,
      number: "1",
      ownerType,
      ownerId,
      namespace: "app--1",
      key,
      type: "json",
      value: JSON.stringify(value),
      compareDigest: "1",
      createdAt: now,
      updatedAt: now,
    });
  }

  it("read what the app wrote, for this visitor, and are gone with the app", async () => {
    write("SHOP", running.sandbox.defaultShop().id, "programme", PROGRAMME);
    expect((await shopper.get("/")).text).toContain("Join and earn points");
    expect((await shopper.get(`/products/fern-test?variant=${variant(1)}`)).text).toContain(
      "Earns about 38 points",
    );
    const id = await signIn();
    write("CUSTOMER", id, "summary", {
      v: 2,
      balance: 4321,
      pending: { points: 0, next: [] },
      held: 0,
      owed: 0,
      tier: null,
      history: [],
      older: false,
    });
    for (const path of ["/", "/pages/rewards"]) expect((await shopper.get(path)).text).toContain("4,321");
    expect((await new Shopper(running.urls.shopify).get("/")).text).not.toContain("4,321");
    running.sandbox.perform(shop, { do: "app.uninstall" });
    const without = await shopper.get("/pages/rewards");
    expect(without.text).not.toMatch(/4,321|perennial\.css/);
    running.sandbox.perform(shop, { do: "app.install" });
  });

  it("come with their style sheet", async () => {
    const page = await shopper.get("/");
    const sheet = /href="([^"]+perennial\.css)"/.exec(page.text)?.[1] ?? "";
    expect((await shopper.get(sheet)).text).toContain(".perennial");
    expect((await shopper.get(sheet.replace("perennial.css", "../blocks/points-panel.liquid"))).status).toBe(
      404,
    );
  });
});

describe("the look of the shop", () => {
  it("is chosen by an address and then stays with the visit", async () => {
    expect((await shopper.get("/?theme=serif&locale=ar")).text).toContain(
      '<html lang="ar" dir="rtl" data-theme="serif"',
    );
    const { text } = await shopper.get("/collections/all");
    expect(text).toContain('data-theme="serif"');
    expect(text).toContain("theme-serif.css");
    expect((await shopper.get("/?theme=gaudy")).text).toContain('data-theme="serif"');
  });

  it("has letters for every script", async () => {
    for (const [locale, font] of [
      ["ja", "noto-sans-jp"],
      ["zh-TW", "noto-sans-tc"],
      ["ar", "noto-sans-arabic"],
    ]) {
      const { text } = await shopper.get(`/?locale=${locale}`);
      expect(text).toContain(`/cdn/fonts/${font}/index.css`);
      expect((await shopper.get(`/cdn/fonts/${font}/index.css`)).status).toBe(200);
    }
    expect((await shopper.get("/cdn/fonts/vite/package.json")).status).toBe(404);
  });

  it("shows any block of the app by itself, and no other", async () => {
    expect((await shopper.get("/pages/blocks/points-badge")).status).toBe(200);
    expect((await shopper.get("/pages/blocks/nothing")).status).toBe(404);
  });
});
