import type { Page, Request } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectSound, openPage, WIDTHS } from "../helpers/admin-app.ts";
import { openShop } from "../helpers/open-shop.ts";
import { balanceOf, payAtCheckout, putIntoCart, signIn } from "../helpers/shopper.ts";

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
rewards:
  - { id: five-off, kind: amount, cost: 100, value: "5.00", minimum: "20.00" }
  - { id: ten-off, kind: amount, cost: 500, value: "10.00" }
  - { id: credit, kind: store-credit, cost: 50, value: "3.00" }
  - { id: slide, kind: amount, costPer: 10 }
  - { id: tenth, kind: percent, cost: 40, value: "12.5" }
  - { id: delivery, kind: free-shipping, cost: 30 }
  - { id: pot, kind: free-product, cost: 60, product: pot }
  - { id: sample, kind: gift-with-purchase, cost: 20, product: pot, minimum: "100.00" }
  - { id: card, kind: gift-card, cost: 70, value: "4.00" }
`;
const WITHIN = { timeout: 60_000, interval: 250 };
const ADA = "ada@example.com";
const BO = "bo@example.com";

const { browser, line, page: shopper } = await openShop({ app: "opened", programme: PROGRAMME });

beforeAll(async () => {
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
    variants: [{ price: "8.00", inventory: 9 }],
  });
  line.perform({ do: "collection.create", title: "Garden", products: ["bench", "pot"] });
  line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA });
  line.perform({ do: "customer.create", firstName: "Bo", lastName: "Marsh", email: BO });
  for (const [customer, quantity] of [
    [ADA, 2],
    [BO, 5],
  ] as const)
    line.perform({ do: "order.place", customer, lines: [{ variant: "bench", quantity }], shipping: null });
  await line.settled();
  await signIn(shopper, line, ADA);
});

async function openRewards(page: Page): Promise<void> {
  await page.goto(`${line.shopUrl}/pages/rewards`);
}

function expectBalance(page: Page, points: number): Promise<void> {
  return expect
    .poll(() => balanceOf(page, line), { ...WITHIN, message: "the balance in the shop" })
    .toBe(points);
}

/** Uses points for a reward as somebody without scripts does: the page, the question, the list. */
async function redeem(page: Page, reward: string, units?: number): Promise<void> {
  await openRewards(page);
  const row = page.locator(".perennial-reward").filter({ hasText: reward });
  if (units !== undefined) await row.getByLabel("How much (£)").fill(String(units));
  // A form that is sent by a script meets none that listens: as if there were no scripts.
  await row
    .locator("form:not([hidden])")
    .last()
    .evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForURL("**/apps/perennial/redeem?*");
  await page.getByRole("button", { name: "Use points" }).click();
  await page.waitForURL("**/apps/perennial/redemptions*");
}

const seen = new Set<string | null>();

/** The code of the newest reward, as soon as the rewards page shows it. */
async function newCodeOn(page: Page): Promise<string> {
  let code: string | null = null;
  const look = async () => {
    await openRewards(page);
    const codes = await page.locator(".perennial-code").allTextContents();
    code = codes.find((shown) => !seen.has(shown)) ?? null;
    return code;
  };
  await expect.poll(look, WITHIN).toMatch(/^[\w-]{8,}$/);
  seen.add(code);
  return code ?? "";
}

describe("a reward from the points to the order", () => {
  let code: string;
  let order: string;

  it("can be had by who has the points, and says what is missing for others", async () => {
    await expectBalance(shopper, 240);
    await shopper.getByText("260 points to go").waitFor();
    await expectSound(shopper, "the rewards that can be had");
  });

  it("takes the points when the shopper says so, and shows the code", async () => {
    await redeem(shopper, "£5.00 off your order");
    await expectSound(shopper, "the list of redemptions");
    code = await newCodeOn(shopper);
    await expectBalance(shopper, 140);
    await expectSound(shopper, "the rewards with a code");
  });

  it("makes the order cheaper at the checkout, once, for this customer alone", async () => {
    const stranger = await openPage(browser);
    await putIntoCart(stranger, line, "bench");
    await stranger.goto(`${line.shopUrl}/checkout`);
    await stranger.getByLabel("Discount code or gift card").fill(code);
    await stranger.getByRole("button", { name: "Apply" }).click();
    await stranger.getByText("belongs to a customer").waitFor();
    await stranger.context().close();

    await putIntoCart(shopper, line, "bench");
    await shopper.goto(`${line.shopUrl}/checkout`);
    await shopper.getByLabel("Discount code or gift card").fill(code.toLowerCase());
    await shopper.getByRole("button", { name: "Apply" }).click();
    await shopper.getByText("−£5.00").waitFor();
    await expectSound(shopper, "the checkout with a code");
    order = await payAtCheckout(shopper);
    await shopper.getByText("−£5.00").waitFor();
    const { payload } = line.running.store.collection("perennial-demo.myshopify.com", "order").require(order);
    expect(payload.discount_codes).toEqual([{ code, amount: "5.00", type: "fixed_amount" }]);
    expect(payload.subtotal_price).toBe("115.00");
  });

  it("is used up with the order, which earns on what was paid", async () => {
    await expectBalance(shopper, 255);
    await shopper.getByText("Reward used with order").waitFor();
    await expect.poll(() => shopper.locator(".perennial-code").count()).toBe(0);
  });

  it("comes back as points when the order is cancelled", async () => {
    line.perform({ do: "order.cancel", order });
    await expectBalance(shopper, 240);
    await shopper.getByText("Points back, order cancelled").waitFor();
  });
});

describe("a reward that is not used", () => {
  it("is given back by its owner: the points are back, and its code is worth nothing", async () => {
    await redeem(shopper, "£5.00 off your order");
    const code = await newCodeOn(shopper);
    await shopper.getByRole("link", { name: "See your rewards, or give one back" }).click();
    await shopper.getByRole("button", { name: "Give it back" }).click();
    await shopper.getByText("the points are yours again").first().waitFor();
    await expectBalance(shopper, 240);
    await putIntoCart(shopper, line, "bench");
    await shopper.goto(`${line.shopUrl}/discount/${code}?redirect=/checkout`);
    await shopper.getByText("has expired").waitFor();
  });
});

describe("with scripts", () => {
  it("a reward is had and given back without leaving the page, with one request each", async () => {
    const asked: string[] = [];
    const count = (request: Request) => {
      if (request.url().includes("/apps/perennial/")) asked.push(new URL(request.url()).pathname);
    };
    await openRewards(shopper);
    shopper.on("request", count);
    const row = shopper.locator(".perennial-reward").filter({ hasText: "£5.00 off your order" });
    await row.getByRole("button", { name: "Use points" }).click();
    await row.getByRole("button", { name: "Yes" }).click();
    const ticket = shopper.locator(".perennial-panel .perennial-redemption").first();
    await ticket.locator(".perennial-code").waitFor();
    expect(asked).toEqual(["/apps/perennial/redeem"]);
    expect(await shopper.locator(".perennial-figure-number").first().textContent()).toBe("140");
    await expectSound(shopper, "a reward had without leaving the page");
    await ticket.getByRole("button", { name: "Give it back" }).click();
    await ticket.getByRole("button", { name: "Yes" }).click();
    await ticket.waitFor({ state: "detached" });
    expect(asked).toEqual(["/apps/perennial/redeem", "/apps/perennial/cancel"]);
    expect(await shopper.locator(".perennial-figure-number").first().textContent()).toBe("240");
    shopper.off("request", count);
  });
});

describe("store credit", () => {
  it("is on the account and pays at the checkout", async () => {
    await redeem(shopper, "£3.00 of store credit");
    await expectBalance(shopper, 190);
    await putIntoCart(shopper, line, "bench");
    await shopper.goto(`${line.shopUrl}/checkout`);
    await shopper.getByRole("button", { name: "Pay with £3.00 of store credit" }).click();
    await shopper.getByText("Left to pay").waitFor();
    await payAtCheckout(shopper);
    await shopper.getByText("Paid by store credit").waitFor();
  });
});

describe("every kind of reward", () => {
  let bo: Page;
  beforeAll(async () => {
    bo = await openPage(browser);
    await signIn(bo, line, BO);
    for (const handle of ["bench", "pot", "pot"]) await putIntoCart(bo, line, handle);
  });

  /** The sum at the end of the checkout. */
  const total = () => bo.locator(".totals .total dd").first().textContent();

  // 120.00 for the bench, 16.00 for two pots, 4.99 to send them.
  it.each([
    ["12.5% off your order", undefined, "£123.99"],
    ["Free shipping", undefined, "£136.00"],
    ["A free product", undefined, "£132.99"],
    ["A gift with your order", undefined, "£132.99"],
    ["10 points for each: £1.00", 15, "£125.99"],
  ])("%s is taken off at the checkout", async (reward, units, sum) => {
    await redeem(bo, reward, units);
    const code = await newCodeOn(bo);
    await bo.goto(`${line.shopUrl}/discount/${code}?redirect=/checkout`);
    const remove = bo.getByRole("button", { name: `Remove ${code}` });
    await remove.waitFor();
    expect(await total()).toBe(sum);
    await remove.click();
    await remove.waitFor({ state: "detached" });
  });

  it("a gift card shows its code to its owner alone, and pays", async () => {
    await redeem(bo, "A gift card of £4.00");
    const sentence = bo.getByText("Its code is");
    const loaded = async () => {
      await bo.reload();
      return sentence.count();
    };
    await expect.poll(loaded, WITHIN).toBe(1);
    const code = /Its code is ([\w-]+)/.exec((await sentence.textContent()) ?? "")?.[1] ?? "";
    await bo.goto(`${line.shopUrl}/checkout`);
    await bo.getByLabel("Discount code or gift card").fill(code);
    await bo.getByRole("button", { name: "Apply" }).click();
    await bo.getByText("−£4.00").waitFor();
    await openRewards(bo);
    expect(await bo.content()).not.toContain(code);
  });
});

it.each(WIDTHS)("the rewards fit at %d px", async (width) => {
  const visitor = await openPage(browser, width);
  await openRewards(visitor);
  await visitor.getByText("What your points bring").waitFor();
  await expectSound(visitor, "the rewards of a guest");
  await visitor.context().close();
});
