/**
 * What a token must hold, as a list of alternatives: one scope of every inner list.
 * `[["write_products"], ["write_a", "write_b"]]` = write_products and one of the two.
 */
export type RequiredScopes = string[][];

const SCOPE = /\b(?:read|write)_[a-z_]+/g;
/** "Requires `x`…" and "The app must have x" bind always; other sentences name cases in which more is needed. */
const BINDING_SENTENCE = /^(?:Requires|The app (?:must have|requires))\b/;

/**
 * Reads the sentence in which Shopify's introspection says who may use a type or field, such as
 * "`read_orders` access scope or `read_marketplace_orders` access scope. Also: Requires the `read_returns` access scope."
 * Permissions of staff members are left out: an offline token has no user.
 */
export function readRequiredAccess(sentence: string, isMutation: boolean): RequiredScopes {
  const [main = "", also = ""] = sentence.split("Also:");
  return [...readMain(main, isMutation), ...readAlso(also.trim())];
}

function readMain(main: string, isMutation: boolean): RequiredScopes {
  const [forQueries, forMutations] = main.split("for queries and");
  if (forMutations !== undefined) return allOf(isMutation ? forMutations : (forQueries ?? ""));
  return main.split(/as well as| and (?=[`(])/).flatMap(anyOf);
}

function readAlso(also: string): RequiredScopes {
  if (!BINDING_SENTENCE.test(also) || / to [a-z]+ /.test(also)) return [];
  return / or /.test(also) ? anyOf(also) : allOf(also);
}

function anyOf(text: string): RequiredScopes {
  const scopes = text.match(SCOPE);
  return scopes ? [[...new Set(scopes)]] : [];
}

function allOf(text: string): RequiredScopes {
  return [...new Set(text.match(SCOPE) ?? [])].map((scope) => [scope]);
}
