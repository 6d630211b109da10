import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";

const SET = `mutation Set($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { namespace key type value compareDigest }
    userErrors { field code message }
  }
}`;

let api: AdminApi;
let ownerId: string;
beforeAll(async () => {
  api = await startAdminApi();
});
beforeEach(() => {
  ownerId = `gid://shopify/Customer/${api.running.sandbox.perform(api.shop.domain, { do: "customer.create" }).id}`;
});
afterAll(() => api.running.close());

async function set(...metafields: object[]) {
  const { data } = await api.ask(SET, { metafields: metafields.map((field) => ({ ownerId, ...field })) });
  return data.metafieldsSet as {
    metafields: Record<string, string>[] | null;
    userErrors: { code: string }[];
  };
}

async function valueOf(key: string): Promise<string | null> {
  const { data } = await api.ask(`{ customer(id: "${ownerId}") { metafield(key: "${key}") { value } } }`);
  return data.customer.metafield?.value ?? null;
}

test("without a namespace a metafield is the app's own, with the type of its definition", async () => {
  const { metafields } = await set({ key: "summary", value: '{"points":120}' });
  expect(metafields).toMatchObject([{ key: "summary", type: "json", value: '{"points":120}' }]);
  expect(metafields?.[0]?.namespace).toMatch(/^app--/);
  const { data } = await api.ask(
    `{ customer(id: "${ownerId}") { a: metafield(namespace: "$app", key: "summary") { jsonValue } b: metafields(first: 5, namespace: "$app") { nodes { key } } } }`,
  );
  expect(data.customer).toEqual({ a: { jsonValue: { points: 120 } }, b: { nodes: [{ key: "summary" }] } });
});

test("a digest that is no longer the newest is refused and nothing written", async () => {
  const first = (await set({ key: "summary", value: "1" })).metafields?.[0];
  await set({ key: "summary", value: "2" });
  const late = await set({ key: "summary", value: "3", compareDigest: first?.compareDigest });
  expect(late).toMatchObject({ metafields: [], userErrors: [{ code: "STALE_OBJECT" }] });
  expect(await valueOf("summary")).toBe("2");
});

test("the newest digest is accepted; null means that there must be none yet", async () => {
  const first = (await set({ key: "summary", value: "1", compareDigest: null })).metafields?.[0];
  expect(first).toBeDefined();
  expect(await set({ key: "summary", value: "2", compareDigest: null })).toMatchObject({
    userErrors: [{ code: "STALE_OBJECT" }],
  });
  await set({ key: "summary", value: "2", compareDigest: first?.compareDigest });
  expect(await valueOf("summary")).toBe("2");
});

test("a digest of what is not there is none", async () => {
  expect(await set({ key: "summary", value: "1", compareDigest: "0" })).toMatchObject({
    userErrors: [{ field: ["metafields", "0"], code: "INVALID_COMPARE_DIGEST" }],
  });
});

test("the room of another app is closed", async () => {
  expect(await set({ namespace: "app--1", key: "summary", value: "1" })).toMatchObject({
    userErrors: [{ code: "APP_NOT_AUTHORIZED" }],
  });
});

test("one fault, and none of them is written", async () => {
  const outcome = await set(
    { key: "summary", value: "{}" },
    { key: "count", type: "number_integer", value: "many" },
  );
  expect(outcome.userErrors).toEqual([
    { field: ["metafields", "1", "value"], code: "INVALID_VALUE", message: "Value must be an integer." },
  ]);
  expect(await valueOf("summary")).toBeNull();
});

test.each([
  ["boolean", "yes"],
  ["number_integer", "9007199254740992"],
  ["number_decimal", "1,5"],
  ["single_line_text_field", "two\nlines"],
  ["json", "{"],
  ["json", `"${"x".repeat(128 * 1024)}"`],
  ["date", "2026-02-30"],
  ["date_time", "yesterday"],
  ["url", "nowhere"],
  ["color", "red"],
  ["product_reference", "gid://shopify/Order/1"],
  ["list.number_integer", '[1, "a"]'],
])("%s does not take %j", async (type, value) => {
  expect(await set({ key: "any", type, value })).toMatchObject({ userErrors: [{ code: "INVALID_VALUE" }] });
});

test("another type than the definition's is refused", async () => {
  expect(await set({ key: "summary", type: "boolean", value: "true" })).toMatchObject({
    userErrors: [{ code: "INVALID_TYPE" }],
  });
});

test("an owner that is gone is a fault of the input", async () => {
  expect(await set({ ownerId: "gid://shopify/Customer/1", key: "summary", value: "{}" })).toMatchObject({
    userErrors: [{ field: ["metafields", "0", "ownerId"], code: "INVALID" }],
  });
});

test("25 at once are the most", async () => {
  const many = Array.from({ length: 26 }, (_, n) => ({ key: `k${n}`, type: "boolean", value: "true" }));
  expect(await set(...many)).toMatchObject({ userErrors: [{ code: "LESS_THAN_OR_EQUAL_TO" }] });
  expect((await set(...many.slice(1))).userErrors).toEqual([]);
});

test("who may not change the owner may not set its metafields; the shop's own need no scope", async () => {
  const denied = await api.ask(SET, { metafields: [{ ownerId, key: "summary", value: "{}" }] }, [
    "read_customers",
  ]);
  expect(denied.errors?.[0]?.extensions).toMatchObject({
    code: "ACCESS_DENIED",
    requiredAccess: "`write_customers` access scope.",
  });
  const ofShop = { ownerId: `gid://shopify/Shop/${api.shop.id}`, key: "programme", value: "{}" };
  expect((await api.ask(SET, { metafields: [ofShop] }, [])).data.metafieldsSet.userErrors).toEqual([]);
});

test("deleting names what was there, and null for what was not", async () => {
  const { metafields } = await set({ key: "summary", value: "{}" });
  const namespace = metafields?.[0]?.namespace;
  const { data } = await api.ask(
    "mutation D($all: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $all) { deletedMetafields { ownerId namespace key } } }",
    { all: ["summary", "other"].map((key) => ({ ownerId, namespace: "$app", key })) },
  );
  expect(data.metafieldsDelete.deletedMetafields).toEqual([{ ownerId, namespace, key: "summary" }, null]);
  expect(await valueOf("summary")).toBeNull();
});
