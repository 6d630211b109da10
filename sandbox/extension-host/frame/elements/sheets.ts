import elements from "./elements.css?inline";
import page from "./page.css?inline";

let shared: CSSStyleSheet | null = null;

/** The one style sheet all stand-ins share. */
export function sheets(): CSSStyleSheet[] {
  shared ??= sheetOf(elements);
  return [shared];
}

export function stylePage(): void {
  document.adoptedStyleSheets = [sheetOf(page)];
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
