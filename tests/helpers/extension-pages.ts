import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { expect } from "vitest";
import { WIDTHS } from "./admin-app.ts";
import { accessibilityFaults, overflow } from "./browser.ts";

const HEIGHT = 900;

/** What an extension shows at this target of the page. */
export function extensionAt(page: Page, target: string): FrameLocator {
  return page.frameLocator(`iframe[data-target="${target}"]`);
}

/** The page and every extension on it, at each width: no serious fault, nothing wider than its place, nothing failed. */
export async function expectAllSound(page: Page, what: string): Promise<void> {
  for (const width of [...WIDTHS].reverse()) {
    await page.setViewportSize({ width, height: HEIGHT });
    await keepPicture(page, `${what} ${width}`);
    for (const place of page.frames()) {
      const where = `${what} at ${width} px, ${new URL(place.url()).pathname}`;
      expect.soft(await accessibilityFaults(place), where).toEqual([]);
      expect.soft(await overflow(place), where).toBe(0);
      expect.soft(await place.locator(".sandbox-failure").allTextContents(), where).toEqual([]);
    }
  }
}

/** SCREENSHOTS names a folder for a picture of everything that was looked at. */
async function keepPicture(page: Page, what: string): Promise<void> {
  const { SCREENSHOTS: folder } = process.env;
  if (folder === undefined) return;
  // A frame is as high as its content once that was laid out at this width.
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${what.replaceAll(/\W+/g, "-")}.png`), fullPage: true });
}
