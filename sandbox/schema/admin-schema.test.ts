import { validateSchema } from "graphql";
import { expect, test } from "vitest";
import { loadAdminSchema, loadRequiredScopes } from "./admin-schema.ts";

test("the packed schema is a whole one", () => {
  const schema = loadAdminSchema();
  expect(validateSchema(schema)).toEqual([]);
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).length).toBeGreaterThan(500);
});

test("no text of Shopify's is packed with it", () => {
  const schema = loadAdminSchema();
  expect(Object.values(schema.getTypeMap()).filter(({ name, description }) => description && !name.startsWith("__")))
    .toSatisfy((described: { name: string }[]) => described.every(({ name }) => ["String", "Int", "Float", "Boolean", "ID"].includes(name)));
});

test.each([
  ["Customer", [["read_customers"]]],
  ["Order", [["read_orders", "read_marketplace_orders", "read_quick_sale"]]],
  ["Mutation.customerUpdate", [["write_customers"]]],
  ["Mutation.customerMerge", [["write_customer_merge"]]],
  ["Mutation.giftCardCreate", [["write_gift_cards"]]],
])("%s asks for the scopes that Shopify's schema names", (name, scopes) => {
  expect(loadRequiredScopes().get(name)).toEqual(scopes);
});

test("what needs no scope is absent", () => {
  expect(loadRequiredScopes().get("Shop")).toBeUndefined();
});

test("every name is one of the schema", () => {
  const schema = loadAdminSchema();
  const unknown = [...loadRequiredScopes().keys()].filter((name) => {
    const [typeName = "", fieldName] = name.split(".");
    const type = schema.getType(typeName);
    return !type || (fieldName !== undefined && !("getFields" in type && fieldName in type.getFields()));
  });
  expect(unknown).toEqual([]);
});
