import { html, type Markup } from "../../admin/markup.ts";
import { Refusal } from "../../http/answer.ts";
import type { Visit } from "../../storefront/visit.ts";
import { nameIn, requireExtension } from "../extensions.ts";
import { accountLayout, slot } from "./layout.ts";
import { orderPage } from "./order-page.ts";
import { date, money } from "./formats.ts";
import { WORDS } from "./words.ts";

const LISTED = 20;

/** The customer account as Shopify has it: profile, orders, one order, and the pages that apps add. */
export function accountPage(visit: Visit, [page = "", name = ""]: string[]): Response {
  if (page === "orders" && name !== "") return orderPage(visit, name);
  if (!visit.customer) return visit.redirect(`/account/login?return_to=${visit.url.pathname}`);
  if (page === "" || page === "orders") return ordersPage(visit);
  if (page === "profile") return profilePage(visit);
  if (page === "pages") return appPage(visit, name);
  throw new Refusal(`The customer account has no page "${page}".`, 404);
}

function profilePage(visit: Visit): Response {
  const words = WORDS[visit.locale];
  const { firstName, lastName, email } = visit.customer ?? {};
  const main = html`${slot("customer-account.profile.announcement.render")}
    <h1>${words.profile}</h1>
    <section class="card">
      <dl class="facts">
        <div>
          <dt>${words.name}</dt>
          <dd>${[firstName, lastName].filter(Boolean).join(" ")}</dd>
        </div>
        <div>
          <dt>${words.email}</dt>
          <dd>${email}</dd>
        </div>
      </dl>
    </section>
    ${slot("customer-account.profile.block.render")}
    ${slot("customer-account.profile.addresses.render-after")}`;
  return accountLayout(visit, words.profile, main);
}

function ordersPage(visit: Visit): Response {
  const words = WORDS[visit.locale];
  const orders = visit.sandbox.store
    .collection(visit.shop.domain, "order")
    .findBy("customer", visit.customer?.id ?? "", { limit: LISTED, reverse: true });
  const line = ({ id, payload }: (typeof orders)[number]): Markup =>
    html`<li class="card">
      <a href="/customer-account/orders/${id}">${payload.name}</a>
      <span>${date(visit, payload.processed_at)}</span>
      <span class="amount">${money(visit, payload.current_total_price)}</span>
    </li>`;
  const main = html`${slot("customer-account.order-index.announcement.render")}
    <h1>${words.orders}</h1>
    ${slot("customer-account.order-index.block.render")}
    ${
      orders.length === 0
        ? html`<p>${words.noOrders}</p>`
        : html`<ul class="orders">
            ${orders.map(line)}
          </ul>`
    }`;
  return accountLayout(visit, words.orders, main);
}

/** The full page of an app's extension: all of the page between the account's header and footer is its own. */
function appPage(visit: Visit, handle: string): Response {
  return accountLayout(
    visit,
    nameIn(requireExtension(visit.sandbox, handle), visit.locale),
    slot("customer-account.page.render"),
  );
}
