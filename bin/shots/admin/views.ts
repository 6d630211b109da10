/** How the admin is looked at: its width, and the language of whoever looks. */
export interface AdminView {
  /** Names it in captions: "1280 de". */
  id: string;
  width: number;
  locale: string;
}

const WIDTHS = [1280, 375];
const LOCALES = ["en", "de", "zh-CN"];

/** null for any. */
export function adminViews(wanted: { width: string | null; locale: string | null }): AdminView[] {
  return LOCALES.flatMap((locale) =>
    WIDTHS.map((width) => ({ id: `${width} ${locale}`, width, locale })),
  ).filter(
    ({ width, locale }) =>
      (wanted.width === null || wanted.width === String(width)) &&
      (wanted.locale === null || wanted.locale === locale),
  );
}
