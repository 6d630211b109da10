import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  appIn,
  expectSound,
  figure,
  keepProgramme,
  openInAdmin,
  openPage,
  shown,
} from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";
import { balanceOf, payAtCheckout, putIntoCart, signIn } from "../helpers/shopper.ts";

const SECONDS = 1_000;
/** Seals and proofs are asked for by a look at what is left to do, every 20 seconds: it is the last test of all. */
const PROVED_WITHIN_MS = 60 * SECONDS;

const { browser, line, page: merchant } = await openShop({ app: "absent" });
const shopper = await openPage(browser);

beforeAll(() => {
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
  line.perform({
    do: "product.create",
    title: "Gift card",
    handle: "gift",
    giftCard: true,
    variants: [{ price: "25.00", inventory: 9 }],
  });
  for (const [firstName, email] of [
    ["Ada", "ada@example.com"],
    ["Bo", "bo@example.com"],
  ] as const)
    line.perform({ do: "customer.create", firstName, lastName: "Marsh", email });
});

/** The balance in the shop within the time that the shopper was promised. */
function expectBalance(page: Page, points: number): Promise<void> {
  return expect
    .poll(() => balanceOf(page, line), {
      timeout: 5 * SECONDS,
      interval: 250,
      message: "the balance in the shop",
    })
    .toBe(points);
}

async function buy(page: Page, handles: string[]): Promise<void> {
  for (const handle of handles) await putIntoCart(page, line, handle);
  await page.goto(`${line.shopUrl}/checkout`);
  await payAtCheckout(page);
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
    await signIn(shopper, line, "ada@example.com");
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

describe("what can be proved of it", () => {
  const openAda = async () => {
    const members = await openInAdmin(merchant, line.admin("/app/members"), "Members");
    await members.getByRole("link", { name: "Ada Marsh" }).click();
    return shown(merchant, "Ada Marsh");
  };

  it("says on the member's page why an order earned nothing, and why another earned no more", async () => {
    line.perform({
      do: "order.place",
      ref: "gift",
      customer: "ada@example.com",
      lines: [
        { variant: "pot", quantity: 1 },
        { variant: "gift", quantity: 1 },
      ],
    });
    await expectBalance(shopper, 275);
    const member = await openAda();
    await member.getByText("Why it earned no points").click();
    await member.getByText(/^It was cancelled on /).waitFor();
    await member.getByText("Why it earned no more").first().click();
    await member.getByText("Gift card (£25.00) earns nothing: a gift card.").waitFor();
    await expectSound(merchant, "why an order earned nothing");
  });

  it("gives staff the receipt of a member to save", async () => {
    const member = await openAda();
    const download = merchant.waitForEvent("download");
    await member.getByRole("button", { name: "More actions" }).click();
    await member.getByRole("menuitem", { name: "Receipt", exact: true }).click();
    const file = await (await download).path();
    expect(await readFile(file, "utf8")).toContain("Points receipt");
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
    await signIn(bo, line, "bo@example.com");
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

it("is read through and signed after a while, and the home page says so", async () => {
  const visible = appIn(merchant).getByText(/Every hash and every sum of \d+ entries was found right/);
  const isSaid = async () => {
    await openInAdmin(merchant, line.admin("/app"), "Home");
    return visible.count();
  };
  await expect.poll(isSaid, { timeout: PROVED_WITHIN_MS, interval: 1_000 }).toBe(1);
  await expectSound(merchant, "home with the proof of the ledger");
});
