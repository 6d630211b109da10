import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { customerName, money, when } from "../../admin/words.ts";
import type { Customer, Order } from "../../state/types.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { finder, PAGE_SIZE, pager, table } from "./lists.ts";

/** Newest first; `?find=` takes an order's number or a customer's e-mail address. */
export async function ordersPage(visit: PanelVisit): Promise<PanelPage> {
  const find = visit.url.searchParams.get("find")?.trim() ?? "";
  const orders = await findOrders(visit, find);
  return {
    title: "Orders",
    main: html`<div class="bar">
        ${finder("Find an order", "#1001 or an e-mail address", find)}<a
          class="button"
          href="/sandbox/orders/new"
          >Place an order</a
        >
      </div>
      ${orderTable(visit, orders, find ? `No order for “${find}”.` : html`No orders yet. <a href="/sandbox/orders/new">Place the first one</a>, or buy something in the <a href="/">storefront</a>.`)}
      ${!find && pager(visit, "after", orders)}`,
  };
}

async function findOrders(visit: PanelVisit, find: string): Promise<Order[]> {
  const list = (query: string) => control<{ orders: Order[] }>(visit, `/orders?limit=${PAGE_SIZE}&${query}`);
  if (find.includes("@")) {
    const { customers } = await control<{ customers: Customer[] }>(
      visit,
      `/customers?email=${encodeURIComponent(find.toLowerCase())}`,
    );
    const found = await Promise.all(customers.map(({ id }) => list(`customer=${id}`)));
    return found.flatMap(({ orders }) => orders);
  }
  if (find) {
    const order = visit.sandbox.store
      .collection(visit.shop.domain, "order")
      .firstBy("name", `#${find.replace(/^#/, "")}`);
    return order ? [order] : [];
  }
  const after = visit.url.searchParams.get("after");
  return (await list(after ? `after=${after}` : "")).orders;
}

export function orderTable(visit: PanelVisit, orders: Order[], empty: Markup | string): Markup {
  const customers = visit.sandbox.store.collection(visit.shop.domain, "customer");
  const buyer = ({ customerId }: Order) => {
    const customer = customerId === null ? null : customers.find(customerId);
    return customer
      ? html`<a href="/sandbox/customers/${customer.id}">${customerName(customer)}</a>`
      : "Guest";
  };
  return table(
    orders,
    [
      {
        label: "Order",
        cell: (order) => html`<a href="/sandbox/orders/${order.id}"><strong>${order.name}</strong></a>`,
      },
      { label: "Placed", cell: (order) => when(order.createdAt, visit.shop.timezone) },
      { label: "Customer", cell: buyer },
      { label: "State", cell: orderState },
      {
        label: "Total",
        numeric: true,
        cell: ({ payload }) => money(payload.current_total_price, payload.currency),
      },
    ],
    empty,
  );
}

/** "paid, till, test" */
export function orderState({ payload }: Order): string {
  const words = [payload.cancelled_at ? "cancelled" : payload.financial_status.replaceAll("_", " ")];
  if (payload.source_name === "pos") words.push("till");
  if (payload.test) words.push("test");
  return words.join(", ");
}
