import { html } from "../../admin/markup.ts";
import type { Markup } from "../../admin/markup.ts";
import { customerName } from "../../admin/words.ts";
import type { DiscountInput, PlaceOrder } from "../../commerce/actions.ts";
import { Refusal } from "../../http/answer.ts";
import type { Customer, Order } from "../../state/types.ts";
import type { Deed } from "../deeds.ts";
import { act } from "../deeds.ts";
import { form } from "../fields.ts";
import { given } from "../form-data.ts";
import type { Sent } from "../form-data.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { money } from "../../admin/words.ts";
import { readCatalogue, variantField } from "./variant-field.ts";
import type { Catalogue } from "./variant-field.ts";

const SUGGESTED_CUSTOMERS = 250;
const FIRST_LINES = 3;

export async function placeOrderPage(visit: PanelVisit): Promise<PanelPage> {
  const catalogue = await readCatalogue(visit);
  const { customers } = await control<{ customers: Customer[] }>(
    visit,
    `/customers?limit=${SUGGESTED_CUSTOMERS}`,
  );
  const asked = visit.url.searchParams.get("customer") ?? "";
  return {
    title: "Place an order",
    main: form(
      visit,
      { action: "/sandbox/orders/new/place", title: "The order", submit: "Place the order" },
      (fields) =>
        html` <div class="grid">
            ${fields.text("customer", "Customer", { value: asked, list: "customers", placeholder: "E-mail address; empty is a guest", hint: "Somebody the shop knows. A guest's address goes below." })}
            ${fields.select("source", "Where", [
              ["web", "Online store"],
              ["pos", "At the till"],
            ])}
          </div>
          <datalist id="customers">
            ${customers.filter(({ email }) => email).map((customer) => html`<option value="${customer.email}">${customerName(customer)}</option>`)}
          </datalist>
          ${orderLines(visit, catalogue)}
          <div class="grid three">
            ${fields.text("codes", "Discount codes", { placeholder: "SPRING, LOYAL-1", hint: "As a shopper types them." })}
            ${fields.text("giftCards", "Gift cards", { placeholder: "Their codes" })}
            ${fields.check("storeCredit", "Store credit pays first")}
          </div>
          <fieldset>
            <legend>Another discount</legend>
            <div class="grid three">
              ${fields.select("discountKind", "Kind", [
                ["", "None"],
                ["percentage", "Per cent"],
                ["fixed", "An amount"],
                ["free-shipping", "Free shipping"],
              ])}
              ${fields.text("discountValue", "How much", { placeholder: "10" })}
              ${fields.text("discountCode", "Code", { placeholder: "Empty: automatic" })}
            </div>
          </fieldset>
          <div class="grid three">
            ${fields.select("payment", "Payment", [
              ["paid", "Paid at once"],
              ["pending", "Not yet paid"],
              ["authorized", "Card reserved only"],
            ])}
            ${fields.select("shipping", "Shipping", [
              ["", "As the shop has it"],
              ["none", "None"],
              ["amount", "An amount"],
            ])}
            ${fields.text("shippingAmount", "Shipping amount", { placeholder: "4.00" })}
          </div>
          <details>
            <summary>More</summary>
            <div class="grid">
              ${fields.text("email", "A guest's e-mail address", { type: "email" })}
              ${fields.text("tip", "Tip", { placeholder: "2.00" })} ${fields.text("note", "Note")}
              ${fields.text("at", "When", { placeholder: "2026-02-01T10:00:00Z", hint: "Empty: now." })}
            </div>
          </details>
          ${fields.check("test", "A test order")}`,
    ),
  };
}

function orderLines(visit: PanelVisit, catalogue: Catalogue): Markup {
  const typed = visit.problem?.typed;
  const variants = typed?.getAll("variant").map(String) ?? [];
  const quantities = typed?.getAll("quantity").map(String) ?? [];
  const rows = Array.from(
    { length: Math.max(FIRST_LINES, variants.length) },
    (_, i) =>
      html`<div class="line">
        ${variantField(catalogue, "variant", variants[i] ?? (i === 0 ? (catalogue.choices?.[0]?.[0] ?? "") : ""), i === 0)}<input
          type="number"
          name="quantity"
          min="1"
          max="999"
          value="${quantities[i] ?? "1"}"
          aria-label="Quantity"
        />
      </div>`,
  );
  return html`<fieldset data-lines>
    <legend>Lines</legend>
    ${rows}
  </fieldset>`;
}

export const placeOrder: Deed = async (visit, sent) => {
  const { order } = await act<{ order: Order }>(visit, readOrder(sent));
  const { payload } = order;
  const from = payload.source_name === "pos" ? "at the till" : "online";
  return {
    said: `Order ${order.name} was placed ${from}: ${money(payload.current_total_price, payload.currency)}, ${payload.financial_status.replaceAll("_", " ")}.`,
    next: `/sandbox/orders/${order.id}`,
  };
};

function readOrder(sent: Sent): PlaceOrder {
  const quantities = sent.column("quantity");
  const lines = sent
    .column("variant")
    .flatMap((variant, i) => (variant ? [{ variant, quantity: Number(quantities[i] || 1) }] : []));
  if (lines.length === 0) throw new Refusal("Choose at least one product.");
  return {
    do: "order.place",
    lines,
    ...given({
      customer: sent.text("customer"),
      email: sent.text("email"),
      source: sent.text("source") as "web" | "pos" | undefined,
      payment: sent.text("payment") as "paid" | "pending" | "authorized" | undefined,
      shipping: readShipping(sent),
      discounts: readDiscounts(sent),
      codes: listOrNone(sent.words("codes")),
      giftCards: listOrNone(sent.words("giftCards")),
      storeCredit: sent.checked("storeCredit") || undefined,
      tip: sent.text("tip"),
      note: sent.text("note"),
      at: sent.text("at"),
      test: sent.checked("test") || undefined,
    }),
  };
}

function listOrNone(words: string[]): string[] | undefined {
  return words.length > 0 ? words : undefined;
}

function readShipping(sent: Sent): PlaceOrder["shipping"] {
  const choice = sent.text("shipping");
  if (choice === "none") return null;
  return choice === "amount" ? { price: sent.required("shippingAmount", "Shipping amount") } : undefined;
}

function readDiscounts(sent: Sent): DiscountInput[] | undefined {
  const kind = sent.text("discountKind") as DiscountInput["kind"] | undefined;
  if (!kind) return undefined;
  const code = sent.text("discountCode");
  const value = kind === "free-shipping" ? undefined : sent.required("discountValue", "Discount, how much");
  return [{ kind, ...given({ value, code, title: code ? undefined : "Automatic discount" }) }];
}
