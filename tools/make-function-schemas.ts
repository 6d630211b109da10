/**
 * Writes beside each function the schema of what it is told and may answer, out of the one that Shopify ships in its
 * developer tools: names and types only, the texts left where they are.
 *
 *   npm --prefix tools ci && node tools/make-function-schemas.ts [version]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, parse, print, printSchema, visit, type IntrospectionQuery } from "graphql";

export const FUNCTIONS = {
  "perennial-discount": "functions_discount",
  "perennial-validation": "functions_cart_checkout_validation",
};

/** The schema in Shopify's own words, without its texts. */
export function functionSchema(api: string, version: string): string {
  const file = new URL(`node_modules/@shopify/dev-mcp/dist/data/${api}_${version}.json.gz`, import.meta.url);
  const read = JSON.parse(gunzipSync(readFileSync(fileURLToPath(file))).toString()) as {
    data: IntrospectionQuery;
  };
  const document = parse(printSchema(buildClientSchema(read.data)));
  const withoutTexts = visit(document, {
    enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(withoutTexts)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const version = process.argv[2] ?? "2026-07";
  for (const [extension, api] of Object.entries(FUNCTIONS)) {
    const target = fileURLToPath(new URL(`../extensions/${extension}/schema.graphql`, import.meta.url));
    const schema = functionSchema(api, version);
    writeFileSync(target, schema);
    console.log(`${extension}: ${schema.length} bytes`);
  }
}
