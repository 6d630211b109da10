import { accountsOf, balanceOf } from "../../commerce/store-credit.ts";
import { CartRefusal } from "../../functions/validations.ts";
import { Refusal } from "../../http/answer.ts";
import { notFound } from "../handle.ts";
import { orderObject } from "../objects/order.ts";
import { minorToPrice, toPrice } from "../objects/prices.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";
import { ownPath } from "./account.ts";
import { faultsOf, keepAddress, linesOf, orderOf } from "./checkout-order.ts";
import { dropRefused, enterCode, quoteOf, refusalsOf, removeCode, type Problem } from "./quote.ts";

const REMEMBERED_ORDERS = 10;

export function checkoutPage(visit: Visit): Response {
  if (linesOf(visit).length === 0) return visit.redirect("/cart");
  return formPage(visit, new Map());
}

type Told = { faults?: string[]; problems?: Problem[]; isRefused?: boolean };

function formPage(
  visit: Visit,
  form: Map<string, string>,
  { faults = [], problems = [], isRefused = false }: Told = {},
): Response {
  const { customer, shop, session } = visit;
  const known = {
    email: customer?.email,
    firstName: customer?.firstName,
    lastName: customer?.lastName,
    ...customer?.address,
  };
  const country = known.country ?? new Intl.DisplayNames([visit.locale], { type: "region" }).of(shop.country);
  const quote = quoteOf(visit, form);
  const refused = [...problems, ...quote.problems];
  return renderPage(visit, "checkout", {
    status: isRefused || faults.length + refused.length > 0 ? 422 : 200,
    layout: "checkout",
    objects: {
      form: { delivery: "ship", payment: "paid", ...known, country, ...Object.fromEntries(form) },
      faults,
      problems: refused,
      refusals: refusalsOf(visit, quote.order, "CHECKOUT_INTERACTION"),
      quote: orderObject(quote.order),
      gift_cards: session.giftCards.map((code) => ({ code, last: code.slice(-4) })),
      store_credit: { used: session.storeCredit, balance: storeCreditOf(visit) },
      delivery: { title: shop.shipping.title, price: toPrice(shop.shipping.price, shop.currency) },
      tax: { title: shop.taxes.title, percent: percentOf(shop.taxes.rate) },
    },
  });
}

function percentOf(rate: string): number {
  return Math.round(Number(rate) * 1000) / 10;
}

/** What the shopper could pay with, as a price of Liquid's. */
function storeCreditOf({ sandbox, shop, customer }: Visit): number {
  if (!customer) return 0;
  const till = { store: sandbox.store, shop: shop.domain, at: sandbox.now() };
  const account = accountsOf(till, customer.id).find(({ currency }) => currency === shop.currency);
  return account ? minorToPrice(balanceOf(account), shop.currency) : 0;
}

/** Every button of the checkout sends its one form; `do` says which it was, and without one the order is placed. */
export async function sendCheckout(visit: Visit): Promise<Response> {
  const form = await visit.form();
  if (linesOf(visit).length === 0) return visit.redirect("/cart");
  const deed = form.get("do") ?? "place";
  if (deed === "place") return placeOrder(visit, form);
  if (deed === "code") enterCode(visit, form.get("code") ?? "");
  if (deed.startsWith("remove:")) removeCode(visit, deed.slice("remove:".length));
  if (deed === "store-credit") visit.session.storeCredit = !visit.session.storeCredit;
  form.delete("code");
  return formPage(visit, form);
}

function placeOrder(visit: Visit, form: Map<string, string>): Response {
  const faults = faultsOf(visit, form);
  if (faults.length > 0) return formPage(visit, form, { faults });
  const { session } = visit;
  keepAddress(visit, form);
  try {
    const outcome = visit.sandbox.perform(visit.shop.domain, orderOf(visit, form));
    Object.assign(session, { cart: [], codes: [], giftCards: [], storeCredit: false });
    session.orders = [outcome.id, ...session.orders].slice(0, REMEMBERED_ORDERS);
    return visit.redirect(`/checkout/thank-you/${outcome.id}`);
  } catch (error) {
    if (error instanceof CartRefusal) return formPage(visit, form, { isRefused: true });
    const problem = error instanceof Refusal ? dropRefused(visit, error) : null;
    if (!problem) throw error;
    return formPage(visit, form, { problems: [problem] });
  }
}

export function thankYouPage(visit: Visit, id: string): Response {
  const order = visit.sandbox.store.collection(visit.shop.domain, "order").find(id);
  const mine =
    order &&
    (visit.session.orders.includes(id) || (visit.customer && order.customerId === visit.customer.id));
  if (!order || !mine) return notFound(visit);
  return renderPage(visit, "thank-you", { objects: { order: orderObject(order) } });
}

/** Shopify's link to a discount: the code counts from then on, wherever the link leads (`?redirect=`). */
export function discountLink(visit: Visit, code: string): Response {
  enterCode(visit, decodeURIComponent(code));
  return visit.redirect(ownPath(visit.url.searchParams.get("redirect") ?? undefined) ?? "/");
}
