import type { GraphQLError } from "graphql";

const RATE_LIMITS = "https://shopify.dev/api/usage/rate-limits";

/** Refused for now: the bucket does not hold what the query may cost. No `Retry-After`, status 200. */
export const THROTTLED = {
  message: "Throttled",
  extensions: { code: "THROTTLED", documentation: RATE_LIMITS },
};

/** Refused for good, however full the bucket. This answer carries no cost of its own beside the error. */
export function maxCostExceeded(cost: number, maxCost: number): object {
  return {
    message:
      `Query cost is ${cost}, which exceeds the single query max cost limit (${maxCost}).\n\n` +
      "See https://shopify.dev/docs/api/usage/rate-limits for more information on how the\n" +
      "cost of a query is calculated.\n\n" +
      "To query larger amounts of data with fewer limits, bulk operations should be used instead.\n" +
      "See https://shopify.dev/docs/api/usage/bulk-operations/queries for usage details.\n",
    extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost, documentation: RATE_LIMITS },
  };
}

type Shape = {
  pattern: RegExp;
  message: (parts: string[]) => string;
  extensions: (parts: string[]) => object;
};

/** The faults of a document that an app may look at, in the words and with the codes of Shopify's server. */
const SHAPES: Shape[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"\./,
    message: ([field, type]) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: ([field, type]) => ({ code: "undefinedField", typeName: type, fieldName: field }),
  },
  {
    pattern: /^Variable "\$(\w+)" (?:of (?:required )?type "([^"]+)" was not provided|got invalid value)/,
    message: ([name]) => `Variable $${name} was provided invalid value`,
    extensions: () => ({ code: "INVALID_VARIABLE" }),
  },
];

/** GraphQL's own error as Shopify would print it; where Shopify's words are not known, as it is. */
export function shapedAsShopify(error: GraphQLError): object {
  const plain = error.toJSON();
  for (const { pattern, message, extensions } of SHAPES) {
    const match = pattern.exec(error.message);
    if (!match) continue;
    const parts = match.slice(1);
    return {
      ...plain,
      message: `${message(parts)}`,
      extensions: { ...extensions(parts), problem: error.message },
    };
  }
  return plain;
}
