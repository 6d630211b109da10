import { join } from "node:path";
import type { Browser, Frame, FrameLocator, Locator, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { accessibilityFaults, overflow, USER_AGENT } from "./browser.ts";

export const WIDTHS = [1280, 375] as const;
export const FRAME = "app-iframe";
/** How long a tab waits for what it is told to do: the machine may be busy with an app that has just started. */
const PATIENCE_MS = 60_000;

export async function openPage(browser: Browser, width: number = WIDTHS[0]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, userAgent: USER_AGENT });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}

/** What stands inside the admin's frame. */
export function appIn(page: Page): FrameLocator {
  return page.frameLocator(`iframe[name=${FRAME}]`);
}

/** Opens a page of the app by its address in the admin, and waits until the page of this title is there. */
export async function openInAdmin(page: Page, address: string, title: string): Promise<FrameLocator> {
  await page.goto(address);
  return shown(page, title);
}

/** Waits until the frame shows the page of this title. */
export async function shown(page: Page, title: string): Promise<FrameLocator> {
  const app = appIn(page);
  const heading = app.getByRole("heading", { level: 1, name: title });
  await heading.waitFor({ state: "attached" });
  await heading.evaluate(untilAlive);
  return app;
}

/** The server's page is there before its script: what is pressed earlier than that is pressed for nothing. */
function untilAlive(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const isAlive = Object.keys(element).some((key) => key.startsWith("__reactFiber$"));
      if (isAlive) resolve();
      else setTimeout(look, 20);
    };
    look();
  });
}

/** On the first steps, which the app opens at until a programme is chosen: stays with the one it came with. */
export async function keepProgramme(page: Page): Promise<void> {
  const start = await shown(page, "Get started");
  await start.getByRole("button", { name: "Keep it for now" }).click();
  await page.getByRole("status").getByText("Kept.").waitFor();
}

/** Waits until the admin says this of what was done. */
export async function toast(page: Page, text: string): Promise<void> {
  await page.getByRole("status").getByText(text, { exact: true }).waitFor();
}

/** Says yes to what the app asks before it does it. */
export async function confirm(app: FrameLocator, name: string): Promise<void> {
  await app.getByRole("dialog").getByRole("button", { name }).click();
}

/** The number that stands under this label. */
export async function figure(page: Page, label: string): Promise<string> {
  const name = appIn(page).locator(".perennial-figures").getByText(label, { exact: true });
  return (await name.first().locator("xpath=following-sibling::*[1]").textContent()) ?? "";
}

/** Walks by this key until the focus has reached the place. */
export async function pressKeyUntil(page: Page, key: string, place: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press(key);
    if (await place.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`${key} does not lead to ${String(place)}`);
}

/** The page has no serious fault and fits its window; with an app in it, the app does as well. */
export async function expectSound(page: Page, what: string): Promise<void> {
  await keepPicture(page, what);
  const places: (Page | Frame)[] = [page];
  const app = page.frame({ name: FRAME });
  if (app !== null) places.push(app);
  for (const place of places) {
    expect(await accessibilityFaults(place), what).toEqual([]);
    expect(await overflow(place), what).toBe(0);
  }
}

/** Keeps a picture of every tab where a test ended that failed. */
export function keepPicturesOfFailures(browser: Browser): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const tabs = browser.contexts().flatMap((context) => context.pages());
    for (const [number, tab] of tabs.entries()) await keepPicture(tab, `failed ${task.name} ${number + 1}`);
  });
}

/** SCREENSHOTS names a folder for a picture of everything that was looked at. */
async function keepPicture(page: Page, what: string): Promise<void> {
  const { SCREENSHOTS: folder } = process.env;
  if (folder === undefined) return;
  const name = `${what} ${page.viewportSize()?.width ?? ""}`.replaceAll(/\W+/g, "-");
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
