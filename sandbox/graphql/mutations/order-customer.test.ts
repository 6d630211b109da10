import { afterAll, beforeAll, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";

let api: AdminApi;

beforeAll(async () => {
  api = await startAdminApi();
});
afterAll(() => api.running.close());

const SET = `mutation ($orderId: ID!, $customerId: ID!) {
  orderCustomerSet(orderId: $orderId, customerId: $customerId) {
    order { customer { id } }
    userErrors { code field message }
  }
}`;
const orderGid = (id: string) => `gid://shopify/Order/${id}`;
const customerGid = (id: string) => `gid://shopify/Customer/${id}`;

function perform(action: Parameters<AdminApi["running"]["sandbox"]["perform"]>[1]): string {
  return String(api.running.sandbox.perform(api.shop.domain, action).id);
}

const set = (orderId: string, customerId: string, scopes = ["write_orders", "read_customers"]) =>
  api.ask(SET, { orderId: orderGid(orderId), customerId: customerGid(customerId) }, scopes);

test("puts a customer on an order that was nobody's", async () => {
  const order = perform({
    do: "order.place",
    customer: null,
    lines: [{ title: "Mug", price: "10.00", quantity: 1 }],
  });
  const customer = perform({ do: "customer.create" });
  const { data } = await set(order, customer);
  expect(data.orderCustomerSet).toEqual({
    order: { customer: { id: customerGid(customer) } },
    userErrors: [],
  });
});

test("tells of an order or a customer that is not there", async () => {
  const customer = perform({ do: "customer.create" });
  expect((await set("1", customer)).data.orderCustomerSet).toMatchObject({
    order: null,
    userErrors: [{ code: "NOT_FOUND", field: ["orderId"] }],
  });
});

test("is refused without the scope for writing orders", async () => {
  expect((await set("1", "1", ["read_orders", "read_customers"])).errors).toBeDefined();
});
