import { html } from "../../admin/markup.ts";
import { customerName, money } from "../../admin/words.ts";
import type { Customer } from "../../state/types.ts";
import { form } from "../fields.ts";
import type { PanelPage } from "../layout.ts";
import { control } from "../visit.ts";
import type { PanelVisit } from "../visit.ts";
import { customerFields } from "./customer.ts";
import { finder, PAGE_SIZE, pager, table } from "./lists.ts";

/** Newest first; `?find=` takes a name or an e-mail address. */
export async function customersPage(visit: PanelVisit): Promise<PanelPage> {
  const find = visit.url.searchParams.get("find")?.trim() ?? "";
  const customers = find ? searchCustomers(visit, find) : await listCustomers(visit);
  return {
    title: "Customers",
    main: html`<div class="bar">
        ${finder("Find a customer", "Name or e-mail address", find)}<a class="button" href="#new"
          >Create a customer</a
        >
      </div>
      ${table(
        customers,
        [
          {
            label: "Customer",
            cell: (customer) =>
              html`<a href="/sandbox/customers/${customer.id}"
                ><strong>${customerName(customer)}</strong></a
              >`,
          },
          { label: "E-mail", cell: ({ email }) => email ?? "–" },
          { label: "Orders", numeric: true, cell: ({ ordersCount }) => ordersCount },
          { label: "Spent", numeric: true, cell: ({ totalSpent }) => money(totalSpent, visit.shop.currency) },
        ],
        find ? `Nobody matches “${find}”.` : "No customers yet. Create the first one below.",
      )}
      ${!find && pager(visit, "after", customers)}
      <div id="new">
        ${form(visit, { action: "/sandbox/customers/create", title: "Create a customer", submit: "Create" }, customerFields(null))}
      </div>`,
  };
}

async function listCustomers(visit: PanelVisit): Promise<Customer[]> {
  const after = visit.url.searchParams.get("after");
  const query = `limit=${PAGE_SIZE}${after ? `&after=${after}` : ""}`;
  return (await control<{ customers: Customer[] }>(visit, `/customers?${query}`)).customers;
}

/** The JSON interface finds whole addresses only; people type parts of names. */
function searchCustomers({ sandbox, shop }: PanelVisit, find: string): Customer[] {
  const wanted = find.toLowerCase();
  return sandbox.store
    .collection(shop.domain, "customer")
    .findBy("listed", "yes", { reverse: true })
    .filter((customer) => `${customerName(customer)} ${customer.email ?? ""}`.toLowerCase().includes(wanted))
    .slice(0, PAGE_SIZE);
}
