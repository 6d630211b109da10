import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../testing/admin-api.ts";

let api: AdminApi;
beforeAll(async () => {
  api = await startAdminApi();
});
afterEach(async () => {
  await api.control("DELETE", "/graphql-faults");
  await api.control("DELETE", "/graphql-limits");
});
afterAll(() => api.running.close());

function post(
  path: string,
  { token = "", body = '{"query":"{ shop { name } }"}', type = "application/json" } = {},
) {
  const headers = { "content-type": type, "x-shopify-access-token": token };
  return fetch(api.running.urls.shopify + path, { method: "POST", headers, body });
}

describe("the door", () => {
  test("answers with data, cost, version and a request id", async () => {
    const answer = await api.ask("{ shop { name myshopifyDomain currencyCode ianaTimezone } }");
    expect(answer.data.shop).toEqual({
      name: api.shop.name,
      myshopifyDomain: api.shop.domain,
      currencyCode: api.shop.currency,
      ianaTimezone: api.shop.timezone,
    });
    expect(answer.cost).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1 });
    expect(answer.headers.get("x-shopify-api-version")).toBe("2026-07");
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}-\d+$/);
  });

  test("refuses an unknown token with 401 and Shopify's words", async () => {
    const answer = await post("/admin/api/2026-07/graphql.json", { token: "shpat_unknown" });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
    });
  });

  test("answers older quarters with the version it has, and knows nothing at other addresses", async () => {
    const { id: token } = api.running.store.collection(api.shop.domain, "token").list()[0] ?? { id: "" };
    const older = await post("/admin/api/2025-10/graphql.json", { token });
    expect([older.status, older.headers.get("x-shopify-api-version")]).toEqual([200, "2026-07"]);
    expect((await post("/admin/api/2026-08/graphql.json", { token })).status).toBe(404);
    expect((await post("/admin/api/2026-07/orders.json", { token })).status).toBe(404);
  });

  test("refuses a body without a query", async () => {
    const { id: token } = api.running.store.collection(api.shop.domain, "token").list()[0] ?? { id: "" };
    const answer = await post("/admin/api/2026-07/graphql.json", { token, body: "{}" });
    expect(answer.status).toBe(400);
  });
});

describe("what is not there", () => {
  test("a field that the sandbox does not hold is an error with its name, never a value", async () => {
    const { data, errors } = await api.ask("{ shop { name weightUnit } }");
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: "not in the sandbox: Shop.weightUnit", extensions: { code: "NOT_IN_THE_SANDBOX" } },
    ]);
  });

  test("so is a mutation", async () => {
    const mutation =
      'mutation { productDelete(input: {id: "gid://shopify/Product/1"}) { deletedProductId } }';
    const { errors } = await api.ask(mutation, {}, ["write_products"]);
    expect(errors?.[0]?.message).toBe("not in the sandbox: Mutation.productDelete");
  });

  test("a field that Shopify does not have is refused in Shopify's words", async () => {
    const { data, errors } = await api.ask("{ shop { loyalty } }");
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message: "Field 'loyalty' doesn't exist on type 'Shop'",
        extensions: { code: "undefinedField", typeName: "Shop", fieldName: "loyalty" },
      },
    ]);
  });

  test("a thing that is not in the shop is null", async () => {
    const { data } = await api.ask(
      '{ order(id: "gid://shopify/Order/1") { id } node(id: "gid://shopify/Order/1") { id } }',
    );
    expect(data).toEqual({ order: null, node: null });
  });

  test("an id of another type is refused", async () => {
    const { errors } = await api.ask('{ order(id: "gid://shopify/Product/1") { id } }');
    expect(errors?.[0]).toMatchObject({ message: "invalid id", extensions: { code: "RESOURCE_NOT_FOUND" } });
  });
});

