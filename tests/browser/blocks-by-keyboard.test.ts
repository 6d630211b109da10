import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeFaults, prepareAxe } from "../helpers/block-faults.ts";
import { listScenes, renderScene } from "../helpers/block-scenes.ts";
import { pressKeyUntil } from "../helpers/admin-app.ts";
import { openBrowser } from "../helpers/browser.ts";
import { playShopperStates, type ShopperState } from "../helpers/shopper-states.ts";
import { openShell, show } from "../helpers/theme-shell.ts";
import { THEMES } from "../../sandbox/storefront/themes.ts";

let browser: Browser;
let states: ShopperState[];
let page: Page;

beforeAll(async () => {
  [browser, states] = await Promise.all([openBrowser(), playShopperStates()]);
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

function stateNamed(id: string): ShopperState {
  const state = states.find((known) => known.id === id);
  if (state === undefined) throw new Error(`there is no state ${id}`);
  return state;
}

async function open(block: string, state: string): Promise<void> {
  page = await openShell(browser, { theme: "light", locale: "en", scheme: null });
  await show(page, renderScene(block, stateNamed(state)));
}

interface Node {
  role?: { value: string };
  name?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value: unknown } }[];
  ignored: boolean;
}

/** What the browser tells assistive technology. */
async function accessibilityTree(): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  return nodes.filter(({ ignored }) => !ignored);
}

interface Stop {
  /** Place among everything in the block, in the order it stands. */
  place: number;
  name: string;
  outline: string;
}

/** What the focus stands on; null once it has left the block. */
function stop(): Promise<Stop | null> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null || element.closest("#slot") === null) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      place: [...document.querySelectorAll("#slot *")].indexOf(element),
      name: element.textContent?.trim().slice(0, 40) || (element.getAttribute("name") ?? element.tagName),
      outline: outlineStyle === "none" ? "none" : outlineWidth,
    };
  });
}

/** Where the tab key leads, from the first control to the last. */
async function walk(): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.locator("#main").evaluate((main) => {
    main.tabIndex = -1;
    main.focus();
  });
  for (;;) {
    await page.keyboard.press("Tab");
    const here = await stop();
    if (here === null || stops.some(({ place }) => place === here.place)) return stops;
    stops.push(here);
  }
}

function controls(): Promise<number[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll("#slot *")];
    const isControl = (element: Element) =>
      element.matches(
        "a[href], button:not([disabled]), input:not([type=hidden]), select, summary, [tabindex='0']",
      );
    return all.flatMap((element, place) =>
      isControl(element) && element.checkVisibility({ visibilityProperty: true }) ? [place] : [],
    );
  });
}

describe.each(THEMES)("in the theme %s", (theme) => {
  it("the tab key leads to every control, in the order they stand, and shows where it is", async () => {
    page = await openShell(browser, { theme, locale: "en", scheme: null });
    for (const block of listScenes()) {
      for (const state of ["guest", "held"]) {
        await show(page, renderScene(block, stateNamed(state)));
        const stops = await walk();
        expect(
          stops.map(({ place }) => place),
          `${block}, ${state}`,
        ).toEqual(await controls());
        for (const { name, outline } of stops)
          expect(parseFloat(outline), `${block}, ${state}: ${name}`).toBeGreaterThanOrEqual(2);
      }
    }
  });
});

