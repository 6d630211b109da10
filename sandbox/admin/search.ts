import type { AdminVisit } from "./handle.ts";
import { html } from "./markup.ts";
import { customerTable, orderTable, productTable } from "./record-tables.ts";
import { shellPage } from "./shell.ts";
import { customerName } from "./words.ts";

const MOST_OF_EACH = 20;

/** The search field of the top bar: an order by its number, customers by name or e-mail, products by title. */
export function searchRecords(visit: AdminVisit): Response {
  const { sandbox, shop, url } = visit;
  const typed = (url.searchParams.get("q") ?? "").trim();
  const wanted = typed.toLowerCase();
  const { store } = sandbox;
  const orders = store.collection(shop.domain, "order").findBy("name", `#${typed.replace(/^#/, "")}`);
  const customers = store
    .collection(shop.domain, "customer")
    .findBy("listed", "yes", { reverse: true })
    .filter((customer) => `${customerName(customer)} ${customer.email ?? ""}`.toLowerCase().includes(wanted))
    .slice(0, MOST_OF_EACH);
  const products = store
    .collection(shop.domain, "product")
    .list()
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .slice(0, MOST_OF_EACH);
  const found = orders.length + customers.length + products.length;
  return shellPage(visit, {
    title: `Search: ${typed}`,
    section: null,
    main: html`<div class="page">
      <header class="page-head"><h1>${found === 0 ? "Nothing found" : "Found"} for “${typed}”</h1></header>
      ${found === 0 && html`<section class="card"><p class="empty">Search for an order by its number (#1001), for a customer by name or e-mail address, for a product by its title.</p></section>`}
      ${
        orders.length > 0 &&
        html`<section class="card flush">
          <h2>Orders</h2>
          ${orderTable(visit, orders)}
        </section>`
      }
      ${
        customers.length > 0 &&
        html`<section class="card flush">
          <h2>Customers</h2>
          ${customerTable(visit, customers)}
        </section>`
      }
      ${
        products.length > 0 &&
        html`<section class="card flush">
          <h2>Products</h2>
          ${productTable(visit, products)}
        </section>`
      }
    </div>`,
  });
}
