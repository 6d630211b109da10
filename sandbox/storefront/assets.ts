import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { EXTENSION_FOLDER } from "./app-blocks.ts";
import { EXTENSION_ASSETS } from "./extension.ts";
import { THEME_ASSETS, THEME_FOLDER } from "./render.ts";

const requireFrom = createRequire(import.meta.url);

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Typefaces come with their packages; the names are those that theme.css asks for. */
const FONTS: Record<string, string> = {
  "fraunces.woff2": "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2",
  "figtree.woff2": "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
};

/** A file of the theme or the app's extension, by the address that `asset_url` gives it; null for what there is not. */
export function findAsset(path: string): Response | null {
  const place = [
    { base: THEME_ASSETS, folder: join(THEME_FOLDER, "assets") },
    { base: EXTENSION_ASSETS, folder: join(EXTENSION_FOLDER, "assets") },
  ].find(({ base }) => path.startsWith(base));
  const name = place && path.slice(place.base.length);
  if (!place || !name || !/^[a-z0-9-]+\.[a-z0-9]+$/.test(name)) return null;
  const font = FONTS[name];
  const file = font ? requireFrom.resolve(font) : join(place.folder, name);
  const type = TYPES[extname(name)];
  if (!type || !existsSync(file)) return null;
  return new Response(readFileSync(file), {
    headers: { "content-type": type, "cache-control": font ? "public, max-age=86400" : "no-cache" },
  });
}
