/** The looks a shop can have: the same templates, as three themes of the theme store would draw them. */
export const THEMES = ["light", "dark", "serif"] as const;
export type ThemeName = (typeof THEMES)[number];

interface Theme {
  /** Files that the first paint needs. */
  fonts: string[];
  /** Whether the visitor may choose between light and dark. */
  hasSchemes: boolean;
}

export const THEME: Record<ThemeName, Theme> = {
  light: { fonts: ["figtree.woff2"], hasSchemes: true },
  dark: { fonts: ["archivo.woff2"], hasSchemes: false },
  serif: { fonts: ["fraunces.woff2", "newsreader.woff2"], hasSchemes: false },
};

export function isThemeName(value: unknown): value is ThemeName {
  return (THEMES as readonly unknown[]).includes(value);
}
