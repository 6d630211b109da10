import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LoyaltySummary, PerkConfiguration, PerkSummary } from "../../app/loyalty/summary.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { appNamespace } from "../../sandbox/graphql/app-identity.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import type { OwnerType } from "../../sandbox/state/types.ts";
import { accessibilityFaults, openBrowser, overflow, USER_AGENT } from "../helpers/browser.ts";
import { MEMBER, PROGRAMME } from "../helpers/theme-page.ts";

/** LOOK=folder keeps pictures of what is looked at. */
const LOOK = process.env.LOOK;
const termsOf = (id: string, tag: string) => ({
  ...{ id, tiers: ["gold"], customerTags: [], from: null, to: null },
  match: { productTags: [tag] },
});
const VAULT: PerkSummary = { ...termsOf("vault", "rare"), kind: "exclusive" };
const PRICE: PerkSummary = { ...termsOf("price", "summer"), kind: "member-price", percent: "10" };
const DROP: PerkSummary = {
  ...termsOf("drop", "spring"),
  kind: "early-access",
  publicAt: Math.floor(Date.now() / 1000) + 7 * 86_400,
};

let browser: Browser;
let running: RunningSandbox;

beforeAll(async () => {
  [browser, running] = await Promise.all([
    openBrowser(),
    startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl: "http://127.0.0.1:9" }),
  ]);
  perform({
    do: "product.create",
    title: "Black orchid",
    handle: "orchid",
    tags: ["rare"],
    variants: [{ price: "90.00" }],
  });
  perform({
    do: "product.create",
    title: "Tree fern",
    handle: "fern",
    tags: ["summer"],
    variants: [{ price: "20.00" }],
  });
  perform({
    do: "product.create",
    title: "Snowdrop",
    handle: "snowdrop",
    tags: ["spring"],
    variants: [{ price: "7.00" }],
  });
  const tiers = [...PROGRAMME.tiers, { id: "gold", name: "gold", at: "500.00", times: "1.5", weight: 6 }];
  put("SHOP", running.sandbox.defaultShop().id, "programme", {
    ...PROGRAMME,
    tiers,
    perks: [VAULT, PRICE, DROP],
  });
  customer("gold@example.com", { tier: { id: "gold", name: "gold" }, progress: null });
  const next = { value: "350.00", percent: 40, next: { id: "gold", missing: "150.00" }, keep: null };
  customer("silver@example.com", { progress: next });
  owner("automaticDiscount", "DISCOUNT", [PRICE]);
  owner("validation", "VALIDATION", [VAULT, DROP]);
});
afterAll(async () => {
  await browser.close();
  await running.close();
});

const perform = (action: Action) => running.sandbox.perform(running.sandbox.defaultShop().domain, action);

function customer(email: string, changes: Partial<LoyaltySummary>): void {
  const { id } = perform({ do: "customer.create", email, firstName: "Ada", lastName: "Example" });
  put("CUSTOMER", id, "summary", { ...MEMBER, ...changes });
}

function put(ownerType: OwnerType, ownerId: string, key: string, value: unknown): void {
  const { sandbox, store } = running;
  const namespace = appNamespace(sandbox);
  const now = sandbox.now();
  store.collection(sandbox.defaultShop().domain, "metafield").put({
    ...{ id: `${ownerType}/${ownerId}/${namespace}/${key}`, number: "1", ownerType, ownerId, namespace, key },
    ...{ type: "json", value: JSON.stringify(value), compareDigest: key, createdAt: now, updatedAt: now },
  });
}

/** What the app would have made in the store. */
function owner(type: "automaticDiscount" | "validation", ownerType: OwnerType, perks: PerkSummary[]): void {
  const { sandbox, store } = running;
  const shop = sandbox.defaultShop().domain;
  const at = Math.floor(Date.now() / 1000);
  const configuration: PerkConfiguration = { v: 1, at, next: null, perks, tiers: { gold: { "": "gold" } } };
  const productTags = perks.flatMap(({ match }) => match?.productTags ?? []);
  if (type === "validation")
    store.collection(shop, type).put({
      ...{
        id: "1",
        title: "Members",
        functionHandle: "perennial-validation",
        enabled: true,
        blockOnFailure: false,
        createdAt: "2020-01-01T00:00:00Z",
      },
    });
  else
    store.collection(shop, type).put({
      ...{
        id: "1",
        title: "Members",
        functionHandle: "perennial-discount",
        classes: ["PRODUCT"],
        endsAt: null,
      },
      ...{
        startsAt: "2020-01-01T00:00:00Z",
        createdAt: "2020-01-01T00:00:00Z",
        updatedAt: "2020-01-01T00:00:00Z",
      },
      combinesWith: { order: true, product: true, shipping: true },
    });
  put(ownerType, "1", "perks", configuration);
  put(ownerType, "1", "variables", {
    customerTags: [],
    productTags,
    collections: [],
    next: "9999-12-31T00:00:00",
  });
}

