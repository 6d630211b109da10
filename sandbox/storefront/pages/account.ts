import { Refusal } from "../../http/answer.ts";
import type { Customer } from "../../state/types.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";

const LISTED = 12;

export function accountPage(visit: Visit): Response {
  if (!visit.customer) return visit.redirect("/account/login");
  return renderPage(visit, "account");
}

/** Nobody knows a password here: whoever opens the sandbox may be any of its customers. */
export function signInPage(visit: Visit): Response {
  const query = (visit.url.searchParams.get("q") ?? "").trim();
  const listed = visit.sandbox.store.collection(visit.shop.domain, "customer").findBy("listed", "yes");
  const found =
    query === "" ? mostOrdersFirst(listed) : listed.filter((customer) => isNamed(customer, query));
  return renderPage(visit, "login", {
    objects: {
      query,
      people_count: found.length,
      people: found.slice(0, LISTED).map((customer) => ({
        id: customer.id,
        name: nameOf(customer),
        email: customer.email,
        orders_count: customer.ordersCount,
      })),
      login_return_to: visit.url.searchParams.get("return_to") ?? "",
    },
  });
}

function mostOrdersFirst(customers: Customer[]): Customer[] {
  return customers.toSorted((a, b) => b.ordersCount - a.ordersCount);
}

function isNamed(customer: Customer, query: string): boolean {
  return `${nameOf(customer)} ${customer.email ?? ""} ${customer.id}`
    .toLowerCase()
    .includes(query.toLowerCase());
}

function nameOf({ firstName, lastName, email, id }: Customer): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(" ");
  return name || email || id;
}

export async function signIn(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const customer = visit.sandbox.store
    .collection(visit.shop.domain, "customer")
    .find(form.get("customer") ?? "");
  if (!customer) throw new Refusal("There is no such customer in this shop.", 404);
  visit.session.customer = customer.id;
  return visit.redirect(ownPath(form.get("return_to")) ?? "/account", "signed_in");
}

export async function signOut(visit: Visit): Promise<Response> {
  await visit.form();
  visit.session.customer = null;
  visit.session.orders = [];
  return visit.redirect("/", "signed_out");
}

export function registerPage(visit: Visit): Response {
  return registerForm(visit, new Map(), []);
}

function registerForm(visit: Visit, form: Map<string, string>, faults: string[]): Response {
  return renderPage(visit, "register", {
    status: faults.length > 0 ? 422 : 200,
    objects: { form: Object.fromEntries(form), faults },
  });
}

export async function register(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const email = (form.get("email") ?? "").toLowerCase();
  const customers = visit.sandbox.store.collection(visit.shop.domain, "customer");
  const faults = ["firstName", "lastName"].filter((field) => !form.get(field));
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) faults.push("email");
  else if (customers.firstBy("email", email)) faults.push("email_taken");
  if (faults.length > 0) return registerForm(visit, form, faults);
  const { id } = visit.sandbox.perform(visit.shop.domain, {
    do: "customer.create",
    email,
    firstName: form.get("firstName") ?? null,
    lastName: form.get("lastName") ?? null,
    acceptsMarketing: form.get("marketing") === "yes",
    locale: visit.locale,
  });
  visit.session.customer = id;
  return visit.redirect("/account", "registered");
}

/** A path of this shop, or null: nobody is sent elsewhere. */
export function ownPath(path: string | undefined): string | null {
  return path && /^\/(?![/\\])/.test(path) ? path : null;
}
