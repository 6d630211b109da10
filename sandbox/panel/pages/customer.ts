import { shopHandle } from "../../admin/addresses.ts";
import { html } from "../../admin/markup.ts";
import type { Markup, Printable } from "../../admin/markup.ts";
import { customerName, money, when } from "../../admin/words.ts";
import { toAmount } from "../../commerce/money.ts";
import { balanceOf, upToDate } from "../../commerce/store-credit.ts";
import type { StoreCreditAccount } from "../../state/credit-types.ts";
import type { Customer, Order } from "../../state/types.ts";
import { form } from "../fields.ts";
import type { Fields } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { table } from "./lists.ts";
import { orderTable } from "./orders.ts";

const SHOWN_ORDERS = 20;

export async function customerPage(visit: PanelVisit, id: string): Promise<PanelPage> {
  const customer = await control<Customer>(visit, `/customers/${encodeURIComponent(id)}`);
  const { orders } = await control<{ orders: Order[] }>(
    visit,
    `/orders?customer=${customer.id}&limit=${SHOWN_ORDERS}`,
  );
  const { "store-credit": accounts } = await control<{ "store-credit": StoreCreditAccount[] }>(
    visit,
    `/store-credit?customer=${customer.id}`,
  );
  const path = `/sandbox/customers/${customer.id}`;
  const name = customerName(customer);
  return {
    title: name,
    main: html`${summary(visit, customer)} ${storeCredit(visit, accounts)}
      <h2>Orders</h2>
      ${orderTable(visit, orders, "No orders yet.")}
      <p class="buttons">
        <a
          class="button"
          href="/sandbox/orders/new?customer=${encodeURIComponent(customer.email ?? customer.id)}"
          >Place an order for ${name}</a
        >
      </p>
      <div class="forms">
        ${form(visit, { action: `${path}/update`, title: "Change", submit: "Save" }, customerFields(customer))}
        ${form(visit, { action: `${path}/credit`, title: "Store credit", submit: "Change the account", intro: "In the shop's own currency." }, creditFields)}
        ${form(visit, { action: `${path}/request`, title: "Data request", submit: "Request the data", intro: "The customer asks what is stored about them: the app is told by customers/data_request." }, () => null)}
        ${form(visit, { action: `${path}/redact`, title: "Redact", submit: "Redact", critical: true, confirm: `Redact ${name}? This cannot be undone.`, intro: "The customer's name and addresses are erased in the shop, and the app is told by customers/redact." }, () => null)}
        ${form(visit, { action: `${path}/merge`, title: "Merge into another", submit: "Merge", critical: true, confirm: `Merge ${name} into the other customer? This cannot be undone.`, intro: "This customer's orders go to the other one, who is kept." }, (fields) => fields.text("keep", "Customer who is kept", { placeholder: "E-mail address or id" }))}
        ${form(visit, { action: `${path}/delete`, title: "Delete", submit: "Delete the customer", critical: true, confirm: `Delete ${name}? This cannot be undone.`, intro: "Removes the customer from the shop; the app is told by customers/delete." }, () => null)}
      </div>`,
  };
}

function summary({ shop }: PanelVisit, customer: Customer): Markup {
  return html`<section class="box">
    <dl>
      <div>
        <dt>E-mail</dt>
        <dd>${customer.email ?? "–"}</dd>
      </div>
      <div>
        <dt>Orders</dt>
        <dd>${customer.ordersCount}, ${money(customer.totalSpent, shop.currency)}</dd>
      </div>
      <div>
        <dt>Customer since</dt>
        <dd>${when(customer.createdAt, shop.timezone)}</dd>
      </div>
      <div>
        <dt>Tags</dt>
        <dd>${customer.tags.join(", ") || "–"}</dd>
      </div>
      <div>
        <dt>Id</dt>
        <dd><code>${customer.id}</code></dd>
      </div>
    </dl>
    <p><a href="/store/${shopHandle(shop.domain)}/customers/${customer.id}">See in the admin</a></p>
  </section>`;
}

/** What is on the customer's accounts, and how it came to be. */
function storeCredit({ sandbox, shop }: PanelVisit, accounts: StoreCreditAccount[]): Printable {
  const till = { store: sandbox.store, shop: shop.domain, at: sandbox.now() };
  return accounts
    .map((account) => upToDate(till, account))
    .map(
      (account) =>
        html`<h2>Store credit: ${money(toAmount(balanceOf(account), account.currency), account.currency)}</h2>
          ${table(
            account.entries.toReversed(),
            [
              { label: "When", cell: ({ at }) => when(at, shop.timezone) },
              {
                label: "What",
                cell: ({ kind, event }) => `${kind}, ${event.toLowerCase().replace("_", " ")}`,
              },
              {
                label: "Expires",
                cell: ({ expiresAt }) => (expiresAt ? when(expiresAt, shop.timezone) : "–"),
              },
              {
                label: "Amount",
                numeric: true,
                cell: ({ amount }) => money(toAmount(amount, account.currency), account.currency),
              },
            ],
            "Nothing yet.",
          )}`,
    );
}

function creditFields(fields: Fields): Markup {
  return html`<div class="grid">
    ${fields.select("way", "What", [
      ["credit", "Give"],
      ["debit", "Take"],
    ])}
    ${fields.text("amount", "Amount", { placeholder: "5.00" })}
    ${fields.text("expiresAt", "Expires", { placeholder: "2027-02-01T10:00:00Z", hint: "Empty: never." })}
  </div>`;
}

/** The fields a customer is created and changed with. */
export function customerFields(customer: Customer | null): (fields: Fields) => Markup {
  return (fields) =>
    html`<div class="grid">
        ${fields.text("firstName", "First name", { value: customer?.firstName ?? null })}
        ${fields.text("lastName", "Last name", { value: customer?.lastName ?? null })}
        ${fields.text("email", "E-mail", { value: customer?.email ?? null, type: "email" })}
        ${fields.text("tags", "Tags", { value: customer?.tags.join(", ") ?? null, placeholder: "vip, wholesale" })}
      </div>
      ${fields.check("acceptsMarketing", "Wants news by e-mail", customer?.acceptsMarketing ?? false)}`;
}
