import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "../../sandbox/storefront/languages.ts";
import { fitFaults } from "../helpers/block-faults.ts";
import { listScenes, renderScene } from "../helpers/block-scenes.ts";
import { openBrowser } from "../helpers/browser.ts";
import { playShopperStates, type ShopperState } from "../helpers/shopper-states.ts";
import { openShell, show } from "../helpers/theme-shell.ts";

let browser: Browser;
let states: ShopperState[];

beforeAll(async () => {
  [browser, states] = await Promise.all([openBrowser(), playShopperStates()]);
});
afterAll(() => browser.close());

describe("on a phone of 375 pixels", () => {
  it.each(LOCALES)("no text in %s is cut off or leaves its place, in any block and state", async (locale) => {
    const page = await openShell(browser, { theme: "dark", locale, scheme: null }, { width: 375 });
    const faults: string[] = [];
    for (const scene of listScenes())
      for (const [markup, [state]] of Map.groupBy(states, (known) => renderScene(scene, known, locale))) {
        if (markup === "") continue;
        await show(page, markup);
        faults.push(...(await fitFaults(page)).map((fault) => `${scene}, ${state?.id}: ${fault}`));
      }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
