import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { findCustomer } from "../views/customers.ts";
import { numberOf } from "../views/ids.ts";
import { findOrder, orderView } from "../views/orders.ts";
import { failed } from "./user-errors.ts";

type Args = { orderId: string; customerId: string };

/** Puts a customer on an order, whoever was on it before. */
function orderCustomerSet({ orderId, customerId }: Args, context: Context): View {
  const order = findOrder(context, numberOf(orderId, "Order"));
  const customer = findCustomer(context, numberOf(customerId, "Customer"));
  if (order === null) return notFound("orderId", "Order");
  if (customer === null) return notFound("customerId", "Customer");
  context.sandbox.perform(context.shop.domain, {
    do: "order.assign",
    order: order.id,
    customer: customer.id,
  });
  return { order: orderView(context, context.collection("order").require(order.id)), userErrors: [] };
}

function notFound(field: string, thing: string): View {
  return failed(["order"], [{ field: [field], code: "NOT_FOUND", message: `${thing} does not exist` }]);
}

export const orderCustomerMutations = { orderCustomerSet } as Fields;
