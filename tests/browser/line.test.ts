import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectSound, figure, keepProgramme, openInAdmin, openPage, shown } from "../helpers/admin-app.ts";
import { openBrowser } from "../helpers/browser.ts";
import { startWholeLine, type WholeLine } from "../helpers/whole-line.ts";

const SECONDS = 1_000;

let browser: Browser;
let line: WholeLine;
let shopper: Page;
let merchant: Page;

beforeAll(async () => {
  [browser, line] = await Promise.all([openBrowser(), startWholeLine({ installed: false })]);
  line.perform({
    do: "product.create",
    title: "Garden bench",
    handle: "bench",
    variants: [{ price: "120.00", inventory: 9 }],
  });
  line.perform({
    do: "product.create",
    title: "Clay pot",
    handle: "pot",
    variants: [{ price: "35.50", inventory: 9 }],
  });
  for (const [firstName, email] of [
    ["Ada", "ada@example.com"],
    ["Bo", "bo@example.com"],
  ] as const)
    line.perform({ do: "customer.create", firstName, lastName: "Marsh", email });
  shopper = await openPage(browser);
  merchant = await openPage(browser);
});

afterAll(async () => {
  await browser.close();
  await line.close();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${line.shopUrl}/account/login?q=${email}`);
  await page.getByRole("button", { name: email }).click();
  await page.waitForURL("**/account");
}

/** The figure on the rewards page, as it stands now. */
async function balanceOf(page: Page): Promise<number> {
  await page.goto(`${line.shopUrl}/pages/rewards`);
  const figure = await page.locator(".perennial-figure-number").textContent();
  return Number(figure?.replaceAll(",", ""));
}

/** The same within the time that the shopper was promised. */
function expectBalance(page: Page, points: number): Promise<void> {
  return expect
    .poll(() => balanceOf(page), { timeout: 5 * SECONDS, interval: 250, message: "the balance in the shop" })
    .toBe(points);
}

async function buy(page: Page, handles: string[]): Promise<void> {
  for (const handle of handles) {
    await page.goto(`${line.shopUrl}/products/${handle}`);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.waitForURL("**/cart");
  }
  await page.goto(`${line.shopUrl}/checkout`);
  await page.getByLabel("Street and number").fill("1 Hill Road");
  await page.getByLabel("Postcode").fill("N1 1AA");
  await page.getByLabel("Town").fill("London");
  await page.getByRole("button", { name: "Place order" }).click();
  await page.waitForURL("**/checkout/thank-you/*");
}

/** Opens the newest order in the control panel. */
async function openNewestOrder(page: Page): Promise<void> {
  await page.goto(`${line.shopUrl}/sandbox/orders`);
  await page.getByRole("table").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: /^Order #/ }).waitFor();
}

describe("from the installation to the points", () => {
  it("the merchant installs the app by opening it and agreeing", async () => {
    await merchant.goto(line.admin());
    await expectSound(merchant, "the consent page");
    await merchant.getByRole("button", { name: "Install" }).click();
    await keepProgramme(merchant);
    await openInAdmin(merchant, line.admin("/app"), "Home");
    await expectSound(merchant, "the home of an empty shop");
  });

  it("a customer who buys for 120.00 sees the points and their sum within five seconds", async () => {
    await signIn(shopper, "ada@example.com");
    await buy(shopper, ["bench"]);
    await expectBalance(shopper, 120);
    await shopper.getByText("£120.00 × 1 point = 120").waitFor();
    await expectSound(shopper, "the rewards page");
  });

  it("the merchant sees the same on the home page and on the member's", async () => {
    const home = await openInAdmin(merchant, line.admin("/app"), "Home");
    await home.getByText("120.00 x 1 point = 120").waitFor();
    await home.getByRole("link", { name: "Ada Marsh" }).click();
    const member = await shown(merchant, "Ada Marsh");
    await member.getByText("120.00 x 1 point = 120").waitFor();
    expect(await figure(merchant, "Available")).toBe("120");
    await expectSound(merchant, "the member's page");
  });
});

describe("what happens to an order afterwards", () => {
  it("a refund of one line takes back exactly what that line earned", async () => {
    await buy(shopper, ["bench", "pot"]);
    // 155.50 earns 155; without the pot it would have been 120.
    await expectBalance(shopper, 275);
    const panel = await openPage(browser);
    await openNewestOrder(panel);
    const form = panel.getByRole("form", { name: "Refund" });
    await form.getByLabel("Clay pot").fill("1");
    await form.getByRole("button", { name: "Refund" }).click();
    await panel.getByRole("status").getByText("£35.50 given back of order").waitFor();
    await expectBalance(shopper, 240);
    await shopper.getByText("Refund of order").waitFor();
    await panel.context().close();
  });

  it("an order at the till counts like one online", async () => {
    line.perform({
      do: "order.place",
      ref: "till",
      customer: "ada@example.com",
      source: "pos",
      lines: [{ variant: "pot", quantity: 2 }],
    });
    await expectBalance(shopper, 311);
  });

  it("what an edit adds counts once it is paid, and what it takes out counts no more", async () => {
    line.perform({ do: "order.edit", order: "ref:till", add: [{ variant: "bench", quantity: 1 }] });
    line.perform({ do: "order.pay", order: "ref:till" });
    await expectBalance(shopper, 431);
    line.perform({ do: "order.edit", order: "ref:till", remove: [{ line: 1, quantity: 2 }] });
    await expectBalance(shopper, 360);
  });

  it("a cancelled order takes all of its points with it", async () => {
    line.perform({ do: "order.cancel", order: "ref:till" });
    await expectBalance(shopper, 240);
    await expectSound(shopper, "the rewards page after a cancellation");
  });
});

describe("a line that is disturbed", () => {
  it("gives the same points when deliveries come twice and overtake each other", async () => {
    await line.control("/line", { disturbances: { duplicate: 1, shuffleSeconds: 2 } });
    line.perform({
      do: "order.place",
      ref: "disturbed",
      customer: "bo@example.com",
      lines: [
        { variant: "bench", quantity: 1 },
        { variant: "pot", quantity: 1 },
      ],
    });
    line.perform({ do: "order.refund", order: "ref:disturbed", lines: [{ line: 1, quantity: 1 }] });
    await line.control("/idle", { timeoutSeconds: 30 });
    await line.control("/line", { disturbances: { repeat: 1, shuffleSeconds: 1 } });
    line.perform({ do: "order.refund", order: "ref:disturbed", amount: "5.50" });
    await line.control("/idle", { timeoutSeconds: 30 });
    await line.control("/line", { disturbances: null });
    const bo = await openPage(browser, 375);
    await signIn(bo, "bo@example.com");
    // 155.50 less the bench of 120.00 less 5.50 of goodwill: 30.
    await expectBalance(bo, 30);
    await expectSound(bo, "the rewards page of a disturbed line");
    await bo.context().close();
  });

  it("shows the merchant that they came again, and that nothing waits", async () => {
    const home = await openInAdmin(merchant, line.admin("/app"), "Home");
    await home.getByText("All news of your store is worked off.").waitFor();
    const deliveries = await openInAdmin(merchant, line.admin("/app/deliveries"), "Deliveries");
    await deliveries.getByText("once").first().waitFor();
    await expectSound(merchant, "the deliveries after disturbances");
  });
});
