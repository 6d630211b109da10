import { FONT_PACKAGES, languageOf, type Locale } from "./languages.ts";
import { THEME, THEMES, type ThemeName } from "./themes.ts";

export interface Look {
  theme: ThemeName;
  locale: Locale;
  /** Where the theme leaves it to the visitor; null: as the theme is by itself. */
  scheme: "light" | "dark" | null;
}

/** What the merchant and the visitor chose, for the theme's own templates: of no concern to an app's blocks. */
export function themeSettings({ theme, locale, scheme }: Look) {
  const { fonts, hasSchemes } = THEME[theme];
  const { direction, font } = languageOf(locale);
  return {
    theme,
    themes: THEMES,
    fonts,
    has_schemes: hasSchemes,
    scheme: hasSchemes ? scheme : null,
    direction,
    script: font === null ? null : `${FONT_PACKAGES}${font}/index.css`,
  };
}
