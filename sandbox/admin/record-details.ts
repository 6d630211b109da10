import type { DocumentType, Documents } from "../state/types.ts";
import { Refusal } from "../http/answer.ts";
import type { AdminVisit } from "./handle.ts";
import { html } from "./markup.ts";
import type { Markup, Printable } from "./markup.ts";
import { badge, orderBadges, orderTable, table } from "./record-tables.ts";
import { shellPage } from "./shell.ts";
import { customerName, money, when } from "./words.ts";

const ORDERS_OF_CUSTOMER = 20;

export function orderDetails(visit: AdminVisit, id: string): Response {
  const { root, shop, sandbox } = visit;
  const order = requireRecord(visit, "order", id);
  const { payload } = order;
  const customer =
    order.customerId === null
      ? null
      : sandbox.store.collection(shop.domain, "customer").find(order.customerId);
  const lines = payload.line_items.map((line) => [
    line.name,
    String(line.current_quantity) + (line.current_quantity === line.quantity ? "" : ` of ${line.quantity}`),
    money(line.price, payload.currency),
    line.total_discount === "0.00" ? "–" : money(line.total_discount, payload.currency),
  ]);
  const sums: [string, string][] = [
    ["Subtotal", payload.current_subtotal_price],
    ["Shipping", payload.current_shipping_price_set.shop_money.amount],
    ["Taxes", payload.current_total_tax],
    ["Total", payload.current_total_price],
  ];
  const columns = [
    { label: "Item" },
    { label: "Quantity", numeric: true },
    { label: "Price", numeric: true },
    { label: "Discount", numeric: true },
  ];
  return detailsPage(visit, {
    section: "orders",
    title: `Order ${order.name}`,
    beside: orderBadges(order),
    panelPath: `/sandbox/orders/${id}`,
    main: html`<section class="card flush">
        ${table("Items", columns, lines, "Nothing is left in this order.")}
      </section>
      <section class="card">
        ${facts(sums.map(([label, amount]) => [label, money(amount, payload.currency)]))}
      </section>
      ${extensionsOf(visit, "order", id)}`,
    side: html`<section class="card">
        <h2>Customer</h2>
        <p>
          ${customer ? html`<a href="${root}/customers/${customer.id}">${customerName(customer)}</a>` : "Guest"}
        </p>
        <p class="quiet">${payload.email}</p>
      </section>
      <section class="card">
        ${facts([
          ["Placed", when(order.createdAt, shop.timezone)],
          ["Changed", when(order.updatedAt, shop.timezone)],
          ["Refunds", String(payload.refunds.length)],
        ])}
      </section>`,
  });
}

export function customerDetails(visit: AdminVisit, id: string): Response {
  const { shop, sandbox } = visit;
  const customer = requireRecord(visit, "customer", id);
  const orders = sandbox.store
    .collection(shop.domain, "order")
    .findBy("customer", id, { reverse: true, limit: ORDERS_OF_CUSTOMER });
  const { address } = customer;
  return detailsPage(visit, {
    section: "customers",
    title: customerName(customer),
    beside: customer.tags.map((tag) => badge(tag, "quiet")),
    panelPath: `/sandbox/customers/${id}`,
    main: html`<section class="card flush">
        <h2>Orders</h2>
        ${orderTable(visit, orders)}
      </section>
      ${extensionsOf(visit, "customer", id)}`,
    side: html`<section class="card">
        <h2>Contact</h2>
        <p>${customer.email ?? "No e-mail address"}</p>
        <p class="quiet">
          ${address && html`${address.address1}<br />${address.zip} ${address.city}<br />${address.country}`}
        </p>
      </section>
      <section class="card">
        ${facts([
          ["Orders", String(customer.ordersCount)],
          ["Spent", money(customer.totalSpent, shop.currency)],
          ["Customer since", when(customer.createdAt, shop.timezone)],
        ])}
      </section>`,
  });
}

export function productDetails(visit: AdminVisit, id: string): Response {
  const { shop } = visit;
  const product = requireRecord(visit, "product", id);
  const variants = product.variants.map((variant) => [
    variant.title,
    variant.sku || "–",
    String(variant.inventory),
    money(variant.price, shop.currency),
  ]);
  const columns = [
    { label: "Variant" },
    { label: "SKU" },
    { label: "Stock", numeric: true },
    { label: "Price", numeric: true },
  ];
  return detailsPage(visit, {
    section: "products",
    title: product.title,
    beside: badge(product.status, product.status === "active" ? "success" : "info"),
    panelPath: `/sandbox/products/${id}`,
    main: html`<section class="card flush">${table("Variants", columns, variants, "No variants.")}</section>`,
    side: html`<section class="card">
      ${product.image && html`<img class="picture" src="${product.image}" alt="" />`}${facts([
        ["Type", product.productType || "–"],
        ["Vendor", product.vendor || "–"],
        ["Tags", product.tags.join(", ") || "–"],
      ])}
      <p><a href="/products/${product.handle}" target="_blank" rel="noopener">See it in the storefront</a></p>
    </section>`,
  });
}

/** Where the app's extensions stand; it stays empty where it has none. */
function extensionsOf({ root }: AdminVisit, resource: "customer" | "order", id: string): Markup {
  return html`<admin-extensions resource="${resource}" number="${id}" root="${root}"></admin-extensions>
    <script src="/extensions/assets/admin.js" defer></script>`;
}

interface Details {
  section: "orders" | "customers" | "products";
  title: string;
  beside: Printable;
  panelPath: string;
  main: Markup;
  side: Markup;
}

function detailsPage(
  visit: AdminVisit,
  { section, title, beside, panelPath, main, side }: Details,
): Response {
  return shellPage(visit, {
    title,
    section,
    main: html`<div class="page">
      <header class="page-head">
        <a class="back" href="${visit.root}/${section}" aria-label="All ${section}">‹</a>
        <h1>${title}</h1>
        ${beside}<span class="push"></span
        ><a class="button" data-look="secondary" href="${panelPath}">Open in the control panel</a>
      </header>
      <div class="columns">
        <div>${main}</div>
        <aside>${side}</aside>
      </div>
    </div>`,
  });
}

function facts(pairs: [string, Printable][]): Markup {
  return html`<dl class="facts">
    ${pairs.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function requireRecord<T extends DocumentType>(
  { sandbox, shop }: AdminVisit,
  type: T,
  id: string,
): Documents[T] {
  const record = sandbox.store.collection(shop.domain, type).find(id);
  if (!record) throw new Refusal(`There is no ${type} ${id} in ${shop.name}.`, 404);
  return record;
}
