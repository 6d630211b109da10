import { Refusal } from "../../http/answer.ts";
import { Catalogue } from "../objects/catalogue.ts";
import { renderPage } from "../render.ts";
import type { Visit } from "../visit.ts";
import { discountedCart, refusalsOf } from "./quote.ts";

const MOST_OF_ONE = 999;
const MOST_LINES = 40;

export function cartPage(visit: Visit): Response {
  const order = discountedCart(visit);
  const refusals = order ? refusalsOf(visit, order, "CART_INTERACTION") : [];
  return renderPage(visit, "cart", { objects: { refusals } });
}

export async function addToCart(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const variant = form.get("id") ?? "";
  if (!new Catalogue(visit.sandbox.store, visit.shop).findByVariant(variant))
    throw new Refusal("The shop does not sell this any more.", 404);
  const { cart } = visit.session;
  const properties = propertiesOf(form);
  const line = cart.find((known) => known.variant === variant);
  const quantity = quantityOf(form.get("quantity") ?? "1");
  if (line) line.quantity = Math.min(line.quantity + quantity, MOST_OF_ONE);
  else if (cart.length >= MOST_LINES)
    throw new Refusal(`A cart holds at most ${MOST_LINES} different things.`);
  else cart.push({ variant, quantity, ...(properties === null ? {} : { properties }) });
  return visit.redirect("/cart");
}

/** The cart's own form: `updates[VARIANT]` for each line, or `remove` with one variant. */
export async function changeCart(visit: Visit): Promise<Response> {
  const form = await visit.form();
  const removed = form.get("remove");
  visit.session.cart = visit.session.cart
    .map((line) => {
      const wanted = form.get(`updates[${line.variant}]`);
      return wanted === undefined ? line : { ...line, quantity: quantityOf(wanted) };
    })
    .filter((line) => line.quantity > 0 && line.variant !== removed);
  return visit.redirect(form.get("checkout") === undefined ? "/cart" : "/checkout");
}

/** `properties[NAME]` of the form; null where there are none. */
function propertiesOf(form: ReadonlyMap<string, string>): Record<string, string> | null {
  const properties = [...form].flatMap(([field, value]) => {
    const name = /^properties\[([\w -]{1,50})\]$/.exec(field)?.[1];
    return name === undefined || value === "" ? [] : [[name, value.slice(0, 100)] as const];
  });
  return properties.length === 0 ? null : Object.fromEntries(properties);
}

function quantityOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new Refusal(`"${text}" is not a quantity.`);
  return Math.min(Number(text), MOST_OF_ONE);
}
