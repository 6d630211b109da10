import { Refusal } from "../http/answer.ts";
import type { AdminVisit } from "./handle.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { customerDetails, orderDetails, productDetails } from "./record-details.ts";
import { customerTable, orderTable, productTable } from "./record-tables.ts";
import { searchRecords } from "./search.ts";
import { shellPage } from "./shell.ts";

const PAGE_SIZE = 50;

/** The admin's own pages, to read: what is done to orders and customers is done in the control panel. */
export function recordPage(visit: AdminVisit, path: string): Response {
  const [, section = "", id, ...rest] = path.split("/");
  if (rest.length > 0) throw new Refusal("The sandbox's admin has no such page.", 404);
  switch (section) {
    case "":
      return home(visit);
    case "orders":
      return id ? orderDetails(visit, id) : listPage(visit, "order", "Orders");
    case "products":
      return id ? productDetails(visit, id) : listPage(visit, "product", "Products");
    case "customers":
      return id ? customerDetails(visit, id) : listPage(visit, "customer", "Customers");
    case "search":
      return searchRecords(visit);
    default:
      throw new Refusal(`The sandbox's admin has no page "${section}".`, 404);
  }
}

function home(visit: AdminVisit): Response {
  const { sandbox, shop, root } = visit;
  const { store, manifest } = sandbox;
  const count = (type: "order" | "product" | "customer") => store.collection(shop.domain, type).count();
  const figures: [string, number, string][] = [
    ["Orders", count("order"), "orders"],
    ["Customers", count("customer"), "customers"],
    ["Products", count("product"), "products"],
  ];
  const latest = store.collection(shop.domain, "order").list({ reverse: true, limit: 8 });
  return shellPage(visit, {
    title: "Home",
    section: "home",
    main: html`<div class="page">
      <header class="page-head">
        <h1>${shop.name}</h1>
        <a class="button" data-look="primary" href="${root}/apps/${manifest.handle}">Open ${manifest.name}</a>
      </header>
      <ul class="figures">
        ${figures.map(
          ([label, value, path]) =>
            html`<li>
              <a class="card" href="${root}/${path}"
                ><span>${label}</span><strong>${value.toLocaleString("en")}</strong></a
              >
            </li>`,
        )}
      </ul>
      <section class="card flush">
        <h2>Latest orders</h2>
        ${orderTable(visit, latest)}
      </section>
    </div>`,
  });
}

function listPage(visit: AdminVisit, type: "order" | "product" | "customer", title: string): Response {
  const { sandbox, shop, url } = visit;
  const section = `${type}s` as const;
  const after = url.searchParams.get("after") ?? undefined;
  const page = { after, reverse: true, limit: PAGE_SIZE + 1 };
  const draw = (): { table: Markup; next: string | undefined } => {
    if (type === "order")
      return sheet(sandbox.store.collection(shop.domain, "order").list(page), (rows) =>
        orderTable(visit, rows),
      );
    if (type === "product")
      return sheet(sandbox.store.collection(shop.domain, "product").list(page), (rows) =>
        productTable(visit, rows),
      );
    const customers = sandbox.store.collection(shop.domain, "customer").findBy("listed", "yes", page);
    return sheet(customers, (rows) => customerTable(visit, rows));
  };
  const { table, next } = draw();
  return shellPage(visit, {
    title,
    section,
    main: html`<div class="page">
      <header class="page-head">
        <h1>${title}</h1>
        <a class="button" data-look="primary" href="/sandbox/${section}"
          >Work with ${section} in the control panel</a
        >
      </header>
      <section class="card flush">${table}</section>
      <nav class="pager" aria-label="Pages">
        ${after !== undefined && html`<a class="button" data-look="secondary" href="?">Newest</a>`}
        ${next !== undefined && html`<a class="button" data-look="secondary" href="?after=${next}">Older</a>`}
      </nav>
    </div>`,
  });
}

function sheet<Row extends { id: string }>(rows: Row[], table: (rows: Row[]) => Markup) {
  const shown = rows.slice(0, PAGE_SIZE);
  return { table: table(shown), next: rows.length > PAGE_SIZE ? shown.at(-1)?.id : undefined };
}
