import type { PlaceOrder } from "../../commerce/actions.ts";
import { decimalsOf, toAmount, toMinor } from "../../commerce/money.ts";
import { Refusal } from "../../http/answer.ts";
import type { Address } from "../../state/types.ts";
import { notFound } from "../handle.ts";
import { orderObject } from "../objects/order.ts";
import { toPrice } from "../objects/prices.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";

const ADDRESS_FIELDS = ["firstName", "lastName", "address1", "city", "zip"] as const;
const REMEMBERED_ORDERS = 10;

export function checkoutPage(visit: Visit): Response {
  if (visit.session.cart.length === 0) return visit.redirect("/cart");
  return formPage(visit, new Map(), []);
}

/** `faults` names the fields to mend; the texts stand in the theme's locales. */
function formPage(visit: Visit, form: Map<string, string>, faults: string[]): Response {
  const { customer, shop } = visit;
  const known = {
    email: customer?.email,
    firstName: customer?.firstName,
    lastName: customer?.lastName,
    ...customer?.address,
  };
  const country = known.country ?? new Intl.DisplayNames([visit.locale], { type: "region" }).of(shop.country);
  return renderPage(visit, "checkout", {
    status: faults.length > 0 ? 422 : 200,
    layout: "checkout",
    objects: {
      form: { delivery: "ship", payment: "paid", ...known, country, ...Object.fromEntries(form) },
      faults,
      delivery: { title: shop.shipping.title, price: toPrice(shop.shipping.price, shop.currency) },
      tax: { title: shop.taxes.title, percent: percentOf(shop.taxes.rate) },
    },
  });
}

function percentOf(rate: string): number {
  return Math.round(Number(rate) * 1000) / 10;
}

export async function placeOrder(visit: Visit): Promise<Response> {
  const form = await visit.form();
  if (visit.session.cart.length === 0) return visit.redirect("/cart");
  const faults = faultsOf(visit, form);
  if (faults.length > 0) return formPage(visit, form, faults);
  if (visit.customer) keepAddress(visit, form);
  const outcome = visit.sandbox.perform(visit.shop.domain, orderOf(visit, form));
  visit.session.cart = [];
  visit.session.orders = [outcome.id, ...visit.session.orders].slice(0, REMEMBERED_ORDERS);
  return visit.redirect(`/checkout/thank-you/${outcome.id}`);
}

function faultsOf(visit: Visit, form: Map<string, string>): string[] {
  const faults: string[] = ADDRESS_FIELDS.filter((field) => !form.get(field));
  if (!visit.customer && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.get("email") ?? "")) faults.unshift("email");
  if (tipOf(visit, form) === null) faults.push("tip");
  return faults;
}

function orderOf(visit: Visit, form: Map<string, string>): PlaceOrder {
  const { shop, session, customer } = visit;
  const tip = tipOf(visit, form);
  const collected = form.get("delivery") === "collect";
  return {
    do: "order.place",
    customer: customer?.id ?? null,
    ...(customer ? {} : { email: form.get("email") ?? "" }),
    lines: session.cart.map(({ variant, quantity }) => ({ variant, quantity })),
    ...(collected ? { shipping: { title: "Collection", price: toAmount(0, shop.currency) } } : {}),
    ...(tip ? { tip } : {}),
    payment: form.get("payment") === "pending" ? "pending" : "paid",
    gateway: form.get("payment") === "pending" ? "Bank transfer" : "bogus",
  };
}

/** An amount in the shop's currency; "" where none is given, null where it is not an amount. */
function tipOf({ shop }: Visit, form: Map<string, string>): string | null {
  const text = (form.get("tip") ?? "").replace(",", ".");
  if (text === "") return "";
  const pattern = new RegExp(`^\\d{1,5}(\\.\\d{1,${Math.max(1, decimalsOf(shop.currency))}})?$`);
  if (!pattern.test(text)) return null;
  try {
    const minor = toMinor(text, shop.currency);
    return minor === 0 ? "" : toAmount(minor, shop.currency);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** As Shopify's checkout does for somebody signed in: the next one is filled in. */
function keepAddress({ sandbox, shop, customer }: Visit, form: Map<string, string>): void {
  if (!customer) return;
  const field = (name: string): string => form.get(name) ?? "";
  const address: Address = {
    firstName: field("firstName"),
    lastName: field("lastName"),
    address1: field("address1"),
    city: field("city"),
    zip: field("zip"),
    country: field("country"),
    countryCode: customer.address?.countryCode ?? shop.country,
  };
  const before = customer.address;
  const changed = Object.entries(address).some(([name, value]) => before?.[name as keyof Address] !== value);
  if (changed) sandbox.perform(shop.domain, { do: "customer.update", customer: customer.id, address });
}

export function thankYouPage(visit: Visit, id: string): Response {
  const order = visit.sandbox.store.collection(visit.shop.domain, "order").find(id);
  const mine =
    order &&
    (visit.session.orders.includes(id) || (visit.customer && order.customerId === visit.customer.id));
  if (!order || !mine) return notFound(visit);
  return renderPage(visit, "thank-you", { objects: { order: orderObject(order) } });
}
