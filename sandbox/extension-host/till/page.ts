import { html } from "../../admin/markup.ts";
import { languageOf } from "../../storefront/languages.ts";
import type { Visit } from "../../storefront/visit.ts";

/** The till: a page that its script fills. */
export function tillPage(visit: Visit): Response {
  const { locale, shop } = visit;
  const page = html`<!doctype html>
    <html lang="en" dir="${languageOf(locale).direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Till – ${shop.name}</title>
        <link rel="stylesheet" href="/extensions/assets/till.css" />
        <link rel="icon" href="data:," />
        <script src="/extensions/assets/till.js" defer></script>
      </head>
      <body>
        <noscript>The till needs scripts.</noscript>
      </body>
    </html>`;
  return visit.html(page.text);
}
