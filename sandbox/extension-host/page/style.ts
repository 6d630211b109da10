import css from "./page.css?inline";

/** The page may be of any theme: what the frames need comes with the script. */
export function stylePage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
