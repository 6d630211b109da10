import type { CustomerNow } from "../../commerce/store-state.ts";
import { findErased } from "../../db/erased.ts";
import { findSignedUp } from "../../db/known-members.ts";
import { deliverMissed } from "./deliver-missed.ts";
import { NO_FINDING, type Missed, type Reconciling, type Turn } from "./reconciling.ts";

/** Customers who were made since the last run and of whom nobody told. */
export async function reconcileCustomers(reconciling: Reconciling): Promise<Turn> {
  const { services, shop, run } = reconciling;
  const { items, next } = await services.platform.listCustomers(shop.domain, {
    createdSince: run.from,
    after: run.cursor,
  });
  const looked = items.filter(({ createdAt }) => createdAt <= run.to);
  await deliverMissed(reconciling, (await unknownAmong(reconciling, looked)).map(missedOf));
  return {
    cursor: looked.length < items.length ? null : next,
    looked: { customers: looked.length },
  };
}

async function unknownAmong(
  { services, shop }: Reconciling,
  customers: CustomerNow[],
): Promise<CustomerNow[]> {
  const ids = customers.map(({ person }) => person.customerId);
  const known = await findSignedUp(services.db.sql, shop.id, ids);
  const erased = await findErased(services.db.sql, shop, { customers: ids, orders: [] });
  return customers.filter(({ person: { customerId } }) => {
    return !known.has(customerId) && !erased.customers.has(customerId);
  });
}

function missedOf({ createdAt, person }: CustomerNow): Missed {
  const { customerId } = person;
  return {
    finding: { ...NO_FINDING, kind: "customer", memberId: customerId },
    topic: "reconcile/customer",
    event: { kind: "points", event: { kind: "customer-created", customerId, createdAt }, person },
  };
}
