import { html, type Markup } from "../../admin/markup.ts";
import { languageOf, LANGUAGES, LOCALES } from "../../storefront/languages.ts";
import type { Visit } from "../../storefront/visit.ts";
import { listExtensions, nameIn } from "../extensions.ts";
import { WORDS } from "./words.ts";

/** The frame around every page of the customer account. */
export function accountLayout(visit: Visit, title: string, main: Markup): Response {
  const { locale, shop } = visit;
  const words = WORDS[locale];
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${languageOf(locale).direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${shop.name}</title>
        <link rel="stylesheet" href="/extensions/assets/account.css" />
        <link rel="icon" href="data:," />
        <script src="/extensions/assets/page.js" defer></script>
      </head>
      <body>
        <header class="masthead">
          <a class="logo" href="/">${shop.name}</a>
          <nav aria-label="${words.profile}">
            ${links(visit).map(([href, label]) => html`<a href="${href}" ${visit.url.pathname === href && html`aria-current="page"`}>${label}</a>`)}
          </nav>
          <form method="get" class="language">
            <label
              ><span class="hidden">${words.language}</span>
              <select name="locale" onchange="this.form.submit()">
                ${LOCALES.map((code) => html`<option value="${code}" lang="${code}" ${code === locale && html`selected`}>${LANGUAGES[code].endonym}</option>`)}
              </select>
            </label>
          </form>
        </header>
        <main id="main">${main}</main>
        ${slot("customer-account.footer.render-after")}
      </body>
    </html>`;
  return visit.html(page.text);
}

/** Profile, orders, and the page of each app that has one. */
function links(visit: Visit): [href: string, label: string][] {
  const words = WORDS[visit.locale];
  const pages = listExtensions(visit.sandbox).filter(({ targets }) =>
    targets.some(({ target }) => target === "customer-account.page.render"),
  );
  return [
    ["/", words.shop],
    ["/customer-account/orders", words.orders],
    ...(visit.sandbox.installation(visit.shop.domain)
      ? pages.map((page): [string, string] => [
          `/customer-account/pages/${page.handle}`,
          nameIn(page, visit.locale),
        ])
      : []),
    ["/customer-account/profile", words.profile],
  ];
}

/** Where the extensions of a target stand. */
export function slot(target: string, order = ""): Markup {
  return html`<extension-slot target="${target}" ${order !== "" && html`order="${order}"`}></extension-slot>`;
}
