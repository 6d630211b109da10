import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Look } from "../../sandbox/storefront/theme-settings.ts";
import { axeFaults, fitFaults, prepareAxe } from "../helpers/block-faults.ts";
import { listBlocks, renderState } from "../helpers/block-scenes.ts";
import { openBrowser } from "../helpers/browser.ts";
import { playShopperStates, type ShopperState } from "../helpers/shopper-states.ts";
import { openShell, show } from "../helpers/theme-shell.ts";

const LOOKS: Look[] = [
  { theme: "light", locale: "en", scheme: null },
  { theme: "light", locale: "en", scheme: "dark" },
  { theme: "dark", locale: "en", scheme: null },
  { theme: "serif", locale: "ar", scheme: null },
];

let browser: Browser;
let states: ShopperState[];

beforeAll(async () => {
  [browser, states] = await Promise.all([openBrowser(), playShopperStates()]);
});
afterAll(() => browser.close());

/** Shows every block in every state, what looks the same once, and collects what is found. */
async function throughAllStates(
  page: Page,
  look: Look,
  faultsOf: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const block of listBlocks()) {
    const byMarkup = Map.groupBy(states, (state) => renderState(block, state, look.locale));
    for (const [markup, [state]] of byMarkup) {
      if (markup === "") continue;
      await show(page, markup);
      const note = (faults: string[]) =>
        found.push(...faults.map((fault) => `${block}, ${state?.id}: ${fault}`));
      note(await faultsOf(page));
      if (await openAll(page)) note(await faultsOf(page));
    }
  }
  return found;
}

/** Opens what is folded up; whether there was anything. */
async function openAll(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const folded = [...document.querySelectorAll<HTMLElement>("#slot details, #slot [popover]")];
    for (const element of folded)
      if (element instanceof HTMLDetailsElement) element.open = true;
      else element.showPopover();
    return folded.length > 0;
  });
}

describe.each(LOOKS)("in the theme $theme, $locale, scheme $scheme", (look) => {
  it("axe finds nothing in any block and state", async () => {
    const page = await openShell(browser, look, { width: 375 });
    await prepareAxe(page);
    expect(await throughAllStates(page, look, axeFaults)).toEqual([]);
    await page.context().close();
  });

  it("everything fits a window of 320 pixels", async () => {
    const page = await openShell(browser, look, { width: 320 });
    expect(await throughAllStates(page, look, fitFaults)).toEqual([]);
    await page.context().close();
  });
});
