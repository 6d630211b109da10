import type { Browser, Page } from "playwright-core";
import { USER_AGENT } from "../../tests/helpers/browser.ts";
import { MEMBER } from "./shops.ts";

export interface Visit {
  shop: string;
  path: string;
  signedIn: boolean;
  /** How many times slower than this machine the processor is made. */
  slower: number;
}

/** What one load of a page came to. Times in milliseconds. */
export interface Reading {
  /** Pictures and typefaces left out: how many a page shows is not the blocks' doing. */
  requests: number;
  /** Of these, to the app itself. */
  toApp: number;
  largestPaint: number;
  script: number;
  /** Style, layout, script and all else that the page's own thread did. */
  work: number;
}

const FIRST_SCRIPT = "**/perennial.js";
/** How long a page is watched after it has loaded: what comes late counts as well. */
const WATCHED_MS = 700;

/** A browser that knows nothing of the shop yet, but for who is signed in. */
export async function visit(browser: Browser, { shop, path, signedIn, slower }: Visit): Promise<Reading> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, userAgent: USER_AGENT });
  try {
    const page = await context.newPage();
    if (signedIn) await signIn(page, shop);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Performance.enable", { timeDomain: "timeTicks" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!["image", "font"].includes(request.resourceType())) asked.push(new URL(request.url()).pathname);
    });
    const before = await timesOf(session);
    await page.goto(`${shop}${path}`, { waitUntil: "load" });
    await page.waitForTimeout(WATCHED_MS);
    const after = await timesOf(session);
    const [largestPaint = 0] = await page.evaluate(entriesOf, {
      type: "largest-contentful-paint",
      key: "startTime",
    } as const);
    return {
      requests: asked.length,
      toApp: asked.filter((pathname) => pathname.startsWith("/apps/")).length,
      largestPaint,
      script: (after.ScriptDuration - before.ScriptDuration) * 1000,
      work: (after.TaskDuration - before.TaskDuration) * 1000,
    };
  } finally {
    await context.close();
  }
}

async function signIn(page: Page, shop: string): Promise<void> {
  await page.goto(`${shop}/account/login?q=${MEMBER}`);
  await page.locator(".person").click();
  await page.waitForURL("**/account");
}

type Times = Record<"ScriptDuration" | "TaskDuration", number>;

async function timesOf(session: {
  send(method: "Performance.getMetrics"): Promise<unknown>;
}): Promise<Times> {
  const { metrics } = (await session.send("Performance.getMetrics")) as {
    metrics: { name: string; value: number }[];
  };
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { ScriptDuration: value("ScriptDuration"), TaskDuration: value("TaskDuration") };
}

/** Runs in the page: figures that the browser kept of it, largest first. */
async function entriesOf({ type, key }: { type: string; key: "startTime" | "value" }): Promise<number[]> {
  const found: (PerformanceEntry & { value?: number })[] = [];
  new PerformanceObserver((list) => found.push(...list.getEntries())).observe({ type, buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 50));
  return found.map((entry) => entry[key] ?? 0).sort((a, b) => b - a);
}

/**
 * How much moves when our script comes late, on a window so high that nothing that moves goes unseen. What the theme
 * itself does has happened by then.
 */
export async function shiftOfLateScript(
  browser: Browser,
  { shop, path, signedIn }: Omit<Visit, "slower">,
): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 5_000 },
    userAgent: USER_AGENT,
  });
  try {
    const page = await context.newPage();
    if (signedIn) await signIn(page, shop);
    const { promise: isLate, resolve: hasPainted } = Promise.withResolvers<void>();
    await page.route(FIRST_SCRIPT, async (route) => {
      await isLate;
      await route.continue();
    });
    const loading = page.goto(`${shop}${path}`, { waitUntil: "load" });
    await page.waitForTimeout(WATCHED_MS * 2);
    const before = await page.evaluate(entriesOf, { type: "layout-shift", key: "value" } as const);
    hasPainted();
    await loading;
    await page.waitForTimeout(WATCHED_MS);
    const after = await page.evaluate(entriesOf, { type: "layout-shift", key: "value" } as const);
    return sum(after) - sum(before);
  } finally {
    await context.close();
  }
}

/** How often the app is asked when a member uses points and all goes well; `answer` is what it says. */
export async function requestsOfDeed(browser: Browser, shop: string, answer: unknown): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, userAgent: USER_AGENT });
  try {
    const page = await context.newPage();
    await signIn(page, shop);
    let asked = 0;
    await page.route("**/apps/**", async (route) => {
      asked++;
      await route.fulfill({ json: answer });
    });
    await page.goto(`${shop}/pages/rewards`);
    await page.locator('form[data-perennial="redeem"] button').first().click();
    await page.locator(".perennial-ask button").first().click();
    await page.locator(".perennial-told").first().waitFor();
    await page.waitForTimeout(WATCHED_MS);
    return asked;
  } finally {
    await context.close();
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
