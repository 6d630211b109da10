import type { PlaceOrder } from "../../commerce/actions.ts";
import { decimalsOf, toAmount, toMinor } from "../../commerce/money.ts";
import { Refusal } from "../../http/answer.ts";
import type { Address } from "../../state/types.ts";
import { Catalogue } from "../objects/catalogue.ts";
import type { Visit } from "../visit.ts";

const ADDRESS_FIELDS = ["firstName", "lastName", "address1", "city", "zip"] as const;

/** The names of the fields to mend; the texts stand in the theme's locales. */
export function faultsOf(visit: Visit, form: Map<string, string>): string[] {
  const faults: string[] = ADDRESS_FIELDS.filter((field) => !form.get(field));
  if (!visit.customer && !isEmail(form.get("email"))) faults.unshift("email");
  if (tipOf(visit, form) === null) faults.push("tip");
  return faults;
}

function isEmail(text: string | undefined): text is string {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text ?? "");
}

/** What is in the cart and still sold. */
export function linesOf({ sandbox, shop, session }: Visit): PlaceOrder["lines"] {
  const catalogue = new Catalogue(sandbox.store, shop);
  return session.cart
    .filter(({ variant }) => catalogue.findByVariant(variant))
    .map(({ variant, quantity, properties }) => ({
      variant,
      quantity,
      properties: Object.entries(properties ?? {}).map(([name, value]) => ({ name, value })),
    }));
}

/** The order that the cart, what was typed, and the codes make; what is missing yet is left out. */
export function orderOf(visit: Visit, form: Map<string, string>): PlaceOrder {
  const { shop, session, customer } = visit;
  const email = form.get("email");
  const tip = tipOf(visit, form);
  const collected = form.get("delivery") === "collect";
  return {
    do: "order.place",
    customer: customer?.id ?? null,
    ...(!customer && isEmail(email) ? { email } : {}),
    lines: linesOf(visit),
    locale: visit.locale,
    codes: session.codes,
    giftCards: session.giftCards,
    storeCredit: customer !== null && session.storeCredit,
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
export function keepAddress({ sandbox, shop, customer }: Visit, form: Map<string, string>): void {
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
