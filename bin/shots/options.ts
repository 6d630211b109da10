import { isLocale, type Locale } from "../../sandbox/storefront/languages.ts";
import type { Look } from "../../sandbox/storefront/theme-settings.ts";
import { isThemeName, THEMES } from "../../sandbox/storefront/themes.ts";
import { adminViews, type AdminView } from "./admin/views.ts";

/** A page of so many pixels' width, in a theme and language. */
export interface View extends Look {
  /** Names it in addresses and captions: "dark 375 ar". */
  id: string;
  width: number;
}

export interface Options {
  /** Which of the two are wanted; both where nothing is said. */
  blocks: boolean;
  admin: boolean;
  views: View[];
  adminViews: AdminView[];
  /** Parts of names; null for all. */
  block: string | null;
  state: string | null;
  page: string | null;
  /** Address of a demo that runs already, for the admin's pages. */
  store: string | null;
}

const WIDTHS = [1280, 375];

export const USAGE = `usage: npm run shots -- [--blocks|--admin] [--width=375] [--locale=ar]
  of the blocks: [--block=NAME] [--state=NAME] [--theme=light|dark|serif]
  of the admin:  [--page=NAME] [--store=http://localhost:4000]
`;

const FLAGS = ["--blocks", "--admin"];
const NAMES = ["block", "state", "theme", "width", "locale", "page", "store"];

/** null where the words make no sense. */
export function readOptions(words: string[]): Options | null {
  if (!words.every((word) => FLAGS.includes(word) || NAMES.some((name) => word.startsWith(`--${name}=`))))
    return null;
  const [theme, width, locale] = [valueOf(words, "theme"), valueOf(words, "width"), valueOf(words, "locale")];
  if (theme !== null && !isThemeName(theme)) return null;
  if (locale !== null && !isLocale(locale)) return null;
  const views = (locale === null ? ALL_VIEWS : viewsIn(locale)).filter(
    (view) => (theme === null || view.theme === theme) && (width === null || String(view.width) === width),
  );
  const options: Options = {
    blocks: !words.includes("--admin") && views.length > 0,
    admin: !words.includes("--blocks") && theme === null,
    views,
    adminViews: adminViews({ width, locale }),
    block: valueOf(words, "block"),
    state: valueOf(words, "state"),
    page: valueOf(words, "page"),
    store: valueOf(words, "store"),
  };
  return options.blocks || (options.admin && options.adminViews.length > 0) ? options : null;
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
