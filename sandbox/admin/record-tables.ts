import type { Customer, Order, Product } from "../state/types.ts";
import type { AdminVisit } from "./handle.ts";
import { html } from "./markup.ts";
import type { Markup, Printable } from "./markup.ts";
import { customerName, money, when } from "./words.ts";

type Row = Printable[];

interface Column {
  label: string;
  numeric?: boolean;
}

/** A plain table; on narrow screens it scrolls sideways in its own box. */
export function table(caption: string, columns: Column[], rows: Row[], empty: string): Markup {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <thead>
        <tr>
          ${columns.map(({ label, numeric }) => html`<th scope="col" ${numeric && html` class="number"`}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, i) => html`<td${columns[i]?.numeric && html` class="number"`}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function orderTable({ root, shop, sandbox }: AdminVisit, orders: Order[]): Markup {
  const customers = sandbox.store.collection(shop.domain, "customer");
  const rows = orders.map((order): Row => {
    const customer = order.customerId === null ? null : customers.find(order.customerId);
    return [
      html`<a href="${root}/orders/${order.id}"><strong>${order.name}</strong></a>`,
      when(order.createdAt, shop.timezone),
      customer ? html`<a href="${root}/customers/${customer.id}">${customerName(customer)}</a>` : "Guest",
      order.payload.source_name === "pos" ? "Point of Sale" : "Online Store",
      orderBadges(order),
      money(order.payload.current_total_price, order.payload.currency),
    ];
  });
  const columns = [
    { label: "Order" },
    { label: "Date" },
    { label: "Customer" },
    { label: "Channel" },
    { label: "Payment" },
    { label: "Total", numeric: true },
  ];
  return table(
    "Orders",
    columns,
    rows,
    "No orders yet. Buy something in the storefront, or place one in the control panel.",
  );
}

export function customerTable({ root, shop }: AdminVisit, customers: Customer[]): Markup {
  const rows = customers.map((customer): Row => [
    html`<a href="${root}/customers/${customer.id}"><strong>${customerName(customer)}</strong></a>`,
    customer.email ?? "–",
    customer.address ? `${customer.address.city}, ${customer.address.country}` : "–",
    String(customer.ordersCount),
    money(customer.totalSpent, shop.currency),
  ]);
  const columns = [
    { label: "Customer" },
    { label: "E-mail" },
    { label: "Place" },
    { label: "Orders", numeric: true },
    { label: "Spent", numeric: true },
  ];
  return table("Customers", columns, rows, "No customers yet. Create one in the control panel.");
}

export function productTable({ root, shop }: AdminVisit, products: Product[]): Markup {
  const rows = products.map((product): Row => [
    html`<a class="with-picture" href="${root}/products/${product.id}"
      >${product.image && html`<img src="${product.image}" alt="" width="40" height="40" loading="lazy" />`}<strong
        >${product.title}</strong
      ></a
    >`,
    badge(product.status, product.status === "active" ? "success" : "info"),
    product.productType || "–",
    product.vendor || "–",
    String(product.variants.reduce((sum, variant) => sum + variant.inventory, 0)),
    money(product.variants[0]?.price ?? "0", shop.currency),
  ]);
  const columns = [
    { label: "Product" },
    { label: "Status" },
    { label: "Type" },
    { label: "Vendor" },
    { label: "Stock", numeric: true },
    { label: "Price", numeric: true },
  ];
  return table("Products", columns, rows, "No products yet. Create one in the control panel.");
}

const TONES: Record<string, string> = {
  paid: "info",
  pending: "warning",
  authorized: "warning",
  partially_paid: "warning",
  voided: "critical",
};

export function orderBadges({ payload }: Order): Markup {
  const status = payload.financial_status;
  return html`${badge(status.replaceAll("_", " "), TONES[status] ?? "quiet")}${payload.cancelled_at && badge("cancelled", "critical")}${payload.test && badge("test", "quiet")}`;
}

export function badge(label: string, tone: string): Markup {
  return html`<span class="badge" data-tone="${tone}"
    >${label.charAt(0).toUpperCase() + label.slice(1)}</span
  > `;
}
