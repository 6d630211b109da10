import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Look } from "../../sandbox/storefront/theme-settings.ts";
import { AccessibilityReport } from "../helpers/accessibility-report.ts";
import { axeFaults, countRules, fitFaults, lookFaults, prepareAxe } from "../helpers/block-faults.ts";
import { listScenes, renderScene } from "../helpers/block-scenes.ts";
import { openBrowser } from "../helpers/browser.ts";
import { playShopperStates, type ShopperState } from "../helpers/shopper-states.ts";
import { openShell, show } from "../helpers/theme-shell.ts";

/** The others show what the first has, in other colours and words: what these decide is asked of them, and no more. */
const LOOKS: (Look & { faultsOf: typeof axeFaults })[] = [
  { theme: "light", locale: "en", scheme: null, faultsOf: axeFaults },
  { theme: "light", locale: "en", scheme: "dark", faultsOf: lookFaults },
  { theme: "dark", locale: "en", scheme: null, faultsOf: lookFaults },
  { theme: "serif", locale: "ar", scheme: null, faultsOf: lookFaults },
];

let browser: Browser;
let states: ShopperState[];

beforeAll(async () => {
  [browser, states] = await Promise.all([openBrowser(), playShopperStates()]);
});
afterAll(() => browser.close());

const report = new AccessibilityReport();

/** Shows a block in every state, what looks the same once, and collects what is found. */
async function throughStates(
  page: Page,
  { block, look, faultsOf }: { block: string; look: Look; faultsOf: (page: Page) => Promise<string[]> },
): Promise<{ states: number; faults: string[] }> {
  const faults: string[] = [];
  const byMarkup = Map.groupBy(states, (state) => renderScene(block, state, look.locale));
  const silent = byMarkup.get("")?.length ?? 0;
  byMarkup.delete("");
  for (const [markup, [state]] of byMarkup) {
    await show(page, markup);
    await openAll(page);
    const found = await faultsOf(page);
    faults.push(...found.map((fault) => `${block}, ${state?.id}: ${fault}`));
  }
  return { states: states.length - silent, faults };
}

/** Opens what is folded up: what is found then is found of what stands there anyway, too. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll<HTMLDetailsElement>("#slot details")) folded.open = true;
    for (const drawer of document.querySelectorAll<HTMLElement>("#slot [popover]")) drawer.showPopover();
  });
}

describe.each(LOOKS)("in the theme $theme, $locale, scheme $scheme", (look) => {
  it("axe finds nothing in any block and state", async () => {
    const page = await openShell(browser, look, { width: 375 });
    await prepareAxe(page);
    const rules = await countRules(page);
    const found: string[] = [];
    for (const block of listScenes()) {
      const { states, faults } = await throughStates(page, { block, look, faultsOf: look.faultsOf });
      report.note(block, { states, faults: faults.length, rules });
      found.push(...faults);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  it("everything fits a window of 320 pixels", async () => {
    const page = await openShell(browser, look, { width: 320 });
    const found: string[] = [];
    for (const block of listScenes())
      found.push(...(await throughStates(page, { block, look, faultsOf: fitFaults })).faults);
    expect(found).toEqual([]);
    await page.context().close();
  });
});

it("is what docs/accessibility.md says", async () => {
  await expect(await report.markdown()).toMatchFileSnapshot(report.page);
});