describe("using points", () => {
  const use = () => page.getByRole("button", { name: /^Use points ?: Free shipping/ });

  it("asks first where the button was; Escape takes the question back, and the focus with it", async () => {
    await open("points-shop", "reachable");
    await pressKeyUntil(page, "Tab", use());
    await page.keyboard.press("Enter");
    const question = page.locator(".perennial-ask");
    await question.waitFor();
    expect(await question.evaluate((place) => place.contains(document.activeElement))).toBe(true);
    await prepareAxe(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await question.count()).toBe(0);
    expect(await use().evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it("says so where the app is out of reach, aloud as well, and keeps the focus", async () => {
    await open("points-shop", "reachable");
    await pressKeyUntil(page, "Tab", use());
    await page.keyboard.press("Enter");
    await page.locator(".perennial-ask").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const said = page.getByRole("status");
    await expect.poll(() => said.textContent()).toMatch(/could not reach|nothing is lost/i);
    expect(await page.locator(".perennial-told").first().isVisible()).toBe(true);
    expect(await stop()).not.toBeNull();
    await prepareAxe(page);
    expect(await axeFaults(page)).toEqual([]);
  });
});

describe("the launcher", () => {
  const button = () => page.getByRole("button", { name: "Rewards" });
  const drawer = () => page.getByRole("dialog");

  it("is closed until it is asked for", async () => {
    await open("launcher", "held");
    expect(await drawer().isVisible()).toBe(false);
  });

  it("opens by keyboard, leads on inside, and gives the focus back when Escape closes it", async () => {
    await open("launcher", "held");
    await button().focus();
    await page.keyboard.press("Enter");
    expect(await drawer().isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await drawer().evaluate((place) => place.contains(document.activeElement))).toBe(true);
    await prepareAxe(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await drawer().isVisible()).toBe(false);
    expect(await button().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("has a name, and its button tells whether it is open", async () => {
    await open("launcher", "held");
    const isExpanded = async () =>
      (await accessibilityTree())
        .find(({ role }) => role?.value === "button")
        ?.properties?.find(({ name }) => name === "expanded")?.value.value;
    expect(await isExpanded()).toBe(false);
    await button().click();
    expect(await isExpanded()).toBe(true);
    expect(await drawer().ariaSnapshot()).toMatch(/^- dialog "[^"]+"/);
  });

  it("stays open beneath 400 % of zoom without leaving the window", async () => {
    await open("launcher", "held");
    await page.setViewportSize({ width: 320, height: 256 });
    await button().click();
    const box = await drawer().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(256);
  });
});

describe("what a screen reader says of progress", () => {
  it.each(["reachable", "top", "millions", "zero", "long-names"])(
    "%s: every bar has a name and a value",
    async (state) => {
      await open("points-panel", state);
      const camera = await page.context().newCDPSession(page);
      const { nodes } = (await camera.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
      const bars = nodes.filter(({ role, ignored }) => !ignored && /progress|meter/i.test(role?.value ?? ""));
      for (const bar of bars) {
        expect(bar.name?.value).toMatch(/\w/);
        expect(String(bar.value?.value)).toMatch(/\d/);
      }
      const isTop = state === "top" || state === "millions";
      expect(bars.length).toBe(isTop ? 0 : 1);
    },
  );
});

describe("a shopper's own settings", () => {
  it("less motion: nothing moves", async () => {
    await open("points-panel", "held");
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("#slot *")]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return (
            animationName !== "none" || transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01)
          );
        })
        .map(({ className }) => String(className)),
    );
    expect(moving).toEqual([]);
  });

  it("own colours: bars, marks and buttons can still be told from what is around them", async () => {
    page = await openShell(
      browser,
      { theme: "light", locale: "en", scheme: null },
      { forcedColors: "active" },
    );
    await show(page, renderScene("points-panel", stateNamed("held")));
    for (const what of [
      "progress",
      ".perennial-icon",
      "button.perennial-action",
      ".perennial-step[aria-current]",
    ]) {
      const part = page.locator(`#slot ${what}`).filter({ visible: true }).first();
      expect(await strongestContrast(await part.screenshot()), what).toBeGreaterThan(3);
    }
  });

  async function strongestContrast(picture: Buffer): Promise<number> {
    return page.evaluate(async (base64) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const paper = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (paper === null) throw new Error("there is no canvas");
      paper.drawImage(image, 0, 0);
      const { data } = paper.getImageData(0, 0, image.width, image.height);
      let [least, most] = [1, 0];
      for (let at = 0; at < data.length; at += 4) {
        const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]].map(
          (part) => ((part ?? 0) / 255) ** 2.2,
        );
        const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        [least, most] = [Math.min(least, light), Math.max(most, light)];
      }
      return (most + 0.05) / (least + 0.05);
    }, picture.toString("base64"));
  }
});
