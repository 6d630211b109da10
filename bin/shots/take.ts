import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, CDPSession, Page } from "playwright-core";
import { renderScene } from "../../tests/helpers/block-scenes.ts";
import type { ShopperState } from "../../tests/helpers/shopper-states.ts";
import { openShell, show } from "../../tests/helpers/theme-shell.ts";
import type { View } from "./options.ts";

/** A picture that was taken, and of what. */
export interface Shot {
  group: string;
  /** The states that look like this. */
  titles: string[];
  view: string;
  /** From the gallery's folder; null where there is nothing to be seen. */
  file: string | null;
  width: number;
  height: number;
}

/** Around the block, so that its edges are seen. */
const MARGIN = 24;

/** All blocks in all states, as one view shows them; states that print the same share a picture. */
export async function takeBlocks(
  browser: Browser,
  view: View,
  { blocks, states, folder }: { blocks: string[]; states: ShopperState[]; folder: string },
): Promise<Shot[]> {
  const page = await openShell(browser, view, { width: view.width });
  const camera = await page.context().newCDPSession(page);
  const shots: Shot[] = [];
  for (const block of blocks) {
    const byMarkup = Map.groupBy(states, (state) => renderScene(block, state, view.locale));
    for (const [markup, alike] of byMarkup) {
      const titles = alike.map(({ title }) => title);
      const about = { group: block, titles, view: view.id };
      if (markup === "") {
        shots.push({ ...about, file: null, width: 0, height: 0 });
        continue;
      }
      await show(page, markup);
      const file = join(block, `${alike[0]?.id ?? ""} ${view.id}.png`).replaceAll(" ", "-");
      shots.push({ ...about, file, ...(await takeSlot(page, camera, join(folder, file))) });
      if (await openDrawer(page)) {
        const opened = file.replace(".png", "-open.png");
        const titlesOpened = titles.map((title) => `${title}, opened`);
        const size = await takeSlot(page, camera, join(folder, opened));
        shots.push({ ...about, titles: titlesOpened, file: opened, ...size });
      }
    }
  }
  await page.context().close();
  return shots;
}

/** Opens a drawer of the block; whether there is one. */
async function openDrawer(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const drawer = document.querySelector<HTMLElement>("#slot [popover]");
    drawer?.showPopover();
    return drawer !== null;
  });
}

/** Everything that the blocks draw, wherever they stand. */
export async function takeSlot(page: Page, camera: CDPSession, file: string) {
  const box = await page.evaluate(() => {
    const drawn = [...document.querySelectorAll("#slot, #slot *")]
      .filter((part) => part.checkVisibility())
      // A drawer scrolls: what is in it reaches further than what is seen.
      .filter((part) => part.matches("[popover]") || part.closest("[popover]") === null)
      .map((part) => part.getBoundingClientRect())
      .filter(({ width, height }) => width > 1 && height > 1);
    return {
      top: Math.min(...drawn.map(({ top }) => top)),
      right: Math.max(...drawn.map(({ right }) => right)),
      bottom: Math.max(...drawn.map(({ bottom }) => bottom)),
      left: Math.min(...drawn.map(({ left }) => left)),
    };
  });
  const x = Math.max(0, box.left - MARGIN);
  const y = Math.max(0, box.top - MARGIN);
  const width = Math.min(page.viewportSize()?.width ?? 0, box.right + MARGIN) - x;
  const height = box.bottom + MARGIN - y;
  const { data } = await camera.send("Page.captureScreenshot", {
    format: "png",
    captureBeyondViewport: true,
    clip: { x, y, width, height, scale: 1 },
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(data, "base64"));
  return { width: Math.round(width), height: Math.round(height) };
}
