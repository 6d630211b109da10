import { Refusal } from "../http/answer.ts";
import { gid } from "../state/ids.ts";
import { laterThan } from "../state/instants.ts";
import type { Customer } from "../state/types.ts";
import { customerPayload, deletedCustomerPayload, orderCustomer } from "../webhooks/customer-payload.ts";
import type { ActionOf, CreateCustomer, CustomerFields, UpdateCustomer } from "./actions.ts";
import { given } from "./handles.ts";
import { toAmount, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";
import { accountsOf, balanceOf } from "./store-credit.ts";
import { tillOf } from "./tenders.ts";

export function createCustomer(scene: Scene, input: CreateCustomer): Customer {
  refuseTakenEmail(scene, input.email, null);
  const customer: Customer = {
    id: scene.store.nextId("customer"),
    email: null,
    phone: null,
    firstName: null,
    lastName: null,
    state: "enabled",
    note: null,
    verifiedEmail: true,
    taxExempt: false,
    tags: [],
    locale: scene.shop.locale,
    address: null,
    acceptsMarketing: false,
    ordersCount: 0,
    totalSpent: toAmount(0, scene.shop.currency),
    lastOrderId: null,
    mergedInto: null,
    createdAt: scene.at,
    updatedAt: scene.at,
    ...fieldsOf(input),
  };
  scene.collection("customer").put(customer);
  scene.remember(input.ref, customer.id);
  scene.emit(["customers/create"], customerPayload(customer, scene.shop));
  tellOfTags(scene, customer, []);
  return customer;
}

export function updateCustomer(scene: Scene, input: UpdateCustomer): Customer {
  const before = scene.customer(input.customer);
  refuseTakenEmail(scene, input.email, before.id);
  const customer = { ...before, ...fieldsOf(input), updatedAt: laterThan(before.updatedAt, scene.at) };
  scene.collection("customer").put(customer);
  scene.emit(["customers/update"], customerPayload(customer, scene.shop));
  tellOfTags(scene, customer, before.tags);
  return customer;
}

/** Shopify tells of tags apart from the customer. */
function tellOfTags(scene: Scene, { id, tags }: Customer, before: readonly string[]): void {
  const changes = {
    "customer.tags_added": tags.filter((tag) => !before.includes(tag)),
    "customer.tags_removed": before.filter((tag) => !tags.includes(tag)),
  };
  for (const [topic, changed] of Object.entries(changes))
    if (changed.length > 0)
      scene.emit([topic], { customerId: gid("Customer", id), tags: changed, occurredAt: scene.at });
}

export function deleteCustomer(scene: Scene, input: ActionOf<"customer.delete">): Customer {
  const customer = scene.customer(input.customer);
  if (customer.ordersCount > 0)
    throw new Refusal(`${nameOf(customer)} has orders; Shopify deletes only customers without any.`);
  scene.collection("customer").delete(customer.id);
  scene.emit(["customers/delete"], deletedCustomerPayload(customer));
  return customer;
}

/** The kept customer takes over orders, tags and figures; the other one is listed no more. */
export function mergeCustomers(scene: Scene, input: ActionOf<"customer.merge">): Customer {
  const before = scene.customer(input.keep);
  const removed = scene.customer(input.remove);
  if (before.id === removed.id) throw new Refusal("A customer cannot be merged with itself.");
  refuseMoneyOf(scene, [before, removed]);
  const kept = takeOver(scene, before, removed);
  const customers = scene.collection("customer");
  customers.put(kept);
  customers.put({ ...removed, email: null, mergedInto: kept.id });
  const orders = scene.collection("order");
  for (const order of orders.findBy("customer", removed.id)) {
    order.customerId = kept.id;
    order.payload.customer = orderCustomer(kept, scene.shop);
    orders.put(order);
  }
  scene.emit(["customers/merge"], {
    admin_graphql_api_customer_kept_id: gid("Customer", kept.id),
    admin_graphql_api_customer_deleted_id: gid("Customer", removed.id),
    admin_graphql_api_job_id: null,
    status: "completed",
    errors: [],
  });
  scene.emit(["customers/update"], customerPayload(kept, scene.shop));
  return kept;
}

/** Shopify merges nobody who holds money of the shop. */
function refuseMoneyOf(scene: Scene, customers: Customer[]): void {
  for (const customer of customers) {
    if (scene.collection("giftCard").findBy("customer", customer.id, { limit: 1 }).length > 0)
      throw new Refusal(`${nameOf(customer)} has gift cards; Shopify merges only customers without any.`);
    if (accountsOf(tillOf(scene), customer.id).some((account) => balanceOf(account) > 0))
      throw new Refusal(`${nameOf(customer)} has store credit; Shopify merges only customers without any.`);
  }
}

function takeOver(scene: Scene, kept: Customer, removed: Customer): Customer {
  const { currency } = scene.shop;
  const spent = toMinor(kept.totalSpent, currency) + toMinor(removed.totalSpent, currency);
  return {
    ...kept,
    tags: [...new Set([...kept.tags, ...removed.tags])],
    ordersCount: kept.ordersCount + removed.ordersCount,
    totalSpent: toAmount(spent, currency),
    lastOrderId: latest(kept.lastOrderId, removed.lastOrderId),
    updatedAt: laterThan(kept.updatedAt, scene.at),
  };
}

/** Order ids rise, so the larger is the later. */
function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Number(a) > Number(b) ? a : b;
}

function fieldsOf(input: CustomerFields): Partial<Customer> {
  const {
    email,
    phone,
    firstName,
    lastName,
    note,
    tags,
    locale,
    address,
    acceptsMarketing,
    state,
    taxExempt,
  } = input;
  return given({
    email,
    phone,
    firstName,
    lastName,
    note,
    tags,
    locale,
    address,
    acceptsMarketing,
    state,
    taxExempt,
  });
}

function refuseTakenEmail(scene: Scene, email: string | null | undefined, own: string | null): void {
  if (!email) return;
  const other = scene.collection("customer").firstBy("email", email.toLowerCase());
  if (other && other.id !== own)
    throw new Refusal(`The e-mail address ${email} belongs to another customer.`);
}

function nameOf(customer: Customer): string {
  return customer.email ?? `Customer ${customer.id}`;
}
