import { beforeAll, describe, expect, it } from "vitest";
import { openPage } from "../helpers/admin-app.ts";
import { expectAllSound, extensionAt } from "../helpers/extension-pages.ts";
import { openShop } from "../helpers/open-shop.ts";
import { signIn } from "../helpers/shopper.ts";

const PROGRAMME = `
programme: Garden points
currency: GBP
timezone: Europe/London
effectiveFrom: 2020-01-01T00:00:00Z
points: { pendingDays: 0, debt: owe }
earning:
  exclude: { giftCards: true }
  rules:
    - { id: purchase, on: order, rate: { points: 1, per: "1.00" } }
tiers:
  basis: spend
  window: { kind: rolling, months: 12 }
  levels:
    - { id: seed, at: "0", multiplier: "1" }
    - { id: tree, at: "5000.00", multiplier: "2" }
rewards:
  - { id: five-off, kind: amount, cost: 100, value: "5.00", minimum: "20.00" }
  - { id: ten-off, kind: amount, cost: 5000, value: "10.00" }
`;
const ADA = "ada@example.com";

const { browser, line, page: shopper } = await openShop({ app: "opened", programme: PROGRAMME });
const till = await openPage(browser);
let customerPage: string;

beforeAll(async () => {
  line.perform({
    do: "product.create",
    title: "Garden bench",
    handle: "bench",
    variants: [{ price: "120.00" }],
  });
  const ada = line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA });
  customerPage = `${new URL(line.admin()).origin}/store/perennial-demo/customers/${ada.id}`;
  line.perform({ do: "order.place", customer: ADA, lines: [{ variant: "bench", quantity: 3 }] });
  await line.settled();
  await signIn(shopper, line, ADA);
});

const pageOf = (handle: string) => `${line.shopUrl}/customer-account/pages/${handle}`;

describe("in the customer account", () => {
  it("the profile says what a member has, and leads to the page of points", async () => {
    await shopper.goto(`${line.shopUrl}/customer-account/profile`);
    const block = extensionAt(shopper, "customer-account.profile.block.render");
    await block.getByText("360 points").waitFor();
    await expectAllSound(shopper, "profile");
    await block.getByRole("link", { name: "Points and rewards" }).click();
    await shopper.waitForURL(pageOf("perennial-account"));
  });

  it("points are used for a reward, and its code is shown", async () => {
    const page = extensionAt(shopper, "customer-account.page.render");
    await page.getByRole("button", { name: "Use 100 points" }).click();
    await page.getByRole("button", { name: "Yes, use them" }).click();
    await page
      .getByText(/^[A-Z2-9]{5}(-[A-Z2-9]{5})+$/)
      .first()
      .waitFor();
    await page.getByText("260 points", { exact: true }).waitFor();
    await expectAllSound(shopper, "page of points");
  });
});

describe("in the checkout", () => {
  it("the reward is taken off the order, and the thank-you page says what the order earned", async () => {
    await shopper.goto(`${line.shopUrl}/products/bench`);
    await shopper.getByRole("button", { name: "Add to cart" }).click();
    await shopper.waitForURL("**/cart");
    await shopper.goto(`${line.shopUrl}/checkout`);
    const block = extensionAt(shopper, "purchase.checkout.reductions.render-after");
    await block.getByRole("button", { name: /^Use it/ }).click();
    await shopper.locator(".totals").getByText("−£5.00").waitFor();
    await expectAllSound(shopper, "checkout");
    await shopper.getByLabel("Street and number").fill("1 Hill Road");
    await shopper.getByLabel("Postcode").fill("N1 1AA");
    await shopper.getByLabel("Town").fill("London");
    await shopper.getByRole("button", { name: "Place order" }).click();
    await shopper.waitForURL("**/checkout/thank-you/*");
    await extensionAt(shopper, "purchase.thank-you.block.render")
      .getByText("This order earned 115 points")
      .waitFor();
    await expectAllSound(shopper, "thank you");
  });

  it("the status of the order says it as well", async () => {
    await shopper.getByRole("link", { name: "Order status" }).click();
    await extensionAt(shopper, "customer-account.order-status.block.render")
      .getByText("115 points")
      .first()
      .waitFor();
    await expectAllSound(shopper, "order status");
  });
});

