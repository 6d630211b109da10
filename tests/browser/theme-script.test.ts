import { readFileSync } from "node:fs";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LoyaltySummary, RedemptionSummary, RewardSummary } from "../../app/loyalty/summary.ts";
import { accessibilityFaults, openBrowser, USER_AGENT } from "../helpers/browser.ts";
import { EXTENSION, MEMBER, NOW, PROGRAMME, renderBlock } from "../helpers/theme-page.ts";

const SHOP = "http://shop.test";
const ASSETS = "/cdn/shop/extensions/perennial/";

const reward = (id: string, change: Partial<RewardSummary> = {}): RewardSummary => ({
  ...{ id, kind: "amount", cost: 500, value: "5.00", costPer: null, mostUnits: null, handle: null },
  ...{ minimum: null, minimumCents: 0, codeDays: 60, product: null, tiers: null, perMember: null },
  ...{ from: null, to: null },
  ...change,
});
const programme = {
  ...PROGRAMME,
  birthdayBonuses: [
    { id: "b", points: 50, minimum: null, minimumCents: 0, match: null, from: null, to: null },
  ],
  rewards: [
    reward("five"),
    reward("ten", { cost: 900, value: "10.00" }),
    reward("pot", { kind: "free-product", value: null, cost: 400, handle: "pot" }),
  ],
};
const pot = {
  title: "Terracotta pot",
  media: [{ media_type: "model", alt: "A pot", sources: [{ url: "/pot.glb" }] }],
};
const made: RedemptionSummary = {
  ...{ id: "r1", reward: "five", kind: "amount", points: 500, value: "5.00", state: "ready" },
  ...{ code: "ABCDE-FGHJK", heldAt: "2026-11-21T12:00:00Z", endsAt: "2027-01-20T12:00:00Z" },
};
const before: LoyaltySummary = { ...MEMBER, birthday: "missing", history: [...MEMBER.history] };
const after: LoyaltySummary = {
  ...before,
  balance: 740,
  held: 500,
  redemptions: [made],
  history: [
    {
      ...{ at: "2026-11-21T12:00:00Z", kind: "redeem", points: -500, order: null },
      ...{ availableAt: null, note: "£5.00 off", reason: null },
    },
    ...before.history,
  ],
};

