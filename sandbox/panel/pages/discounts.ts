import { html } from "../../admin/markup.ts";
import { when } from "../../admin/words.ts";
import { percentOf } from "../../commerce/codes/percent.ts";
import { codesOf, findRedeemCode, statusOf } from "../../commerce/codes/redeem-codes.ts";
import type { Discount, DiscountValue, RedeemCode } from "../../state/discount-types.ts";
import { act, type Deed } from "../deeds.ts";
import { form, type Fields } from "../fields.ts";
import { given } from "../form-data.ts";
import type { PanelPage } from "../layout.ts";
import { control, type PanelVisit } from "../visit.ts";
import { PAGE_SIZE, pager, table } from "./lists.ts";

const SHOWN_CODES = 3;

type Row = { discount: Discount; codes: RedeemCode[]; uses: number };

/** Newest first, with their codes and how often these were used; `?code=` finds one. */
export async function discountsPage(visit: PanelVisit): Promise<PanelPage> {
  const rows = await listRows(visit);
  const now = visit.sandbox.now();
  return {
    title: "Discounts",
    main: html`<div class="bar">
        <form class="finder" role="search">
          <label
            ><span>Find a code</span
            ><input type="search" name="code" value="${visit.url.searchParams.get("code") ?? ""}" /></label
          ><button type="submit" class="plain">Find</button>
        </form>
        <a class="button" href="#new">Create a discount</a>
      </div>
      ${table(
        rows,
        [
          {
            label: "Codes",
            cell: ({ codes }) =>
              html`${codes.slice(0, SHOWN_CODES).map(({ code }) => html`<code>${code}</code> `)}${codes.length > SHOWN_CODES && `and ${codes.length - SHOWN_CODES} more`}`,
          },
          { label: "What", cell: ({ discount }) => whatItGives(discount) },
          {
            label: "For",
            cell: ({ discount: { customerIds } }) => (customerIds ? customerLinks(customerIds) : "everybody"),
          },
          { label: "State", cell: ({ discount }) => statusOf(discount, now).toLowerCase() },
          {
            label: "Ends",
            cell: ({ discount: { endsAt } }) => (endsAt ? when(endsAt, visit.shop.timezone) : "–"),
          },
          {
            label: "Used",
            numeric: true,
            cell: ({ discount: { usageLimit }, uses }) =>
              usageLimit === null ? String(uses) : `${uses} of ${usageLimit}`,
          },
        ],
        "No discounts yet. Create the first one below, or let the app make some.",
      )}
      ${pager(
        visit,
        "after",
        rows.map(({ discount }) => discount),
      )}
      <div class="forms" id="new">
        ${form(visit, { action: "/sandbox/discounts/create", title: "Create a discount", submit: "Create" }, discountFields)}
        ${form(visit, { action: "/sandbox/discounts/end", title: "End a discount", submit: "End it", critical: true, intro: "Its codes are refused from now on." }, (fields) => fields.text("code", "One of its codes"))}
      </div>`,
  };
}

async function listRows(visit: PanelVisit): Promise<Row[]> {
  const { sandbox, shop, url } = visit;
  const [code, after] = ["code", "after"].map((name) => url.searchParams.get(name));
  const query = `limit=${PAGE_SIZE}${after ? `&after=${after}` : ""}`;
  const found = code ? findRedeemCode(sandbox, shop.domain, code) : null;
  const discounts = code
    ? found
      ? [found.discount]
      : []
    : (await control<{ discounts: Discount[] }>(visit, `/discounts?${query}`)).discounts;
  return discounts.map((discount) => {
    const codes = codesOf(sandbox, shop.domain, discount.id);
    return { discount, codes, uses: codes.reduce((sum, { uses }) => sum + uses.length, 0) };
  });
}

function whatItGives({ rule }: Discount): string {
  if (rule.kind === "free-shipping") return "free shipping";
  const [value, items] =
    rule.kind === "basic" ? [rule.value, rule.items] : [rule.gets.value, rule.gets.items];
  return `${valueText(value)} off ${items.all ? "the order" : "some products"}`;
}

function valueText(value: DiscountValue): string {
  return "share" in value ? `${percentOf(value.share)} %` : value.amount;
}

function customerLinks(ids: string[]) {
  return html`${ids.slice(0, SHOWN_CODES).map((id) => html`<a href="/sandbox/customers/${id}">${id}</a> `)}`;
}

function discountFields(fields: Fields) {
  return html`<div class="grid three">
      ${fields.text("code", "Code", { placeholder: "SPRING" })}
      ${fields.select("kind", "Kind", [
        ["percentage", "Per cent"],
        ["fixed", "An amount"],
        ["free-shipping", "Free shipping"],
      ])}
      ${fields.text("value", "How much", { placeholder: "10" })}
      ${fields.text("products", "Products", { placeholder: "Handles; empty: everything" })}
      ${fields.text("customers", "Customers", { placeholder: "E-mail addresses; empty: everybody" })}
      ${fields.text("minimum", "From an order of", { placeholder: "20.00" })}
      ${fields.text("usageLimit", "How often in all", { type: "number" })}
      ${fields.text("startsAt", "From", { placeholder: "2026-02-01T10:00:00Z" })}
      ${fields.text("endsAt", "Until", { placeholder: "2026-03-01T10:00:00Z" })}
    </div>
    ${fields.check("oncePerCustomer", "Once for each customer")}
    ${fields.check("combines", "May stand beside other discounts")}`;
}

export const createDiscount: Deed = async (visit, sent) => {
  const code = sent.required("code", "Code");
  const list = (name: string) => (sent.text(name) === undefined ? undefined : sent.words(name));
  await act(visit, {
    do: "discount.create",
    code,
    kind: kindOf(sent.text("kind")),
    ...given({
      value: sent.text("value"),
      products: list("products"),
      customers: list("customers"),
      minimum: sent.text("minimum"),
      usageLimit: sent.number("usageLimit", "How often in all"),
      startsAt: sent.text("startsAt"),
      endsAt: sent.text("endsAt"),
    }),
    oncePerCustomer: sent.checked("oncePerCustomer"),
    combinesWith: sent.checked("combines") ? ["order", "product", "shipping"] : [],
  });
  return { said: `The code ${code} counts from now on.`, next: "/sandbox/discounts", silent: true };
};

function kindOf(text: string | undefined): "fixed" | "percentage" | "free-shipping" {
  return text === "fixed" || text === "free-shipping" ? text : "percentage";
}

export const endDiscount: Deed = async (visit, sent) => {
  const code = sent.required("code", "One of its codes");
  await act(visit, { do: "discount.end", code });
  return { said: `The discount of ${code} has ended.`, next: "/sandbox/discounts", silent: true };
};
