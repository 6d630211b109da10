import { isLocale, type Locale } from "../../sandbox/storefront/languages.ts";
import type { Look } from "../../sandbox/storefront/theme-settings.ts";
import { isThemeName, THEMES } from "../../sandbox/storefront/themes.ts";

/** A page of so many pixels' width, in a theme and language. */
export interface View extends Look {
  /** Names it in addresses and captions: "dark 375 ar". */
  id: string;
  width: number;
}

export interface Options {
  views: View[];
  /** Parts of names; null for all. */
  block: string | null;
  state: string | null;
}

const WIDTHS = [1280, 375];

export const USAGE = `usage: npm run shots -- [--block=NAME] [--state=NAME] [--theme=light|dark|serif] [--width=375] [--locale=ar]\n`;

/** null where the words make no sense. */
export function readOptions(words: string[]): Options | null {
  const options: Options = { views: ALL_VIEWS, block: null, state: null };
  for (const word of words) {
    const [, name, value = ""] = /^--(\w+)=([\w-]+)$/.exec(word) ?? [];
    if (name === "block" || name === "state") options[name] = value;
    else if (name === "locale" && isLocale(value)) options.views = viewsIn(value);
    else if (name !== "theme" && name !== "width") return null;
  }
  const theme = valueOf(words, "theme");
  const width = valueOf(words, "width");
  if (theme !== null && !isThemeName(theme)) return null;
  options.views = options.views.filter(
    (view) => (theme === null || view.theme === theme) && (width === null || String(view.width) === width),
  );
  return options.views.length === 0 ? null : options;
}

function valueOf(words: string[], name: string): string | null {
  const prefix = `--${name}=`;
  return words.find((word) => word.startsWith(prefix))?.slice(prefix.length) ?? null;
}

function viewsIn(locale: Locale): View[] {
  return THEMES.flatMap((theme) => WIDTHS.map((width) => view({ theme, locale, scheme: null }, width)));
}

function view(look: Look, width: number): View {
  const parts = [look.theme, look.scheme === "dark" ? "at-night" : null, width, look.locale];
  return { ...look, width, id: parts.filter((part) => part !== null && part !== "en").join(" ") };
}

/** Every theme at both widths, and what no theme shows: from right to left, and a light theme's dark scheme. */
const ALL_VIEWS: View[] = [
  ...viewsIn("en"),
  view({ theme: "light", locale: "en", scheme: "dark" }, 1280),
  view({ theme: "light", locale: "en", scheme: "dark" }, 375),
  view({ theme: "serif", locale: "ar", scheme: null }, 1280),
  view({ theme: "light", locale: "ar", scheme: null }, 375),
];
