import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perform } from "../../sandbox/commerce/perform.ts";
import { generatePast } from "../../sandbox/history/generate.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import { gid } from "../../sandbox/state/ids.ts";
import { accessibilityFaults, openBrowser, overflow, USER_AGENT } from "../helpers/browser.ts";
import { EXTENSION, MEMBER, PROGRAMME, renderBlock } from "../helpers/theme-page.ts";

let browser: Browser;
let running: RunningSandbox;

beforeAll(async () => {
  [browser, running] = await Promise.all([
    openBrowser(),
    startSandbox({ port: 0, appPort: null, data: ":memory:", appUrl: "http://127.0.0.1:9" }),
  ]);
  const { sandbox, store } = running;
  const shop = sandbox.defaultShop();
  store.transaction(() => {
    const past = generatePast({ now: sandbox.options.now(), customers: 20, guestOrders: 2 });
    for (const action of past) perform(sandbox, shop.domain, action, new Set());
    perform(
      sandbox,
      shop.domain,
      { do: "customer.create", ref: "ada", email: "ada@example.com", firstName: "Ada", lastName: "Example" },
      new Set(),
    );
  });
  const ada = store.collection(shop.domain, "customer").firstBy("email", "ada@example.com");
  writeMetafield("SHOP", shop.id, { key: "programme", value: PROGRAMME });
  writeMetafield("CUSTOMER", ada?.id ?? "", { key: "summary", value: MEMBER });
});

afterAll(async () => {
  await browser.close();
  await running.close();
});

function writeMetafield(
  ownerType: "SHOP" | "CUSTOMER",
  ownerId: string,
  { key, value }: { key: string; value: unknown },
): void {
  const { sandbox, store } = running;
  const now = sandbox.now();
  store.collection(sandbox.defaultShop().domain, "metafield").put({
    id: `${ownerType}/${ownerId}/app--1/${key}`,
    number: "1",
    ownerType,
    ownerId,
    namespace: "app--1",
    key,
    type: "json",
    value: JSON.stringify(value),
    compareDigest: gid("Metafield", key),
    createdAt: now,
    updatedAt: now,
  });
}

/** Opens pages one after the other; each must fit its window and have no serious fault. */
async function look(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`${running.urls.shopify}${path}`);
    expect(await accessibilityFaults(page), path).toEqual([]);
    expect(await overflow(page), path).toBe(0);
  }
}

async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, userAgent: USER_AGENT });
  return context.newPage();
}

const EVERYBODYS = [
  "/",
  "/collections",
  "/collections/all",
  "/products/monstera",
  "/search?q=pot",
  "/pages/rewards",
];

describe.each([
  { width: 1280, locale: "en", scheme: "light" },
  { width: 375, locale: "de", scheme: "dark" },
  { width: 375, locale: "fr", scheme: "light" },
])("the shop at $width px, $locale, $scheme", ({ width, locale, scheme }) => {
  it("can be read and used by guests", async () => {
    const page = await newPage(width);
    await page.goto(`${running.urls.shopify}/?locale=${locale}`);
    if (scheme === "dark") {
      const pressed = page.waitForNavigation();
      await page.locator("button[name=scheme]:visible").click();
      await pressed;
    }
    await look(page, [...EVERYBODYS, "/account/login", "/account/register", "/nothing-here"]);
    await page.context().close();
  });

  it("takes a member from signing in to a placed order", async () => {
    const page = await newPage(width);
    await page.goto(`${running.urls.shopify}/account/login?q=ada@example.com&locale=${locale}`);
    await page.locator(".person").click();
    await page.goto(`${running.urls.shopify}/products/monstera`);
    await page.locator(".buy button").click();
    await page.waitForURL("**/cart");
    await look(page, ["/cart", "/checkout", "/pages/rewards", "/account"]);
    await page.goto(`${running.urls.shopify}/checkout`);
    for (const [field, value] of Object.entries({ address1: "1 Hill Road", zip: "N1 1AA", city: "London" }))
      await page.locator(`[name=${field}]`).fill(value);
    await page.locator(".checkout-form .button").click();
    await page.waitForURL("**/checkout/thank-you/*");
    await look(page, [new URL(page.url()).pathname]);
    await page.context().close();
  });
});

describe("without JavaScript", () => {
  it("the rewards page tells balance, pending points and the reason of an entry", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, userAgent: USER_AGENT });
    const page = await context.newPage();
    await page.goto(`${running.urls.shopify}/account/login?q=ada@example.com`);
    await page.locator(".person").click();
    await page.goto(`${running.urls.shopify}/pages/rewards`);
    const panel = page.locator(".perennial-panel");
    expect(await panel.locator(".perennial-figure-number").textContent()).toBe("1,240");
    expect(await panel.textContent()).toContain("£120.00 × 1 point = 120");
    await context.close();
  });
});

describe("the product block's script", () => {
  it("follows the variant that a theme chooses without loading the page", async () => {
    const page = await newPage(1280);
    const block = renderBlock("product-points", {
      programme: PROGRAMME,
      product: { price: 2400, others: [3850, 50] },
    });
    await page.setContent(
      `<form action="/cart/add"><input type="hidden" name="id" value="901"><select><option>1<option>2</select></form>${block}`,
    );
    await page.addScriptTag({ path: `${EXTENSION}/assets/perennial.js` });
    const line = page.locator(".perennial-sentence");
    const choose = async (variant: string): Promise<void> => {
      await page.locator("[name=id]").evaluate((field, id) => field.setAttribute("value", id), variant);
      await page.locator("select").dispatchEvent("change");
      await page.waitForTimeout(600);
    };
    expect((await line.textContent())?.trim()).toBe("Earns about 24 points");
    await choose("902");
    expect((await line.textContent())?.trim()).toBe("Earns about 38 points");
    await choose("903");
    expect(await line.isVisible()).toBe(false);
    await choose("901");
    expect(await line.isVisible()).toBe(true);
    await page.context().close();
  });
});