describe("scopes", () => {
  test("a field whose type needs a scope that the token lacks is denied", async () => {
    const { data, errors } = await api.ask("{ customers(first: 1) { nodes { id } } }", {}, ["read_orders"]);
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: "Access denied for customers field. Required access: `read_customers` access scope.",
        path: ["customers"],
        extensions: {
          code: "ACCESS_DENIED",
          documentation: "https://shopify.dev/api/usage/access-scopes",
          requiredAccess: "`read_customers` access scope.",
        },
      },
    ]);
  });

  test("a mutation needs its own scope", async () => {
    const { errors } = await api.ask(
      'mutation { storeCreditAccountCredit(id: "gid://shopify/Customer/1", creditInput: {creditAmount: {amount: "1", currencyCode: USD}}) { userErrors { message } } }',
      {},
      ["write_customers"],
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "ACCESS_DENIED",
      requiredAccess: "`write_store_credit_account_transactions` access scope.",
    });
  });

  test("what may be written may be read", async () => {
    const { data } = await api.ask("{ customers(first: 1) { nodes { id } } }", {}, ["write_customers"]);
    expect(data.customers).toBeDefined();
  });

  test("behind an interface the thing itself decides", async () => {
    const { sandbox } = api.running;
    const { id } = sandbox.perform(api.shop.domain, { do: "customer.create", firstName: "Hidden" });
    const { data, errors } = await api.ask(`{ node(id: "gid://shopify/Customer/${id}") { id } }`, {}, [
      "read_orders",
    ]);
    expect(data).toEqual({ node: null });
    expect(errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  });

  test("orders older than 60 days need read_all_orders", async () => {
    const { sandbox } = api.running;
    const product = sandbox.perform(api.shop.domain, {
      do: "product.create",
      title: "Old",
      variants: [{ price: "1.00" }],
    });
    const at = new Date(Date.now() - 61 * 86_400_000).toISOString();
    const { id } = sandbox.perform(api.shop.domain, {
      do: "order.place",
      lines: [{ variant: product.product?.handle ?? "", quantity: 1 }],
      at,
    });
    const query = `{ order(id: "gid://shopify/Order/${id}") { id } }`;
    expect((await api.ask(query, {}, ["read_orders"])).data.order).toBeNull();
    expect((await api.ask(query, {}, ["read_orders", "read_all_orders"])).data.order).not.toBeNull();
  });
});

describe("limits", () => {
  const orders = "{ orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id } } } } }";

  test("an empty bucket answers THROTTLED with status 200, and the wait can be reckoned from it", async () => {
    await api.control("PUT", "/graphql-limits", { maximumAvailable: 100, restoreRate: 1 });
    const { status, data, errors, cost } = await api.ask(orders);
    expect(status).toBe(200);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: "Throttled",
        extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
      },
    ]);
    expect(cost).toMatchObject({ requestedQueryCost: 156, actualQueryCost: null });
    expect(cost?.throttleStatus).toMatchObject({ maximumAvailable: 100, restoreRate: 1 });
    expect(cost?.throttleStatus.currentlyAvailable).toBeLessThanOrEqual(100);
  });

  test("a single query above 1000 points is refused however full the bucket", async () => {
    const { errors, cost } = await api.ask(
      `{ ${["a", "b", "c", "d", "e", "f", "g"].map((alias) => `${alias}: orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } }`).join(" ")} }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "MAX_COST_EXCEEDED",
      cost: 7 * 156,
      maxCost: 1000,
    });
    expect(cost).toBeUndefined();
  });

  test("a page is at most 250 long", async () => {
    const { errors } = await api.ask("{ orders(first: 251) { nodes { id } } }");
    expect(errors?.[0]?.extensions?.code).toBe("BAD_REQUEST");
  });
});

describe("faults on purpose", () => {
  const mutation =
    'mutation Tag($id: ID!) { tagsAdd(id: $id, tags: ["late"]) { node { id } userErrors { message } } }';
  const newCustomer = () => api.running.sandbox.perform(api.shop.domain, { do: "customer.create" }).id;
  const tagsOf = (id: string) => api.running.store.collection(api.shop.domain, "customer").require(id).tags;

  test("answer the next requests, then the truth again", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "429", times: 2 }, { answer: "html" }]);
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await api.ask("{ shop { name } }")).status);
    expect(statuses).toEqual([429, 429, 200, 200]);
    expect((await api.ask("{ shop { name } }")).data.shop.name).toBe(api.shop.name);
  });

  test("may wait for one operation only", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "502", operation: "Tag" }]);
    expect((await api.ask("query Other { shop { name } }")).status).toBe(200);
    expect((await api.ask(mutation, { id: `gid://shopify/Customer/${newCustomer()}` })).status).toBe(502);
  });

  test("userErrors: nothing is done, and the payload says why", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "userErrors", message: "Not today" }]);
    const id = newCustomer();
    const { data } = await api.ask(mutation, { id: `gid://shopify/Customer/${id}` });
    expect(data.tagsAdd).toEqual({ node: null, userErrors: [{ message: "Not today" }] });
    expect(tagsOf(id)).toEqual([]);
  });

  test("lost: it is done, and the answer says otherwise", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "lost" }]);
    const id = newCustomer();
    expect((await api.ask(mutation, { id: `gid://shopify/Customer/${id}` })).status).toBe(502);
    expect(tagsOf(id)).toEqual(["late"]);
  });

  test("silence: nothing is done, and only the caller's own patience ends it", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "silence" }]);
    const { id: token } = api.running.store.collection(api.shop.domain, "token").list()[0] ?? { id: "" };
    const waiting = fetch(`${api.running.urls.shopify}/admin/api/2026-07/graphql.json`, {
      method: "POST",
      headers: { "x-shopify-access-token": token },
      body: JSON.stringify({ query: "{ shop { name } }" }),
      signal: AbortSignal.timeout(200),
    });
    await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("a fault that is none is refused", async () => {
    expect(await api.control("PUT", "/graphql-faults", [{ answer: "418" }])).toMatchObject({
      error: expect.stringContaining("Invalid option"),
    });
  });
});