/** Without a word of script: everything of this is told and kept without. */
async function visit(who: string | null, width: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    userAgent: USER_AGENT,
    javaScriptEnabled: who === null,
  });
  const page = await context.newPage();
  if (who !== null) {
    await page.goto(`${running.urls.shopify}/account/login?q=${who}@example.com`);
    await page.locator(".person").click();
  }
  return page;
}

async function open(page: Page, path: string, picture: string): Promise<void> {
  await page.goto(`${running.urls.shopify}${path}`);
  if (LOOK === undefined) return;
  mkdirSync(LOOK, { recursive: true });
  await page.screenshot({ path: join(LOOK, `${picture}.png`), fullPage: true });
}

const buyButton = (page: Page) => page.locator("form.buy button");

describe.each([1280, 375])("at %d px", (width) => {
  it("a member's own products and prices are open to them, in the cart and at the checkout too", async () => {
    const page = await visit("gold", width);
    await open(page, "/products/orchid", `gold-orchid-${width}`);
    expect(await page.locator(".perennial-gate").textContent()).toContain("kept for members like you");
    expect(await buyButton(page).isVisible()).toBe(true);
    await open(page, "/products/snowdrop", `gold-drop-${width}`);
    await open(page, "/products/fern", `gold-fern-${width}`);
    expect(await page.locator(".perennial-price").textContent()).toBe("Gold price £18.00 instead of £20.00");
    await buyButton(page).click();
    await open(page, "/cart", `gold-cart-${width}`);
    expect(await page.locator(".cart-price").textContent()).toMatch(/£20\.00\s+£18\.00\s+Gold price/);
    await open(page, "/checkout", `gold-checkout-${width}`);
    expect(await page.locator(".totals").textContent()).toContain("Gold price");
    await page.context().close();
  });

  it("others are told for whom a product is and what they lack, and see no button", async () => {
    const page = await visit("silver", width);
    await open(page, "/products/orchid", `silver-orchid-${width}`);
    expect(await page.locator(".perennial-gate").textContent()).toMatch(
      /Only for Gold\s*£150\.00 more to reach Gold\./,
    );
    expect(await buyButton(page).isVisible()).toBe(false);
    await open(page, "/products/fern", `silver-fern-${width}`);
    expect(await buyButton(page).isVisible()).toBe(true);
    await page.context().close();
  });

  it("guests can read it all, whatever they read with", async () => {
    const page = await visit(null, width);
    for (const product of ["orchid", "snowdrop", "fern"]) {
      await open(page, `/products/${product}`, `guest-${product}-${width}`);
      expect(await accessibilityFaults(page), product).toEqual([]);
      expect(await overflow(page), product).toBe(0);
    }
    await page.context().close();
  });
});

it("whoever puts it into the cart all the same is refused at the checkout, in words", async () => {
  const page = await visit("silver", 1280);
  await open(page, "/products/fern", "silver-fern");
  const product = running.store
    .collection(running.sandbox.defaultShop().domain, "product")
    .firstBy("handle", "orchid");
  await page
    .locator("form.buy [name=id]")
    .evaluate((field, id) => field.setAttribute("value", id), product?.variants[0]?.id ?? "");
  await buyButton(page).click();
  const sentence =
    "Black orchid is only for members of these levels: Gold. Take it out of the cart to go on.";
  await open(page, "/cart", "silver-cart");
  expect(await page.getByRole("alert").textContent()).toBe(sentence);
  await open(page, "/checkout", "silver-checkout");
  expect(await page.getByRole("alert").textContent()).toBe(sentence);
  await page.context().close();
});
