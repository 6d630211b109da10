import { html } from "../../admin/markup.ts";
import { isTip } from "../../commerce/line-money.ts";
import type { Visit } from "../../storefront/visit.ts";
import { ownOrder } from "../state/shopper-state.ts";
import { date, money } from "./formats.ts";
import { accountLayout, slot } from "./layout.ts";
import { WORDS } from "./words.ts";

/** The status of one order: of the customer who is signed in, or of a guest in the browser that placed it. */
export function orderPage(visit: Visit, id: string): Response {
  const words = WORDS[visit.locale];
  const { payload } = ownOrder(visit, id);
  const goods = payload.line_items.filter((line) => !isTip(line) && line.current_quantity > 0);
  const main = html`${slot("customer-account.order-status.announcement.render", id)}
    ${visit.customer && html`<p><a href="/customer-account/orders">${words.backToOrders}</a></p>`}
    <h1>${payload.name}</h1>
    <p class="soft">${words.confirmed} · ${date(visit, payload.processed_at)}</p>
    ${slot("customer-account.order-status.block.render", id)}
    <section class="card">
      <ul class="lines">
        ${goods.map((line) => html`<li><span>${line.current_quantity} × ${line.title}</span><span class="amount">${money(visit, line.price)}</span></li>`)}
      </ul>
      ${slot("customer-account.order-status.cart-line-list.render-after", id)}
      <p class="total">
        <span>${words.total}</span><span class="amount">${money(visit, payload.current_total_price)}</span>
      </p>
    </section>
    ${slot("customer-account.order-status.payment-details.render-after", id)}`;
  return accountLayout(visit, payload.name, main);
}
