import { z } from "zod";
import { staffOf } from "../../admin/staff.ts";
import type { PlaceOrder } from "../../commerce/actions.ts";
import { Refusal } from "../../http/answer.ts";
import { signIdToken } from "../../signing.ts";
import type { Customer, Order } from "../../state/types.ts";
import type { Visit } from "../../storefront/visit.ts";

const FOUND = 30;

const basketSchema = z.object({
  lines: z.array(z.object({ variantId: z.number(), quantity: z.number().int().positive() })),
  customerId: z.number().nullable(),
  codes: z.array(z.string()),
});

/** What the till asks of the shop; all of it in the name of the staff member at the till. */
export const TILL_CALLS: Record<string, (visit: Visit, sent: Record<string, unknown>) => unknown> = {
  "till-token": ({ sandbox, shop, request }) => ({
    token: signIdToken({
      shop: shop.domain,
      apiKey: sandbox.options.apiKey,
      secret: sandbox.options.apiSecret,
      userId: String(staffOf(request).id),
      now: sandbox.options.now(),
    }),
  }),
  "till-customers": (visit, { query }) => findCustomers(visit, typeof query === "string" ? query : ""),
  "till-quote": (visit, sent) => {
    const { order } = visit.sandbox.rehearse(visit.shop.domain, saleOf(sent));
    return sumsOf(order);
  },
  "till-sell": (visit, sent) => {
    const { order } = visit.sandbox.perform(visit.shop.domain, saleOf(sent));
    const sums = sumsOf(order);
    return { ...sums, id: Number(order?.id), name: order?.name ?? "" };
  },
};

function saleOf(sent: Record<string, unknown>): PlaceOrder {
  const { lines, customerId, codes } = basketSchema.parse(sent);
  if (lines.length === 0) throw new Refusal("There is nothing in the cart.");
  return {
    do: "order.place",
    source: "pos",
    customer: customerId === null ? null : String(customerId),
    lines: lines.map(({ variantId, quantity }) => ({ variant: String(variantId), quantity })),
    codes,
    payment: "paid",
    gateway: "cash",
  };
}

function sumsOf(order: Order | undefined) {
  if (!order) throw new Error("a sale at the till made no order");
  const { payload } = order;
  return {
    subtotal: payload.current_subtotal_price,
    taxTotal: payload.current_total_tax,
    grandTotal: payload.current_total_price,
    discounts: payload.discount_codes.map(({ code, amount }) => ({ code, amount: Number(amount) })),
  };
}

function findCustomers({ sandbox, shop }: Visit, query: string) {
  const wanted = query.trim().toLowerCase();
  const text = (customer: Customer) =>
    `${nameOf(customer)} ${customer.email ?? ""} ${customer.id}`.toLowerCase();
  return sandbox.store
    .collection(shop.domain, "customer")
    .findBy("listed", "yes")
    .filter((customer) => text(customer).includes(wanted))
    .toSorted((a, b) => b.ordersCount - a.ordersCount)
    .slice(0, FOUND)
    .map((customer) => ({
      id: Number(customer.id),
      name: nameOf(customer),
      email: customer.email ?? "",
      orders: customer.ordersCount,
    }));
}

function nameOf({ firstName, lastName, email, id }: Customer): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email || id;
}
