import type { Earning, LineKeys } from "./programme.ts";

/** Whether the earning rules ask for what an order does not tell of its products: tags, collections or types. */
export function namesProductFacts({ exclude, rules }: Earning): boolean {
  return (
    namesFacts(exclude) ||
    rules.some((rule) => "match" in rule && rule.match !== null && namesFacts(rule.match))
  );
}

function namesFacts(keys: LineKeys): boolean {
  return keys.productTags.length + keys.collections.length + keys.productTypes.length > 0;
}
