import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { accessibilityFaults, overflow, USER_AGENT } from "../helpers/browser.ts";
import { openShop } from "../helpers/open-shop.ts";
import { signIn } from "../helpers/shopper.ts";

const PROGRAMME = `
programme: Garden points
currency: GBP
timezone: Europe/London
effectiveFrom: 2020-01-01T00:00:00Z
points: { pendingDays: 0 }
earning:
  rules:
    - { id: purchase, on: order, rate: { points: 1, per: "1.00" } }
    - { id: cake, on: birthday, bonus: 200 }
tiers:
  basis: spend
  window: { kind: rolling, months: 12 }
  levels: [{ id: Bronze, at: "0" }, { id: Silver, at: "250.00" }]
rewards:
  - { id: five-off, kind: amount, cost: 100, value: "5.00" }
  - { id: far, kind: amount, cost: 9000, value: "90.00" }
`;
const ADA = "ada@example.com";
const WITHIN = { timeout: 20_000, interval: 250 };

const { browser, line } = await openShop({ app: "opened", programme: PROGRAMME });
let shopper: Page;

beforeAll(async () => {
  line.perform({ do: "product.create", title: "Bench", handle: "bench", variants: [{ price: "120.00" }] });
  line.perform({ do: "customer.create", firstName: "Ada", lastName: "Marsh", email: ADA });
  const lines = [{ variant: "bench", quantity: 1 }];
  line.perform({ do: "order.place", customer: ADA, lines, shipping: null });
  line.perform({ do: "order.place", customer: null, email: ADA, lines, shipping: null });
  await line.settled();
  shopper = await signedInWithoutScripts();
});

async function signedInWithoutScripts(): Promise<Page> {
  const viewport = { width: 375, height: 800 };
  const context = await browser.newContext({ javaScriptEnabled: false, userAgent: USER_AGENT, viewport });
  const page = await context.newPage();
  await signIn(page, line, ADA);
  return page;
}

const open = (path: string) => shopper.goto(`${line.shopUrl}/apps/perennial${path}`);
const said = () => shopper.getByRole("status").textContent();
const figure = () => shopper.locator(".perennial-figure-number").textContent();

it("shows a member everything on one page, without a script", async () => {
  await open("");
  expect(await figure()).toBe("120");
  for (const heading of ["Levels", "Use your points", "Ways to earn", "What happened", "Birthday", "Leaving"])
    expect(await shopper.getByRole("heading", { name: heading }).isVisible(), heading).toBe(true);
  expect(await shopper.locator('[aria-current="step"]').textContent()).toContain("Bronze");
});

it("takes over what was bought without signing in, and the points follow", async () => {
  await open("");
  await shopper.getByRole("button", { name: "Add to my account" }).click();
  expect(await said()).toBe("1 order is yours now. Its points appear in a moment.");
  await expect
    .poll(async () => {
      await open("");
      return figure();
    }, WITHIN)
    .toBe("240");
  expect(await shopper.getByRole("button", { name: "Add to my account" }).count()).toBe(0);
});

it("uses points and gives them back, asking once more before", async () => {
  await open("");
  await shopper.getByRole("link", { name: "Use points" }).click();
  await shopper.getByRole("button", { name: "Use points" }).click();
  await shopper.waitForURL("**/redemptions*");
  expect(await shopper.locator(".perennial-code").textContent()).toMatch(
    /^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/,
  );
  await shopper.getByRole("button", { name: "Give it back" }).click();
  expect(await said()).toContain("the points are yours again");
});

it("keeps a birthday and whether to be written to", async () => {
  await open("/preferences");
  await shopper.getByLabel("Day").fill("29");
  await shopper.getByLabel("Month").selectOption({ label: "February" });
  await shopper.getByRole("button", { name: "Save" }).first().click();
  expect(await said()).toContain("your birthday is saved");
  expect(await shopper.getByLabel("Day").inputValue()).toBe("29");
  await shopper.getByLabel("Write to me about my points").check();
  await shopper.locator("#preferences").getByRole("button", { name: "Save" }).click();
  expect(await said()).toContain("You will hear from us");
  expect(await shopper.getByLabel("Write to me about my points").isChecked()).toBe(true);
});

it("lets a member leave after asking once more, and come back", async () => {
  await open("");
  await shopper.getByRole("link", { name: "Leave the programme" }).click();
  await shopper.getByRole("button", { name: "Leave" }).click();
  expect(await said()).toContain("You have left the programme");
  await shopper.getByRole("button", { name: "Join again" }).click();
  expect(await said()).toContain("Welcome back.");
});

it.each(["", "/preferences", "/leave", "/redemptions", "/redeem?reward=five-off", "/card"])(
  "“%s” has nothing that axe finds, and is no wider than a phone",
  async (path) => {
    await open(path);
    expect(await overflow(shopper)).toBe(0);
    // Axe is a script itself, so it looks at the page's markup in a window that lets it run.
    const reader = await (await browser.newContext({ userAgent: USER_AGENT })).newPage();
    await reader.setContent((await shopper.content()).replaceAll(/<link[^>]*>/g, ""));
    expect(await accessibilityFaults(reader)).toEqual([]);
    await reader.context().close();
  },
);
