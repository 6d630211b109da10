import { gid } from "../../state/ids.ts";
import type { Customer } from "../../state/types.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { customerAddress, dateTime, enumOf } from "./common.ts";
import { numberOf } from "./ids.ts";
import { metafieldFields } from "./metafields.ts";
import { moneyV2 } from "./money.ts";
import { findOrder, orderListing, orderView } from "./orders.ts";
import { accountsField } from "./store-credit.ts";

export function customerView(context: Context, customer: Customer): View {
  const marketingState = customer.acceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED";
  const orders = () => context.collection("order").findBy("customer", customer.id);
  return {
    __typename: "Customer",
    id: gid("Customer", customer.id),
    legacyResourceId: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    displayName: displayName(customer),
    email: customer.email,
    phone: customer.phone,
    defaultEmailAddress: customer.email === null ? null : { emailAddress: customer.email, marketingState },
    defaultPhoneNumber: customer.phone === null ? null : { phoneNumber: customer.phone },
    emailMarketingConsent: customer.email === null ? null : { marketingState },
    defaultAddress: customerAddress(customer.address),
    locale: customer.locale,
    state: enumOf(customer.state),
    note: customer.note,
    tags: [...customer.tags].sort(),
    taxExempt: customer.taxExempt,
    verifiedEmail: customer.verifiedEmail,
    numberOfOrders: String(customer.ordersCount),
    amountSpent: moneyV2(customer.totalSpent, context.shop.currency),
    canDelete: customer.ordersCount === 0,
    lastOrder: () => {
      const order = customer.lastOrderId === null ? null : findOrder(context, customer.lastOrderId);
      return order && orderView(context, order);
    },
    orders: (args: ListArgs) => connect(args, orderListing(context, orders())),
    createdAt: dateTime(customer.createdAt),
    updatedAt: dateTime(customer.updatedAt),
    ...accountsField(context, customer),
    ...metafieldFields("CUSTOMER", customer.id),
  };
}

function displayName({ firstName, lastName, email, phone }: Customer): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email || phone || "";
}

/** A customer that was merged away is there no more. */
export function findCustomer(context: Context, id: string): Customer | null {
  const customer = context.collection("customer").find(id);
  return customer?.mergedInto === null ? customer : null;
}

function customerListing(context: Context): Listing<Customer> {
  return {
    resource: "customers",
    docs: context.collection("customer").findBy("listed", "yes"),
    idOf: (customer) => customer.id,
    view: (customer) => customerView(context, customer),
    search: {
      id: (customer) => [customer.id],
      email: (customer) => [customer.email],
      phone: (customer) => [customer.phone],
      first_name: (customer) => [customer.firstName],
      last_name: (customer) => [customer.lastName],
      state: (customer) => [customer.state],
      tag: (customer) => customer.tags,
      orders_count: (customer) => [customer.ordersCount],
      total_spent: (customer) => [customer.totalSpent],
      customer_date: (customer) => [customer.createdAt],
      updated_at: (customer) => [customer.updatedAt],
    },
    sortKeys: {
      NAME: (customer) => `${customer.lastName ?? ""}, ${customer.firstName ?? ""}`,
      CREATED_AT: (customer) => customer.createdAt,
      UPDATED_AT: (customer) => customer.updatedAt,
    },
  };
}

export const customerQueries = {
  customer: ({ id }: { id: string }, context) => {
    const customer = findCustomer(context, numberOf(id, "Customer"));
    return customer && customerView(context, customer);
  },
  customers: (args: ListArgs, context) => connect(args, customerListing(context)),
  customersCount: (args: CountArgs, context) => count(args, customerListing(context)),
} satisfies Fields;
