import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { drawPicture } from "../../sandbox/history/pictures.ts";
import { findAsset } from "../../sandbox/storefront/assets.ts";
import { EXTENSION_ASSETS, ThemeExtension } from "../../sandbox/storefront/extension.ts";
import { createEngine } from "../../sandbox/storefront/liquid/engine.ts";
import { globalsOf } from "../../sandbox/storefront/liquid/page.ts";
import { THEME_ASSETS, THEME_FOLDER } from "../../sandbox/storefront/render.ts";
import { themeSettings, type Look } from "../../sandbox/storefront/theme-settings.ts";
import { USER_AGENT } from "./browser.ts";
import { EXTENSION, NOW } from "./theme-page.ts";

const ORIGIN = "http://shop.test";
/** What a theme's section is to a block: its width, and a heading above it. */
const SHELL = `<!doctype html>
<html lang="{{ theme_settings.locale }}" dir="{{ theme_settings.direction }}" data-theme="{{ theme_settings.theme }}"{% if theme_settings.scheme %} data-scheme="{{ theme_settings.scheme }}"{% endif %}>
  <head>{% render 'head', app_assets: app_assets %}</head>
  <body>
    <main id="main">
      <h1 class="hidden">{{ shop.name }}</h1>
      <div class="width narrow shopify-section" id="slot"></div>
    </main>
  </body>
</html>`;

const theme = createEngine({ folder: THEME_FOLDER, assetBase: THEME_ASSETS });

/**
 * An empty page of one of the sandbox's themes, with everything that blocks bring along, in a browser; `show` puts
 * blocks into it. No server: what the page asks for comes from the files, and what is not there is a 404.
 */
export async function openShell(
  browser: Browser,
  look: Look,
  { width = 1280, ...options }: { width?: number } & BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    userAgent: USER_AGENT,
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  // The clock of what is shown: what has an end has not come to it.
  await page.clock.setFixedTime(new Date(NOW));
  const shell = renderShell(look);
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = pathname === "/" ? null : fileAt(pathname);
    if (answer === null) return route.fulfill({ contentType: "text/html; charset=utf-8", body: shell });
    const { status, headers } = answer;
    const body = Buffer.from(await answer.arrayBuffer());
    return route.fulfill({ status, headers: Object.fromEntries(headers), body });
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

function fileAt(path: string): Response {
  const [, picture] = /^\/sandbox\/pictures\/([\w-]+)\.svg$/.exec(path) ?? [];
  if (picture !== undefined)
    return new Response(drawPicture(picture), { headers: { "content-type": "image/svg+xml" } });
  return findAsset(path) ?? new Response(null, { status: 404 });
}

/** Replaces what the page shows; answers when pictures and typefaces are there. */
export async function show(page: Page, markup: string): Promise<void> {
  await page.evaluate(async (html) => {
    const slot = document.querySelector("#slot");
    if (slot !== null) slot.innerHTML = html;
    const pictures = [...document.querySelectorAll<HTMLImageElement>("#slot img")];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode()));
    await document.fonts.ready;
  }, markup);
}

function renderShell(look: Look): string {
  const { locale } = look;
  const page = { locale, timezone: "Europe/London", moneyFormat: "", now: new Date(0) };
  const shop = { name: "Perennial" };
  const settings = { ...themeSettings(look), locale };
  const globals = globalsOf(page, { shop, theme_settings: settings, template: "page.block" });
  return String(theme.parseAndRenderSync(SHELL, { app_assets: assetsOfBlocks() }, { globals }));
}

/** Of all blocks, each once. */
function assetsOfBlocks(): { stylesheets: string[]; scripts: string[] } {
  const extension = new ThemeExtension(EXTENSION);
  const schemas = extension.types.map((type) => extension.schema(type));
  const addresses = (files: (string | undefined)[]): string[] => [
    ...new Set(files.flatMap((file) => (file === undefined ? [] : [`${EXTENSION_ASSETS}${file}`]))),
  ];
  return {
    stylesheets: addresses(schemas.map((schema) => schema.stylesheet)),
    scripts: addresses(schemas.map((schema) => schema.javascript)),
  };
}