let browser: Browser;
let page: Page;
const asked: { path: string; body: Record<string, unknown> }[] = [];
let answers: (() => { status?: number; body: unknown } | null)[];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** A page of a shop with the rewards block and the badge; the app answers from `answers`, null being no answer. */
async function open(summary: LoyaltySummary | null, at: string | null = null): Promise<void> {
  const context = await browser.newContext({ userAgent: USER_AGENT, viewport: { width: 900, height: 900 } });
  context.setDefaultTimeout(5_000);
  page = await context.newPage();
  if (at !== null) await page.clock.install({ time: at });
  asked.length = 0;
  const customer = summary === null ? {} : { customer: { summary } };
  const blocks = ["points-badge", "points-panel", "launcher"].map((type) =>
    renderBlock(type, { programme, ...customer, allProducts: { pot } }),
  );
  const style = readFileSync(`${EXTENSION}/assets/perennial.css`, "utf8");
  const html = `<!doctype html><html lang="en"><title>Rewards</title><style>${style}</style><main><h1>Rewards</h1>${blocks.join("")}</main><script defer src="${ASSETS}perennial.js"></script></html>`;
  await page.route(`${SHOP}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/pages/rewards") return route.fulfill({ contentType: "text/html", body: html });
    if (pathname.startsWith(ASSETS))
      return route.fulfill({ path: `${EXTENSION}/assets/${pathname.slice(ASSETS.length)}` });
    if (!pathname.startsWith("/apps/perennial")) return route.fulfill({ status: 404, body: "" });
    asked.push({ path: pathname, body: bodyOf(route.request()) });
    const answer = answers.shift()?.() ?? null;
    if (answer === null) return route.abort();
    return route.fulfill({ status: answer.status ?? 200, json: answer.body });
  });
  await page.goto(`${SHOP}/pages/rewards`);
}

function bodyOf(request: Request): Record<string, unknown> {
  return (request.postDataJSON() ?? {}) as Record<string, unknown>;
}

const held = { outcome: "held", text: "Enter ABCDE-FGHJK at checkout.", made, member: after };
const card = (name: string) => page.locator(".perennial-reward").filter({ hasText: name });

beforeEach(() => {
  answers = [() => ({ body: held })];
});

describe("using points without leaving the page", () => {
  it("asks once more, sends one request, and shows all that changed", async () => {
    await open(before);
    await card("£5.00").getByRole("button", { name: "Use points" }).click();
    await card("£5.00").getByText("Use 500 points for this reward?").waitFor();
    expect(asked).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await card("£5.00").getByRole("button", { name: "Yes" }).click();
    await page.locator(".perennial-code", { hasText: "ABCDE-FGHJK" }).first().waitFor();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: "/apps/perennial/redeem", body: { reward: "five" } });
    expect(asked[0]?.body.key).toMatch(/^[\w-]{8,64}$/);
    expect(await page.locator(".perennial-panel .perennial-figure").first().innerText()).toMatch(
      /740\s+points/,
    );
    expect(await page.locator(".perennial-badge").innerText()).toContain("740 points");
    expect(await page.locator(".perennial-panel [data-perennial=held]").first().innerText()).toContain(
      "500 points",
    );
    await card("£10.00").getByText("160 points to go").waitFor();
    expect(await card("£10.00").getByRole("button").count()).toBe(0);
    const ticket = page.locator(".perennial-redemption").first();
    expect(await ticket.innerText()).toContain("£5.00 off your order");
    expect(await ticket.innerText()).toContain("until Jan 20, 2027");
    expect(await ticket.getByRole("link").getAttribute("href")).toContain("/discount/ABCDE-FGHJK?redirect=");
    expect(await page.locator(".perennial-entry").first().innerText()).toMatch(
      /Set aside for a reward[\s\S]*−500/,
    );
    expect(await page.locator("[role=status]").first().textContent()).toBe(held.text);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("goes by the keyboard alone, keeps the focus, and lets go with Escape", async () => {
    await open(before);
    const button = card("£5.00").getByRole("button", { name: "Use points" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Use 500 points for this reward?").waitFor();
    await page.keyboard.press("Escape");
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByText("Use 500 points for this reward?").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".perennial-code").first().waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("says that nothing is lost when the shop is out of reach, and sends the same wish again", async () => {
    answers = [() => null, () => ({ body: held })];
    await open(before);
    const wish = async () => {
      await card("£5.00").getByRole("button", { name: "Use points" }).click();
      await card("£5.00").getByRole("button", { name: "Yes" }).click();
    };
    await wish();
    await card("£5.00").getByText("Nothing is lost").waitFor();
    expect(await page.locator(".perennial-badge").innerText()).toContain("1,240 points");
    await wish();
    await page.locator(".perennial-code").first().waitFor();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body.key).toBe(asked[0]?.body.key);
  });

  it("says why where the app says no", async () => {
    const text = "Only one of this reward can be had.";
    answers = [() => ({ status: 409, body: { outcome: "refused", text } })];
    await open(before);
    await card("£5.00").getByRole("button", { name: "Use points" }).click();
    await card("£5.00").getByRole("button", { name: "Yes" }).click();
    await card("£5.00").getByText(text).waitFor();
    expect(await page.locator(".perennial-badge").innerText()).toContain("1,240 points");
  });

  it("makes a new wish of what is asked for after a no: the first was answered", async () => {
    answers = [
      () => ({ status: 409, body: { outcome: "refused", text: "Not now." } }),
      () => ({ body: held }),
    ];
    await open(before);
    const wish = async () => {
      await card("£5.00").getByRole("button", { name: "Use points" }).click();
      await card("£5.00").getByRole("button", { name: "Yes" }).click();
    };
    await wish();
    await card("£5.00").getByText("Not now.").waitFor();
    await wish();
    await page.locator(".perennial-code").first().waitFor();
    expect(asked).toHaveLength(2);
    expect(asked[1]?.body.key).not.toBe(asked[0]?.body.key);
  });

  it("fetches a token where the app asks for one", async () => {
    answers = [
      () => ({ status: 403, body: { outcome: "forbidden", text: "Please try again." } }),
      () => ({ body: { member: before, token: "t1" } }),
      () => ({ body: held }),
    ];
    await open(before);
    await card("£5.00").getByRole("button", { name: "Use points" }).click();
    await card("£5.00").getByRole("button", { name: "Yes" }).click();
    await page.locator(".perennial-code").first().waitFor();
    expect(asked.map(({ path }) => path)).toEqual([
      "/apps/perennial/redeem",
      "/apps/perennial/member",
      "/apps/perennial/redeem",
    ]);
    expect(asked[2]?.body.token).toBe("t1");
  });

  it("gives a reward back, and its points with it", async () => {
    answers = [
      () => ({ body: { outcome: "cancelled", text: "The points are yours again.", member: before } }),
    ];
    await open(after);
    await page
      .locator(".perennial-panel .perennial-redemption")
      .first()
      .getByRole("button", { name: "Give it back" })
      .click();
    await page.getByRole("button", { name: "Yes" }).click();
    await expect.poll(() => page.locator(".perennial-panel .perennial-redemption").count()).toBe(0);
    expect(asked[0]).toMatchObject({ path: "/apps/perennial/cancel", body: { redemption: "r1" } });
    expect(await page.locator(".perennial-badge").innerText()).toContain("1,240 points");
  });

  it("takes the birthday", async () => {
    answers = [() => ({ body: { outcome: "set", text: "Thank you.", member: before } })];
    await open(before);
    await page.getByLabel("Day").fill("4");
    await page.getByLabel("Month").fill("5");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Thank you.").first().waitFor();
    expect(asked[0]).toMatchObject({ path: "/apps/perennial/birthday", body: { day: 4, month: 5 } });
  });
});

describe("what is loaded", () => {
  async function loaded(): Promise<string[]> {
    return page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => !path.includes("favicon")),
    );
  }

  it("is the small script alone, for guests and members, until points are used", async () => {
    for (const summary of [null, before]) {
      await open(summary);
      await page.waitForLoadState("networkidle");
      expect(await loaded()).toEqual([`${ASSETS}perennial.js`]);
    }
    await card("£5.00").getByRole("button", { name: "Use points" }).click();
    await page.getByText("Use 500 points").waitFor();
    expect(await loaded()).toEqual([`${ASSETS}perennial.js`, `${ASSETS}perennial-desk.js`]);
    expect(asked).toEqual([]);
  });
});

describe("the page", () => {
  it("moves nothing while it loads, for guests and for members with a code", async () => {
    for (const summary of [null, after]) {
      await open(summary);
      await page.waitForLoadState("networkidle");
      const moved = await page.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list) =>
              resolve(list.getEntries().map((entry) => entry.toJSON() as unknown)),
            ).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve([]), 500);
          }),
      );
      expect(moved).toEqual([]);
    }
  });

  it("copies a code, or marks it where it may not copy", async () => {
    await open(after);
    const copy = page.locator(".perennial-panel").getByRole("button", { name: "Copy" }).first();
    await copy.click();
    expect(await page.evaluate("getSelection().toString()")).toBe("ABCDE-FGHJK");
  });
});

describe("an offer", () => {
  it("counts down to its one end, which no visit starts anew, and is gone with it", async () => {
    const to = Date.parse(NOW) / 1000 + 30 * 60;
    const endsAt = new Date(to * 1000).toISOString();
    const own = { reward: "five", kind: "amount", value: "5.00", code: "GIFT-CODE" } as const;
    const offer = { ...own, minimum: null, reason: "We have missed you", to, endsAt };
    await open({ ...before, offer }, NOW);
    const drawn = page.locator(".perennial-panel perennial-offer").first();
    await drawn.getByText("00:30:00 left").waitFor();
    await page.clock.fastForward(61_000);
    await drawn.getByText("00:28:59 left").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await drawn.getByText("00:28:5").waitFor();
    await page.clock.fastForward(29 * 60_000);
    expect(await drawn.count()).toBe(0);
    expect(await page.getByText("GIFT-CODE").count()).toBe(0);
  });
});

describe("a reward with a model", () => {
  it("asks the platform for its viewer when somebody wants to see it, and not before", async () => {
    answers = [];
    await open(before);
    const wanted: string[] = [];
    await page.exposeFunction("note", (name: string) => wanted.push(name));
    await page.evaluate(() => {
      const loadFeatures = (features: { name: string }[]) =>
        features.forEach(({ name }) => (globalThis as unknown as { note(name: string): void }).note(name));
      Object.assign(globalThis, { Shopify: { loadFeatures } });
    });
    expect(await page.locator("model-viewer").count()).toBe(0);
    const button = page.getByRole("button", { name: /See it in 3-D\s?: Terracotta pot/ });
    await button.click();
    await expect.poll(() => wanted).toEqual(["model-viewer-ui"]);
    const viewer = page.locator("model-viewer");
    expect(await viewer.getAttribute("src")).toBe("/pot.glb");
    expect(await viewer.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.count()).toBe(0);
  });
});

describe("the launcher", () => {
  it("opens when it is pressed, closes with Escape, and gives the focus back", async () => {
    await open(before);
    const drawer = page.getByRole("dialog", { name: "Your points" });
    expect(await drawer.isVisible()).toBe(false);
    const button = page.getByRole("button", { name: "Rewards", exact: true });
    await button.click();
    await drawer.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(asked).toEqual([]);
  });
});
