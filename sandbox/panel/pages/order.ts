import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { customerName, money, when } from "../../admin/words.ts";
import type { LineItem } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { shopHandle } from "../../admin/addresses.ts";
import { form } from "../fields.ts";
import type { Fields } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { table } from "./lists.ts";
import { orderState } from "./orders.ts";
import { readCatalogue, variantField } from "./variant-field.ts";
import type { Catalogue } from "./variant-field.ts";

export async function orderPage(visit: PanelVisit, id: string): Promise<PanelPage> {
  const order = await control<Order>(visit, `/orders/${encodeURIComponent(id)}`);
  const catalogue = await readCatalogue(visit);
  const cancelled = order.payload.cancelled_at !== null;
  return {
    title: `Order ${order.name}`,
    main: html`${summary(visit, order)}
      <section class="box">
        <h2>Lines</h2>
        ${linesTable(order)}
      </section>
      <div class="forms">
        ${Number(order.payload.total_outstanding) > 0 && !cancelled && payForm(visit, order)}
        ${refundForm(visit, order)} ${!cancelled && editForm(visit, order, catalogue)}
        ${!cancelled && cancelForm(visit, order)} ${assignForm(visit, order)} ${deleteForm(visit, order)}
      </div>`,
  };
}

function summary({ sandbox, shop }: PanelVisit, order: Order): Markup {
  const { payload } = order;
  const customer =
    order.customerId === null
      ? null
      : sandbox.store.collection(shop.domain, "customer").find(order.customerId);
  const amount = (value: string) => money(value, payload.currency);
  const refunded = payload.refunds
    .flatMap(({ transactions }) => transactions)
    .reduce((sum, { amount }) => sum + Number(amount), 0);
  return html`<section class="box">
    <dl>
      <div>
        <dt>Customer</dt>
        <dd>
          ${customer ? html`<a href="/sandbox/customers/${customer.id}">${customerName(customer)}</a>` : `Guest ${payload.email ?? ""}`}
        </dd>
      </div>
      <div>
        <dt>Placed</dt>
        <dd>${when(order.createdAt, shop.timezone)}</dd>
      </div>
      <div>
        <dt>State</dt>
        <dd>${orderState(order)}</dd>
      </div>
      <div>
        <dt>Total</dt>
        <dd>${amount(payload.current_total_price)}</dd>
      </div>
      ${
        refunded > 0 &&
        html`<div>
          <dt>Given back</dt>
          <dd>${amount(refunded.toFixed(2))}</dd>
        </div>`
      }
      ${
        Number(payload.total_outstanding) > 0 &&
        html`<div>
          <dt>Outstanding</dt>
          <dd>${amount(payload.total_outstanding)}</dd>
        </div>`
      }
    </dl>
    <p><a href="/store/${shopHandle(shop.domain)}/orders/${order.id}">See it in the admin</a></p>
  </section>`;
}

function linesTable({ payload }: Order): Markup {
  return table(
    payload.line_items,
    [
      { label: "Item", cell: ({ name }) => name },
      { label: "Price", numeric: true, cell: ({ price }) => money(price, payload.currency) },
      { label: "Ordered", numeric: true, cell: ({ quantity }) => quantity },
      { label: "Left", numeric: true, cell: ({ current_quantity }) => current_quantity },
      { label: "Discounts", numeric: true, cell: (line) => discountOf(line, payload.currency) },
    ],
    "This order has no lines.",
  );
}

function discountOf({ discount_allocations }: LineItem, currency: string): string {
  const sum = discount_allocations.reduce((total, { amount }) => total + Number(amount), 0);
  return sum === 0 ? "–" : `−${money(String(sum), currency)}`;
}

function payForm(visit: PanelVisit, { id, payload }: Order): Markup {
  return form(visit, { action: `/sandbox/orders/${id}/pay`, title: "Pay", submit: "Pay" }, (fields) =>
    fields.text("amount", "Amount", {
      placeholder: payload.total_outstanding,
      hint: "Empty: all that is outstanding.",
    }),
  );
}

/** A number field for every line that still has something. */
function quantityFields(fields: Fields, { payload }: Order, prefix: string): Markup[] {
  return payload.line_items.flatMap((line, i) =>
    line.current_quantity > 0
      ? [fields.quantity(`${prefix}-${i + 1}`, line.name, line.current_quantity)]
      : [],
  );
}

function refundForm(visit: PanelVisit, order: Order): Markup {
  return form(
    visit,
    {
      action: `/sandbox/orders/${order.id}/refund`,
      title: "Refund",
      submit: "Refund",
      intro:
        "Choose how many of each line are taken back. An amount on its own gives money back without a line.",
    },
    (fields) =>
      html` ${quantityFields(fields, order, "refund")}
        <div class="grid">
          ${fields.text("shipping", "Shipping", { placeholder: "0.00" })}
          ${fields.text("amount", "Money back in all", { placeholder: "Empty: what it costs" })}
        </div>
        ${fields.check("wholeShipping", "All that is left of the shipping")}
        ${fields.select("restock", "The goods", [
          ["return", "come back into stock"],
          ["no_restock", "are not restocked"],
        ])}
        ${fields.text("note", "Note")}`,
  );
}

function editForm(visit: PanelVisit, order: Order, catalogue: Catalogue): Markup {
  return form(
    visit,
    {
      action: `/sandbox/orders/${order.id}/edit`,
      title: "Edit",
      submit: "Save the edit",
      intro: "Add a line, or take pieces out.",
    },
    (fields) =>
      html` <div class="line">
          ${variantField(catalogue, "add", "", false)}<input
            type="number"
            name="addQuantity"
            min="1"
            value="1"
            aria-label="Quantity to add"
          />
        </div>
        <fieldset>
          <legend>Take out</legend>
          ${quantityFields(fields, order, "remove")}
        </fieldset>
        ${fields.check("moneyBack", "Give back what that sets free", true)}`,
  );
}

function cancelForm(visit: PanelVisit, { id, name }: Order): Markup {
  const reasons = ["customer", "inventory", "fraud", "declined", "staff", "other"].map(
    (reason) => [reason, reason] as const,
  );
  return form(
    visit,
    {
      action: `/sandbox/orders/${id}/cancel`,
      title: "Cancel",
      submit: "Cancel the order",
      critical: true,
      confirm: `Cancel order ${name}?`,
    },
    (fields) =>
      html` ${fields.select("reason", "Why", reasons)}
      ${fields.check("refund", "Give back what was paid", true)}`,
  );
}

function assignForm(visit: PanelVisit, { id }: Order): Markup {
  return form(
    visit,
    {
      action: `/sandbox/orders/${id}/assign`,
      title: "Give it to a customer",
      submit: "Assign",
      intro: "Shopify lets staff put an order under another customer.",
    },
    (fields) => fields.text("customer", "Customer", { placeholder: "E-mail address; empty: nobody" }),
  );
}

function deleteForm(visit: PanelVisit, { id, name }: Order): Markup {
  return form(
    visit,
    {
      action: `/sandbox/orders/${id}/delete`,
      title: "Delete",
      submit: "Delete the order",
      critical: true,
      confirm: `Delete order ${name}? This cannot be undone.`,
      intro: "Removes the order from the shop; the app is told by orders/delete.",
    },
    () => null,
  );
}
