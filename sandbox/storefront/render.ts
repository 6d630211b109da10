import { fileURLToPath } from "node:url";
import type { Liquid } from "liquidjs";
import { appBlockAssets, appBlocks, openExtension } from "./app-blocks.ts";
import { createEngine } from "./liquid/engine.ts";
import { PIXEL_SCRIPT, pixelOf } from "./pixel/pixel.ts";
import { pageGlobals } from "./objects/globals.ts";
import { themeChoiceOf } from "./theme-choice.ts";
import type { Visit } from "./visit.ts";

export const THEME_FOLDER = fileURLToPath(new URL("./theme", import.meta.url));
export const THEME_ASSETS = "/cdn/shop/t/1/assets/";

let engine: Liquid | null = null;

function theme(): Liquid {
  engine ??= createEngine({ folder: THEME_FOLDER, assetBase: THEME_ASSETS });
  return engine;
}

export interface PageOptions {
  status?: number;
  layout?: "theme" | "checkout";
  /** What the page is about: product, collection, order, form … */
  objects?: Record<string, unknown>;
  /** A block of the app that the page shows by itself. */
  shown?: string;
}

/** A page of the theme: the template in its layout, with the app's blocks where the app is installed. */
export function renderPage(visit: Visit, template: string, options: PageOptions = {}): Response {
  return renderContent(visit, template, options, (globals) => {
    const content: unknown = theme().renderFileSync(`templates/${template}.liquid`, {}, { globals });
    return String(content);
  });
}

/** Liquid from elsewhere (an app's proxy answer) in the theme's layout. */
export function renderForeign(visit: Visit, source: string, status: number): Response {
  return renderContent(visit, "app", { status }, (globals) =>
    String(theme().parseAndRenderSync(source, {}, { globals })),
  );
}

function renderContent(
  visit: Visit,
  template: string,
  { status = 200, layout = "theme", objects = {}, shown }: PageOptions,
  content: (globals: object) => string,
): Response {
  const globals = pageGlobals(visit, { template, ...objects });
  const installed = visit.sandbox.installation(visit.shop.domain) !== null;
  const { places, embeds } = themeChoiceOf(visit.sandbox.store, visit.shop.domain);
  const placed = {
    places,
    embeds: visit.session.embeds ? openExtension().embeds : embeds,
    shown: shown ?? null,
  };
  const withBlocks = { ...globals, app_blocks: installed ? appBlocks(globals, placed) : {} };
  const content_for_layout = content(withBlocks);
  const assets = installed ? appBlockAssets(placed) : { stylesheets: [], scripts: [] };
  const page: unknown = theme().renderFileSync(
    `layout/${layout}.liquid`,
    { content_for_layout, app_assets: assets, pixel: pixelTag(visit) },
    { globals: withBlocks },
  );
  return visit.html(String(page), status);
}

/** For the page's head; null where no pixel runs. */
function pixelTag(visit: Visit): { worker: string; settings: string } | null {
  const pixel = pixelOf(visit);
  return pixel && { worker: PIXEL_SCRIPT, settings: JSON.stringify(pixel.settings) };
}
