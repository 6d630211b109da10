import { buildSchema, graphql } from "graphql";
import { resolveNamespace } from "../graphql/app-identity.ts";
import { json, readJson, Refusal } from "../http/answer.ts";
import { gid } from "../state/ids.ts";
import type { Metafield, OwnerType } from "../state/types.ts";
import type { Visit } from "../storefront/visit.ts";

/** What is played of the Customer Account API: who is signed in, and metafields. Anything else is refused by its name. */
const schema = buildSchema(`
  type QueryRoot { customer: Customer! shop: Shop! }
  type Customer {
    id: ID!
    firstName: String
    lastName: String
    displayName: String!
    tags: [String!]!
    metafield(namespace: String, key: String!): Metafield
  }
  type Shop { id: ID! name: String! myshopifyDomain: String! metafield(namespace: String, key: String!): Metafield }
  type Metafield { id: ID! namespace: String! key: String! type: String! value: String! }
  schema { query: QueryRoot }
`);

/** `fetch("shopify://customer-account/api/…/graphql.json")` of an extension with `api_access`. */
export async function answerCustomerAccountApi(visit: Visit): Promise<Response> {
  const { query, variables } = (await readJson(visit.request)) as { query?: unknown; variables?: unknown };
  if (typeof query !== "string") throw new Refusal("There is no query.", 400);
  if (!visit.customer) return json({ errors: [{ message: "Not signed in." }] }, 401);
  const result = await graphql({
    schema,
    source: query,
    rootValue: rootOf(visit),
    variableValues: variables as Record<string, unknown> | undefined,
  });
  const errors = result.errors?.map(({ message }) => ({ message: `not in the sandbox: ${message}` }));
  return json({ data: result.data, ...(errors ? { errors } : {}) });
}

function rootOf(visit: Visit) {
  const { shop } = visit;
  return {
    customer: () => {
      const { id, firstName, lastName, email, tags } = visit.customer ?? noCustomer();
      const displayName = [firstName, lastName].filter(Boolean).join(" ") || (email ?? "");
      return {
        id: gid("Customer", id),
        firstName,
        lastName,
        displayName,
        tags,
        metafield: reader(visit, "CUSTOMER", id),
      };
    },
    shop: {
      id: gid("Shop", shop.id),
      name: shop.name,
      myshopifyDomain: shop.domain,
      metafield: reader(visit, "SHOP", shop.id),
    },
  };
}

function noCustomer(): never {
  throw new Error("Not signed in.");
}

/** A metafield is handed out where its definition lets customer accounts read it. */
function reader({ sandbox, shop }: Visit, owner: OwnerType, id: string) {
  return ({ namespace: asked, key }: { namespace?: string; key: string }) => {
    const namespace = resolveNamespace(sandbox, asked);
    const definition = sandbox.store
      .collection(shop.domain, "metafieldDefinition")
      .find(`${owner}/${namespace}/${key}`);
    if (!definition || definition.access.customerAccount === "NONE") return null;
    const found = sandbox.store
      .collection(shop.domain, "metafield")
      .find(`${owner}/${id}/${namespace}/${key}`);
    return found && told(found);
  };
}

function told({ number, namespace, key, type, value }: Metafield) {
  return { id: gid("Metafield", number), namespace, key, type, value };
}
