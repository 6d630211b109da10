import type { AdminVisit } from "./handle.ts";
import { appIcon, icon } from "./icons.ts";
import type { IconName } from "./icons.ts";
import { html } from "./markup.ts";
import type { Markup, Printable } from "./markup.ts";
import { LANGUAGES, STAFF } from "./staff.ts";

export interface ShellPage {
  title: string;
  /** Which entry of the navigation the page belongs to. */
  section: "home" | "orders" | "products" | "customers" | "app" | null;
  main: Markup;
  /** Data for the page's script. */
  data?: Printable;
}

const SECTIONS: { section: ShellPage["section"]; label: string; path: string; icon: IconName }[] = [
  { section: "home", label: "Home", path: "", icon: "home" },
  { section: "orders", label: "Orders", path: "/orders", icon: "orders" },
  { section: "products", label: "Products", path: "/products", icon: "products" },
  { section: "customers", label: "Customers", path: "/customers", icon: "customers" },
];

/** The admin around every page: top bar, navigation, and what the app may show over them. */
export function shellPage(
  visit: AdminVisit,
  { title, section, main, data }: ShellPage,
  status = 200,
): Response {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox admin</title>
        <link rel="stylesheet" href="/sandbox/assets/admin.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${topBar(visit)}
        <div id="nav-scrim"></div>
        ${navigation(visit, section)}
        <main id="main" tabindex="-1">${main}</main>
        <div id="dimmer" aria-hidden="true"></div>
        <div id="toasts" role="status" aria-live="polite"></div>
        ${data}
        <script src="/sandbox/assets/admin.js" defer></script>
      </body>
    </html>`;
  return new Response(page.text, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function topBar({ root, shop, staff, url }: AdminVisit): Markup {
  const initials = (shop.name.match(/\b\p{L}/gu) ?? []).slice(0, 2).join("").toUpperCase();
  return html`<header class="top-bar">
    <button
      type="button"
      id="nav-opener"
      class="bare"
      aria-label="Navigation"
      aria-expanded="false"
      aria-controls="nav"
    >
      ${icon("menu")}
    </button>
    <a class="brand" href="${root}"
      ><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M3 8h14l-1.500 9h-11L3 8Zm3.500 0a3.500 3.500 0 0 1 7 0"
          fill="none"
          stroke="currentColor"
          stroke-width="1.600"
          stroke-linejoin="round"
        /></svg
      ><span>Sandbox admin</span></a
    >
    <form class="search" role="search" action="${root}/search">
      ${icon("search")}<input
        type="search"
        name="q"
        placeholder="Search"
        aria-label="Search orders, products and customers"
        value="${url.pathname.endsWith("/search") ? url.searchParams.get("q") : ""}"
      />
    </form>
    <div id="save-bar" class="save-bar" role="region" aria-label="Unsaved changes" hidden>
      <span class="save-bar-text">Unsaved changes</span>
      <button type="button" class="button" data-look="dark" id="save-bar-discard">Discard</button>
      <button type="button" class="button" data-look="light" id="save-bar-save">Save</button>
    </div>
    <details class="menu account">
      <summary>
        <span class="shop-name">${shop.name}</span><span class="unseen">, signed in as ${staff.name}</span
        ><span class="avatar" data-staff="${staff.key}" aria-hidden="true">${initials}</span>
      </summary>
      <div class="menu-list">
        <p class="menu-note"><strong>${shop.name}</strong><br />${shop.domain}</p>
        <a href="/">Storefront</a>
        <a href="/sandbox">Store control panel</a>
        <p class="menu-note">Signed in as</p>
        ${STAFF.map(({ key, name, role }) =>
          choice(
            { name: "staff", value: key, chosen: key === staff.key },
            html`<span>${name}</span><span class="quiet">${role}</span>`,
          ),
        )}
        <p class="menu-note">Language</p>
        ${Object.entries(LANGUAGES).map(([tag, name]) =>
          choice(
            { name: "language", value: tag, chosen: tag === (staff.locale ?? shop.locale) },
            html`<span lang="${tag}">${name}</span>`,
          ),
        )}
      </div>
    </details>
  </header>`;

  function choice(
    { name, value, chosen }: { name: string; value: string; chosen: boolean },
    label: Markup,
  ): Markup {
    return html`<form method="post" action="${root}/staff">
      <input type="hidden" name="${name}" value="${value}" /><input
        type="hidden"
        name="back"
        value="${url.pathname}"
      /><button type="submit" aria-pressed="${chosen ? "true" : "false"}">${label}</button>
    </form>`;
  }
}

function navigation({ root, sandbox, shop }: AdminVisit, current: ShellPage["section"]): Markup {
  const { name, handle } = sandbox.manifest;
  const installed = sandbox.installation(shop.domain) !== null;
  const mark = (section: ShellPage["section"]) => section === current && html` aria-current="page"`;
  return html`<nav id="nav" aria-label="Admin">
    <ul>
      ${SECTIONS.map(({ section, label, path, icon: name }) => html`<li><a href="${root}${path}" ${mark(section)}>${icon(name)}${label}</a></li>`)}
    </ul>
    <h2>Sales channels</h2>
    <ul>
      <li><a href="/" target="_blank" rel="noopener">${icon("store")}Online store</a></li>
    </ul>
    <h2>Apps</h2>
    <ul>
      <li>
        <a id="app-link" href="${root}/apps/${handle}" ${mark("app")}
          >${appIcon()}${name}${!installed && html` <span class="quiet">not installed</span>`}</a
        >
        <ul id="app-nav"></ul>
      </li>
    </ul>
    <ul class="nav-foot">
      <li><a href="/sandbox">${icon("panel")}Store control panel</a></li>
    </ul>
  </nav>`;
}
