import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXTENSION_FOLDER } from "./app-blocks.ts";
import { EXTENSION_ASSETS } from "./extension.ts";
import { FONT_PACKAGES, languageOf, LOCALES } from "./languages.ts";
import { THEME_ASSETS, THEME_FOLDER } from "./render.ts";

const requireFrom = createRequire(import.meta.url);

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** What the platform itself gives to every theme. */
const PLATFORM = "/cdn/shopifycloud/";
const PLATFORM_FILES: Record<string, string> = {
  "load-feature.js": fileURLToPath(new URL("./load-feature.js", import.meta.url)),
  "pixel-host.js": fileURLToPath(new URL("./pixel/host.js", import.meta.url)),
  "model-viewer.js": "@google/model-viewer/dist/model-viewer.min.js",
};

/** Typefaces come with their packages; the names are those that the themes' style sheets ask for. */
const FONTS: Record<string, string> = {
  "archivo.woff2": "archivo/files/archivo-latin-standard-normal.woff2",
  "figtree.woff2": "figtree/files/figtree-latin-wght-normal.woff2",
  "fraunces.woff2": "fraunces/files/fraunces-latin-opsz-normal.woff2",
  "newsreader.woff2": "newsreader/files/newsreader-latin-wght-normal.woff2",
};

/** Each has a style sheet that names many files, of which a browser takes those that a page needs. */
const SCRIPTS = LOCALES.map((locale) => languageOf(locale).font);

/** A file of the theme or the app's extension, by the address that `asset_url` gives it; null for what there is not. */
export function findAsset(path: string): Response | null {
  if (path.startsWith(FONT_PACKAGES)) return findScript(path.slice(FONT_PACKAGES.length));
  if (path.startsWith(PLATFORM)) {
    const file = PLATFORM_FILES[path.slice(PLATFORM.length)];
    return file === undefined ? null : fileAt(requireFrom.resolve(file), { lasting: true });
  }
  const place = [
    { base: THEME_ASSETS, folder: join(THEME_FOLDER, "assets") },
    { base: EXTENSION_ASSETS, folder: join(EXTENSION_FOLDER, "assets") },
  ].find(({ base }) => path.startsWith(base));
  const name = place && path.slice(place.base.length);
  if (!place || !name || !/^[a-z0-9-]+\.[a-z0-9]+$/.test(name)) return null;
  const font = FONTS[name];
  if (font) return fileAt(fontFile(font), { lasting: true });
  return fileAt(join(place.folder, name), { lasting: false });
}

/** "noto-sans-jp/index.css", and what that names. */
function findScript(path: string): Response | null {
  const [, font = ""] = /^([a-z-]+)\/(?:index\.css|files\/[\w-]+\.woff2)$/.exec(path) ?? [];
  return SCRIPTS.includes(font) ? fileAt(fontFile(path), { lasting: true }) : null;
}

function fontFile(path: string): string {
  const [name = "", ...rest] = path.split("/");
  return join(requireFrom.resolve(`@fontsource-variable/${name}/package.json`), "..", ...rest);
}

function fileAt(file: string, { lasting }: { lasting: boolean }): Response | null {
  const type = TYPES[extname(file)];
  if (!type || !existsSync(file)) return null;
  return new Response(readFileSync(file), {
    headers: { "content-type": type, "cache-control": lasting ? "public, max-age=86400" : "no-cache" },
  });
}
