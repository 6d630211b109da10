import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { FRAME, openPage } from "../../../tests/helpers/admin-app.ts";
import { accessibilityFindings, isSerious, lineOf, overflow } from "../../../tests/helpers/browser.ts";
import { textsFor, type Texts } from "../../../app/texts/texts.ts";
import type { Shot } from "../take.ts";
import type { AdminPage } from "./pages.ts";
import type { AdminStore } from "./store.ts";
import type { AdminView } from "./views.ts";
import { readVitals, watchVitals, type Vitals } from "./vitals.ts";

/** What was found of one page as one view shows it. */
export interface Look extends Vitals {
  page: string;
  view: string;
  /** Of axe, serious or worse, and of any weight. */
  serious: string[];
  findings: number;
  /** Pixels by which the page is wider than its window. */
  overflow: number;
  /** What the browser's console said was wrong. */
  errors: string[];
}

/** A page longer than this is cut off. */
const TALLEST = 6_000;
const QUIET_WITHIN_MS = 3_000;

/** All pages as one view shows them, each with a picture and what was found of it. */
export async function takePages(
  browser: Browser,
  view: AdminView,
  { store, pages, folder }: { store: AdminStore; pages: AdminPage[]; folder: string },
): Promise<{ shots: Shot[]; looks: Look[]; missed: string[] }> {
  const tab = await openPage(browser, view.width);
  tab.setDefaultTimeout(20_000);
  const errors: string[] = [];
  tab.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  tab.on("pageerror", (error) => errors.push(String(error)));
  await watchVitals(tab);
  const { origin } = new URL(store.address("past", ""));
  await tab.context().addCookies([{ name: "sandbox_language", value: view.locale, url: origin }]);
  const t = textsFor(view.locale);
  const shots: Shot[] = [];
  const looks: Look[] = [];
  const missed: string[] = [];
  for (const page of pages) {
    errors.length = 0;
    const name = `${page.group}: ${page.title}`;
    try {
      const app = await open(tab, page, { store, t });
      const looked = await lookAt(app);
      const faults = page.isMissing === true ? errors.filter((error) => !error.includes("404")) : errors;
      looks.push({ page: name, view: view.id, ...looked, errors: [...faults] });
      const file = `${fileName(`${page.group} ${page.title} ${view.id}`)}.png`;
      const size = await takeWhole(tab, app, join(folder, file));
      shots.push({ group: page.group, titles: [page.title], view: view.id, file: `admin/${file}`, ...size });
    } catch (error) {
      // One page that cannot be shown is a finding, and the others are looked at all the same.
      process.stderr.write(`${name}, ${view.id}: ${String(error)}\n`);
      missed.push(name);
    }
  }
  await tab.context().close();
  return { shots, looks, missed };
}

async function open(
  tab: Page,
  { shop, path, link, deed }: AdminPage,
  { store, t }: { store: AdminStore; t: Texts },
): Promise<Frame> {
  await tab.goto(store.address(shop, path));
  let app = await whenThere(tab);
  if (link !== undefined) {
    const href = await app.locator(link).first().getAttribute("href");
    await tab.goto(store.address(shop, href ?? path));
    app = await whenThere(tab);
  }
  await deed?.(app, t);
  return app;
}

async function whenThere(tab: Page): Promise<Frame> {
  const app = tab.frameLocator(`iframe[name=${FRAME}]`);
  await app.locator("h1").first().waitFor({ state: "attached" });
  await app.locator(".Polaris-SkeletonPage__Page").waitFor({ state: "detached" });
  // What a page loads later for itself, such as a count; one that asks again and again is not waited for.
  await tab.waitForLoadState("networkidle", { timeout: QUIET_WITHIN_MS }).catch(() => undefined);
  const frame = tab.frame({ name: FRAME });
  if (frame === null) throw new Error("the admin shows no app");
  return frame;
}

async function lookAt(app: Frame): Promise<Omit<Look, "page" | "view" | "errors">> {
  // Keys that every page takes, and a click that does nothing: what is measured is how soon the page answers.
  await app.locator("body").press("Tab");
  await app.locator("body").press("Tab");
  await app.locator("body").click({ position: { x: 2, y: 2 }, force: true });
  const vitals = await readVitals(app);
  const found = await accessibilityFindings(app);
  return {
    ...vitals,
    serious: found.filter(isSerious).map(lineOf),
    findings: found.length,
    overflow: await overflow(app),
  };
}

/** The window is made as tall as what stands in the frame. */
async function takeWhole(tab: Page, app: Frame, file: string): Promise<{ width: number; height: number }> {
  const usual = tab.viewportSize() ?? { width: 1280, height: 900 };
  const missing = await app.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  const size = { width: usual.width, height: Math.min(usual.height + Math.max(0, missing), TALLEST) };
  await tab.setViewportSize(size);
  mkdirSync(dirname(file), { recursive: true });
  await tab.screenshot({ path: file });
  await tab.setViewportSize(usual);
  return size;
}

function fileName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
