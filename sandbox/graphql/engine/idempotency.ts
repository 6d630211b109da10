import { getDirectiveValues, GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { Sandbox } from "../../sandbox.ts";
import type { Context } from "./context.ts";
import type { Args, View } from "./resolve.ts";

/** What a mutation answered under a key, and of which mutation and arguments the key was. */
type Remembered = { request: string; answer: View };

/** Keys live as long as the sandbox does; Shopify keeps them for a day. */
const remembered = new WeakMap<Sandbox, Map<string, Remembered>>();

/**
 * `@idempotent(key:)` on a mutation: under a key that was used before, nothing happens and the first answer comes
 * again. What was refused is not remembered, so that it can be mended under the same key.
 */
export function once(args: Args, context: Context, info: GraphQLResolveInfo, perform: () => View): View {
  const key = keyOf(info);
  if (key === null) return perform();
  const known = remembered.get(context.sandbox) ?? new Map<string, Remembered>();
  remembered.set(context.sandbox, known);
  const place = `${context.shop.domain} ${key}`;
  const request = `${info.fieldName} ${JSON.stringify(args)}`;
  const before = known.get(place);
  if (before && before.request !== request)
    throw new GraphQLError("The same idempotency key cannot be used with different operation parameters.", {
      extensions: { code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" },
    });
  if (before) return before.answer;
  const answer = perform();
  if (Array.isArray(answer.userErrors) && answer.userErrors.length === 0)
    known.set(place, { request, answer });
  return answer;
}

function keyOf({ schema, fieldNodes, variableValues }: GraphQLResolveInfo): string | null {
  const directive = schema.getDirective("idempotent");
  const [node] = fieldNodes;
  const key = directive && node ? getDirectiveValues(directive, node, variableValues)?.key : undefined;
  return typeof key === "string" ? key : null;
}
