import { html } from "../admin/markup.ts";
import type { Markup } from "../admin/markup.ts";
import { shopHandle } from "../admin/addresses.ts";
import { resultBox } from "./results.ts";
import type { PanelVisit } from "./visit.ts";

export interface PanelPage {
  title: string;
  main: Markup;
}

const SECTIONS = [
  ["", "Overview"],
  ["/orders", "Orders"],
  ["/customers", "Customers"],
  ["/products", "Products"],
  ["/discounts", "Discounts"],
  ["/gift-cards", "Gift cards"],
  ["/extensions", "Extensions"],
  ["/deliveries", "Deliveries"],
  ["/line", "Disturbances"],
  ["/state", "State"],
  ["/actions", "Anything else"],
] as const;

export async function layout(visit: PanelVisit, { title, main }: PanelPage, status = 200): Promise<Response> {
  const { sandbox, shop, url } = visit;
  const number = Number(url.searchParams.get("result"));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Store control panel</title>
        <link rel="stylesheet" href="/sandbox/assets/panel.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <p class="name"><a href="/sandbox">Store control panel</a> <span>${shop.name}</span></p>
          <p class="places">
            <a href="/">Storefront</a>
            <a href="/pos">Till</a>
            <a href="/store/${shopHandle(shop.domain)}/apps/${sandbox.manifest.handle}">Admin</a>
          </p>
          <nav aria-label="Control panel">
            <ul>
              ${SECTIONS.map(([path, label]) => html`<li><a href="/sandbox${path}" ${isCurrent(url.pathname, path) && html` aria-current="page"`}>${label}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          ${number > 0 && (await resultBox(visit, number))}
          <h1>${title}</h1>
          ${main}
        </main>
        <script src="/sandbox/assets/panel.js" defer></script>
      </body>
    </html>`;
  return new Response(page.text, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function isCurrent(pathname: string, path: string): boolean {
  return path === "" ? pathname === "/sandbox" : pathname.startsWith(`/sandbox${path}`);
}
