import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";

let api: AdminApi;
beforeAll(async () => {
  api = await startAdminApi();
});
afterAll(() => api.running.close());

const newCustomer = (fields: object = {}) =>
  `gid://shopify/Customer/${api.running.sandbox.perform(api.shop.domain, { do: "customer.create", ...fields }).id}`;

describe("tags", () => {
  const ADD =
    "mutation Add($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { ... on Customer { tags } } userErrors { message } } }";

  test("are added once, whatever their case, and the store tells of the change", async () => {
    const id = newCustomer({ tags: ["VIP"] });
    const { data } = await api.ask(ADD, { id, tags: ["vip", "gold", "Gold"] });
    expect(data.tagsAdd.node.tags).toEqual(["VIP", "gold"]);
    const { deliveries } = (await api.control("GET", "/deliveries")) as { deliveries: { topic: string }[] };
    expect(deliveries.map(({ topic }) => topic)).toContain("customers/update");
  });

  test("are removed", async () => {
    const id = newCustomer({ tags: ["VIP", "gold"] });
    const { data } = await api.ask(
      'mutation R($id: ID!) { tagsRemove(id: $id, tags: ["vip"]) { node { ... on Customer { tags } } } }',
      { id },
    );
    expect(data.tagsRemove.node.tags).toEqual(["gold"]);
  });

  test("of products need write_products", async () => {
    const product = { id: "gid://shopify/Product/1", tags: ["a"] };
    const { errors } = await api.ask(ADD, product, ["read_products", "write_customers"]);
    expect(errors?.[0]?.extensions?.requiredAccess).toBe("`write_products` access scope.");
  });
});

describe("customerUpdate", () => {
  const UPDATE =
    "mutation U($input: CustomerInput!) { customerUpdate(input: $input) { customer { firstName note } userErrors { field message } } }";

  test("changes what it names and nothing else", async () => {
    const id = newCustomer({ firstName: "Sam", note: "likes tea" });
    const { data } = await api.ask(UPDATE, { input: { id, firstName: "Samira" } });
    expect(data.customerUpdate).toEqual({
      customer: { firstName: "Samira", note: "likes tea" },
      userErrors: [],
    });
  });

  test("refuses an e-mail address that another customer has", async () => {
    newCustomer({ email: "taken@example.com" });
    const { data } = await api.ask(UPDATE, { input: { id: newCustomer(), email: "taken@example.com" } });
    expect(data.customerUpdate.customer).toBeNull();
    expect(data.customerUpdate.userErrors).toHaveLength(1);
  });

  test("says so where it has no place for an input", async () => {
    const { errors } = await api.ask(UPDATE, { input: { id: newCustomer(), multipassIdentifier: "x" } });
    expect(errors?.[0]?.message).toBe("not in the sandbox: CustomerInput.multipassIdentifier");
  });
});

describe("metafield definitions", () => {
  const CREATE = `mutation C($definition: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $definition) { createdDefinition { id namespace access { storefront } } userErrors { code } } }`;
  const definition = { name: "Tier", key: "tier", type: "single_line_text_field", ownerType: "CUSTOMER" };

  test("are made once, listed, changed and deleted", async () => {
    const access = { storefront: "PUBLIC_READ" };
    const { data } = await api.ask(CREATE, { definition: { ...definition, access } });
    const { id } = data.metafieldDefinitionCreate.createdDefinition;
    expect(data.metafieldDefinitionCreate.createdDefinition).toMatchObject({ access });
    expect((await api.ask(CREATE, { definition })).data.metafieldDefinitionCreate.userErrors).toEqual([
      { code: "TAKEN" },
    ]);
    const update =
      'mutation { metafieldDefinitionUpdate(definition: {key: "tier", ownerType: CUSTOMER, name: "Level"}) { updatedDefinition { name } } }';
    expect((await api.ask(update)).data.metafieldDefinitionUpdate.updatedDefinition.name).toBe("Level");
    const list = "{ metafieldDefinitions(first: 9, ownerType: CUSTOMER) { nodes { key name } } }";
    expect((await api.ask(list)).data.metafieldDefinitions.nodes).toContainEqual({
      key: "tier",
      name: "Level",
    });
    await api.ask(`mutation { metafieldDefinitionDelete(id: "${id}") { deletedDefinitionId } }`);
    expect((await api.ask(list)).data.metafieldDefinitions.nodes).not.toContainEqual({
      key: "tier",
      name: "Level",
    });
  });

  test("with validations are refused, as nobody would hold them", async () => {
    const { errors } = await api.ask(CREATE, {
      definition: { ...definition, key: "v", validations: [{ name: "min", value: "1" }] },
    });
    expect(errors?.[0]?.message).toBe("not in the sandbox: validations of metafield definitions");
  });
});

describe("webhook subscriptions", () => {
  const CREATE = `mutation C($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_PAID, webhookSubscription: {uri: $uri}) {
    webhookSubscription { id topic uri } userErrors { message } } }`;
  const LIST = "{ webhookSubscriptions(first: 9) { nodes { uri } } }";

  test("made through the API are listed, those of the toml are not", async () => {
    expect((await api.ask(LIST)).data.webhookSubscriptions.nodes).toEqual([]);
    const { data } = await api.ask(CREATE, { uri: "https://example.com/a" });
    const { id } = data.webhookSubscriptionCreate.webhookSubscription;
    expect((await api.ask(LIST)).data.webhookSubscriptions.nodes).toEqual([{ uri: "https://example.com/a" }]);
    await api.ask(
      `mutation { webhookSubscriptionUpdate(id: "${id}", webhookSubscription: {uri: "https://example.com/b"}) { userErrors { message } } }`,
    );
    expect((await api.ask(LIST)).data.webhookSubscriptions.nodes).toEqual([{ uri: "https://example.com/b" }]);
    await api.ask(`mutation { webhookSubscriptionDelete(id: "${id}") { deletedWebhookSubscriptionId } }`);
    expect((await api.ask(LIST)).data.webhookSubscriptions.nodes).toEqual([]);
  });

  test.each([
    ["http://example.com", "Address protocol http:// is not supported"],
    ["", "Address can't be blank"],
  ])("%j is refused", async (uri, message) => {
    const { data } = await api.ask(CREATE, { uri });
    expect(data.webhookSubscriptionCreate).toEqual({ webhookSubscription: null, userErrors: [{ message }] });
  });
});