describe("at the till", () => {
  let code: string;

  it("the member's code is shown to be scanned", async () => {
    await shopper.goto(pageOf("perennial-account"));
    const page = extensionAt(shopper, "customer-account.page.render");
    await page.getByRole("button", { name: "Show my code" }).click();
    await page.getByRole("img", { name: "to be scanned" }).waitFor();
    code = (await page.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{1,4})+$/).textContent()) ?? "";
    expect(code).not.toBe("");
  });

  it("scanned, it says who is there, and a reward is taken off the sale", async () => {
    await till.goto(`${line.shopUrl}/pos`);
    const tile = extensionAt(till, "pos.home.tile.render").getByRole("button", { name: "Points" });
    await tile.waitFor();
    await expectAllSound(till, "till");
    await till.getByRole("button", { name: "Products" }).click();
    await till.getByRole("button", { name: /Garden bench/ }).click();
    await till.getByRole("button", { name: "Home" }).click();
    await tile.click();
    const modal = extensionAt(till, "pos.home.modal.render");
    await modal.getByRole("heading", { name: "Whose card is it?" }).waitFor();
    await till.getByLabel("Scan").fill(code);
    await till.getByRole("button", { name: "Read" }).click();
    await modal.getByText("375 points").waitFor();
    await modal.getByRole("button", { name: "Use 100 points" }).click();
    await modal.getByText("is taken off this sale").first().waitFor();
    await modal.getByText("275 points").waitFor();
    await expectAllSound(till, "till with a member");
    await till.getByRole("button", { name: "Close" }).click();
    const cart = till.getByRole("complementary", { name: "Cart" });
    await cart.getByText("Ada Marsh").waitFor();
    await cart.getByText("−£5.00").waitFor();
  });

  it("the sale is paid, is an order of the shop, and says what it earned", async () => {
    await till.getByRole("button", { name: "Take £115.00" }).click();
    await extensionAt(till, "pos.purchase.post.block.render")
      .getByText("115 points", { exact: true })
      .waitFor();
    await expectAllSound(till, "till after a sale");
    const orders = line.running.store.collection("perennial-demo.myshopify.com", "order");
    expect(orders.list({ reverse: true, limit: 1 })[0]?.payload).toMatchObject({
      source_name: "pos",
      subtotal_price: "115.00",
    });
  });

  it("the details of a customer have their points", async () => {
    await till.getByRole("button", { name: "Home" }).click();
    await till.getByRole("button", { name: "Customers" }).click();
    await till.getByRole("button", { name: "Ada Marsh" }).click();
    await extensionAt(till, "pos.customer-details.block.render").getByText("390 points").waitFor();
    await expectAllSound(till, "till with a customer");
  });

  it("without a connection it says so in words, and works again with one", async () => {
    await till.getByRole("button", { name: "Home" }).click();
    await till.getByRole("button", { name: "Online" }).click();
    await till.getByRole("button", { name: "Customers" }).click();
    await till.getByRole("button", { name: "Ada Marsh" }).click();
    const block = extensionAt(till, "pos.customer-details.block.render");
    await block.getByText("could not be reached").waitFor();
    await till.getByRole("button", { name: "Offline" }).click();
    await block.getByRole("button", { name: "Try again" }).click();
    await block.getByText("390 points").waitFor();
  });

  it("speaks from right to left where its language does", async () => {
    await till.goto(`${line.shopUrl}/pos?locale=ar`);
    await extensionAt(till, "pos.home.tile.render").getByRole("button").waitFor();
    expect(await till.locator("html").getAttribute("dir")).toBe("rtl");
    await expectAllSound(till, "till in Arabic");
  });
});

describe("in the store's admin", () => {
  it("staff see what a customer has and why, adjust it there, and read why an order earned its points", async () => {
    await till.goto(customerPage);
    const block = extensionAt(till, "admin.customer-details.block.render");
    await block.getByText("Last entries").waitFor();
    await expectAllSound(till, "customer in the admin");
    await block.getByRole("button", { name: "Adjust points" }).click();
    const form = extensionAt(till, "admin.customer-details.action.render");
    await form.getByLabel("Points").fill("40");
    await form.getByLabel("Reason").fill("Parcel was late");
    await form.getByRole("button", { name: "Adjust", exact: true }).click();
    await block.getByText("Changed by the shop: +40 (Parcel was late)").waitFor();
    await till.locator("a[href*='/orders/']").last().click();
    const order = extensionAt(till, "admin.order-details.block.render");
    await order.getByText("This order earned 360 points").waitFor();
    await order.getByRole("button", { name: "Why?" }).click();
    const why = extensionAt(till, "admin.order-details.action.render");
    await why.getByText("£360.00 × 1 point = 360").waitFor();
  });
});
