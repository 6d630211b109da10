import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { renderScene } from "../../tests/helpers/block-scenes.ts";
import type { ShopperState } from "../../tests/helpers/shopper-states.ts";
import { openShell, show } from "../../tests/helpers/theme-shell.ts";
import type { View } from "./options.ts";
import { takeSlot, type Shot } from "./take.ts";

const BLOCK = "points-shop";
/** Somebody who could use points at once. */
const STATE = "reachable";

const TROUBLES: {
  id: string;
  title: string;
  javaScriptEnabled: boolean;
  meet?: (page: Page) => Promise<void>;
}[] = [
  { id: "without-scripts", title: "JavaScript off", javaScriptEnabled: false },
  { id: "out-of-reach", title: "App out of reach", javaScriptEnabled: true, meet: usePoints },
];

/** What no document says: a browser that runs no scripts, and an app that does not answer when points are used. */
export async function takeTroubles(
  browser: Browser,
  view: View,
  { blocks, states, folder }: { blocks: string[]; states: ShopperState[]; folder: string },
): Promise<Shot[]> {
  const state = states.find(({ id }) => id === STATE);
  if (state === undefined || !blocks.includes(BLOCK)) return [];
  const shots: Shot[] = [];
  for (const { id, title, javaScriptEnabled, meet } of TROUBLES) {
    const page = await openShell(browser, view, { width: view.width, javaScriptEnabled });
    const camera = await page.context().newCDPSession(page);
    await show(page, renderScene(BLOCK, state, view.locale));
    await meet?.(page);
    const file = join(BLOCK, `${id} ${view.id}.png`).replaceAll(" ", "-");
    const size = await takeSlot(page, camera, join(folder, file));
    shots.push({ group: BLOCK, titles: [title], view: view.id, file, ...size });
    await page.context().close();
  }
  return shots;
}

/** Nobody answers in the shell that blocks are shown in. */
async function usePoints(page: Page): Promise<void> {
  await page.locator('form[data-perennial="redeem"]:not([hidden]) [type="submit"]').first().click();
  await page.locator(".perennial-ask .perennial-action").click();
  await page.locator("form:not([aria-busy]) + .perennial-told").waitFor();
}
