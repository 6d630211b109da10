import type { OrderLine, ProductFacts } from "./order.ts";
import type { LineKeys } from "./programme.ts";

/** Which key named a line, and with which of its values. */
export interface MatchedKey {
  key: keyof LineKeys;
  value: string;
}

/** What of a line keys may name. */
type Named = Pick<OrderLine, "productId" | "variantId" | "vendor">;

const KEYS = ["productTags", "productIds", "variantIds", "vendors", "productTypes", "collections"] as const;

/**
 * Whether every key that names something fits the line. A line whose product the store does not know has neither
 * tags, collections nor type; its vendor is its own.
 */
export function fitsAllKeys(keys: LineKeys, line: Named, facts: ProductFacts | null): boolean {
  return KEYS.every((key) => keys[key].length === 0 || matchedValue(keys, key, line, facts) !== undefined);
}

/** The first key that fits the line; null where none does. */
export function findFittingKey(keys: LineKeys, line: Named, facts: ProductFacts | null): MatchedKey | null {
  for (const key of KEYS) {
    const value = matchedValue(keys, key, line, facts);
    if (value !== undefined) return { key, value };
  }
  return null;
}

function matchedValue(keys: LineKeys, key: keyof LineKeys, line: Named, facts: ProductFacts | null) {
  const values = valuesOf(key, line, facts);
  return keys[key].find((name) => values.includes(name));
}

function valuesOf(key: keyof LineKeys, line: Named, facts: ProductFacts | null): readonly (string | null)[] {
  switch (key) {
    case "productTags":
      return facts?.tags ?? [];
    case "collections":
      return facts?.collections ?? [];
    case "productTypes":
      return [facts?.productType ?? null];
    case "productIds":
      return [line.productId];
    case "variantIds":
      return [line.variantId];
    case "vendors":
      return [line.vendor];
  }
}
