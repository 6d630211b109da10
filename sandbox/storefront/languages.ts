interface Language {
  /** What its speakers call it. */
  endonym: string;
  direction: "ltr" | "rtl";
  /** The package with letters that the themes' own typefaces lack. */
  font: string | null;
}

/** Where the typefaces of whole scripts are served. */
export const FONT_PACKAGES = "/cdn/fonts/";

/** The languages the shop is published in. */
export const LANGUAGES = {
  en: { endonym: "English", direction: "ltr", font: null },
  de: { endonym: "Deutsch", direction: "ltr", font: null },
  fr: { endonym: "Français", direction: "ltr", font: null },
  es: { endonym: "Español", direction: "ltr", font: null },
  ja: { endonym: "日本語", direction: "ltr", font: "noto-sans-jp" },
  "zh-CN": { endonym: "简体中文", direction: "ltr", font: "noto-sans-sc" },
  "zh-TW": { endonym: "繁體中文", direction: "ltr", font: "noto-sans-tc" },
  ar: { endonym: "العربية", direction: "rtl", font: "noto-sans-arabic" },
} satisfies Record<string, Language>;

export type Locale = keyof typeof LANGUAGES;
export const LOCALES = Object.keys(LANGUAGES) as Locale[];

export function isLocale(value: unknown): value is Locale {
  return (LOCALES as unknown[]).includes(value);
}

export function languageOf(locale: Locale): Language {
  return LANGUAGES[locale];
}
