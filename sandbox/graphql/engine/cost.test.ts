import { buildSchema, parse, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { describe, expect, test } from "vitest";
import { loadAdminSchema } from "../../schema/admin-schema.ts";
import { actualCost, requestedCost, type CostQuestion } from "./cost.ts";

const admin = loadAdminSchema();

function question(query: string, variables = {}, schema: GraphQLSchema = admin): CostQuestion {
  const document = parse(query);
  return { schema, document, operation: document.definitions[0] as OperationDefinitionNode, variables };
}

/** Figures that shops' own answers showed in 2025 and 2026, published by those who asked. */
const PUBLISHED: [what: string, cost: number, query: string][] = [
  [
    "250 orders with plain fields",
    13,
    "{ orders(first: 250) { nodes { id name test } pageInfo { hasNextPage } } }",
  ],
  [
    "250 orders with 250 lines",
    156,
    "{ orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id } } } } }",
  ],
  [
    "250 orders with money, people, and 250 lines with product and variant",
    431,
    `{ orders(first: 250) { nodes {
        totalPriceSet { shopMoney { amount } } customer { id } shippingAddress { city } app { id }
        lineItems(first: 250) { nodes { id product { id } variant { id } discountedTotalSet { shopMoney { amount } } } }
    } } }`,
  ],
  [
    "a product with 250 variants and their inventory items",
    25,
    '{ product(id: "gid://shopify/Product/1") { variants(first: 250) { nodes { inventoryItem { id } } } } }',
  ],
  ["200 payouts", 13, "{ shopifyPaymentsAccount { payouts(first: 200) { nodes { id } } } }"],
  [
    "25 publications with a catalogue and one app of it",
    32,
    `{ publications(first: 25) { edges { node { id catalog { id ... on AppCatalog { apps(first: 1) { edges { node { id } } } } } } } } }`,
  ],
  ["one product by its handle", 1, '{ productByHandle(handle: "a") { id title } }'],
];

describe("what a query may cost at most", () => {
  test.each(PUBLISHED)("%s: %i", (_, cost, query) => {
    expect(requestedCost(question(query))).toBe(cost);
  });

  test("page sizes are read from variables as well", () => {
    const asVariable = question("query Q($n: Int!) { orders(first: $n) { nodes { id } } }", { n: 250 });
    expect(requestedCost(asVariable)).toBe(13);
  });

  test("every id of a list costs what its node does", () => {
    const ids = ["gid://shopify/Product/1", "gid://shopify/Product/2", "gid://shopify/Product/3"];
    const query = "query Q($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { id } } }";
    expect(requestedCost(question(query, { ids }))).toBe(3);
  });

  test("of the alternatives behind an interface the dearest counts", () => {
    const schema = buildSchema(`
      interface Node { id: ID } type Cheap implements Node { id: ID }
      type Part { id: ID } type Dear implements Node { id: ID a: Part b: Part } type Query { node: Node }`);
    const query = "{ node { ... on Cheap { id } ... on Dear { a { id } b { id } } } }";
    expect(requestedCost(question(query, {}, schema))).toBe(3);
  });

  test("a mutation costs 10, two in one document 20", () => {
    const tag = 'tagsAdd(id: "gid://shopify/Customer/1", tags: ["a"]) { node { id } }';
    expect(requestedCost(question(`mutation { ${tag} }`))).toBe(10);
    expect(requestedCost(question(`mutation { ${tag} other: ${tag} }`))).toBe(20);
  });
});

describe("what a query did cost", () => {
  const query = question("{ orders(first: 250) { nodes { id customer { id } } } shop { name } }");

  test("counts the nodes there are", () => {
    const nodes = [{ id: "1", customer: { id: "c" } }];
    expect(actualCost(query, { orders: { nodes }, shop: { name: "x" } })).toBe(2 + 2 + 1);
  });

  test("counts nothing for what was null", () => {
    const nodes = [{ id: "1", customer: null }];
    expect(actualCost(query, { orders: { nodes }, shop: null })).toBe(2 + 1);
  });

  test("an empty page still costs its connection", () => {
    expect(actualCost(query, { orders: { nodes: [] }, shop: null })).toBe(2);
  });
});
