import { z } from "zod";
import { parseExactJson } from "../../app/commerce/shopify/json.ts";
import type { ProductId } from "../../app/loyalty/ids.ts";
import type { ProductFacts } from "../../app/loyalty/order.ts";
import { readText } from "../programme/read-programme.ts";

const product = z.object({
  id: z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String),
  tags: z.array(z.string()).default([]),
  collections: z.array(z.string()).default([]),
  productType: z.string().nullable().default(null),
});

/** What the store knows of its products, in the form of a case. */
export function readProducts(file: string): Map<ProductId, ProductFacts> {
  let tree: unknown;
  try {
    tree = parseExactJson(readText(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${file}: is not JSON: ${error.message}`, { cause: error });
  }
  const read = z.array(product).safeParse(tree);
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
  return new Map(read.data.map((facts) => [facts.id, facts]));
}
