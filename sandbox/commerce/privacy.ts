import type { Customer } from "../state/types.ts";
import { orderCustomer } from "../webhooks/customer-payload.ts";
import { sendCompliance } from "../webhooks/lifecycle.ts";
import type { ActionOf } from "./actions.ts";
import type { Scene } from "./scene.ts";

/** Asks the app for everything it keeps about a customer. */
export function requestData(scene: Scene, input: ActionOf<"privacy.requestData">): Customer {
  const customer = scene.customer(input.customer);
  sendCompliance(scene.sandbox, scene.shop, {
    topic: "customers/data_request",
    at: scene.at,
    payload: {
      shop_id: Number(scene.shop.id),
      shop_domain: scene.shop.domain,
      orders_requested: orderIds(scene, customer),
      customer: person(customer),
      data_request: { id: scene.store.nextNumber("other") },
    },
  });
  return customer;
}

/** Blanks the person in the shop, and tells the app to do the same. */
export function redactCustomer(scene: Scene, input: ActionOf<"privacy.redact">): Customer {
  const customer = scene.customer(input.customer);
  sendCompliance(scene.sandbox, scene.shop, {
    topic: "customers/redact",
    at: scene.at,
    payload: {
      shop_id: Number(scene.shop.id),
      shop_domain: scene.shop.domain,
      customer: person(customer),
      orders_to_redact: orderIds(scene, customer),
    },
  });
  return blank(scene, customer);
}

function blank(scene: Scene, customer: Customer): Customer {
  const blanked: Customer = {
    ...customer,
    email: null,
    phone: null,
    firstName: null,
    lastName: null,
    note: null,
    tags: [],
    address: null,
    acceptsMarketing: false,
    state: "disabled",
  };
  scene.collection("customer").put(blanked);
  const orders = scene.collection("order");
  for (const order of orders.findBy("customer", customer.id)) {
    Object.assign(order.payload, {
      email: null,
      contact_email: null,
      phone: null,
      billing_address: null,
      shipping_address: null,
      customer: orderCustomer(blanked, scene.shop),
    });
    orders.put(order);
  }
  return blanked;
}

function person(customer: Customer) {
  return { id: Number(customer.id), email: customer.email, phone: customer.phone };
}

function orderIds(scene: Scene, customer: Customer): number[] {
  return scene
    .collection("order")
    .findBy("customer", customer.id)
    .map(({ payload }) => payload.id);
}
