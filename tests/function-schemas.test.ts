import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FUNCTIONS, functionSchema } from "../tools/make-function-schemas.ts";

const SHIPPED = fileURLToPath(new URL("../tools/node_modules/@shopify/dev-mcp", import.meta.url));

/** `npm test` installs Shopify's developer tools; whoever runs one file alone may not have them. */
test.skipIf(!existsSync(SHIPPED)).each(Object.entries(FUNCTIONS))(
  "%s has the schema that Shopify ships",
  (extension, api) => {
    const kept = new URL(`../extensions/${extension}/schema.graphql`, import.meta.url);
    expect(readFileSync(kept, "utf8")).toBe(functionSchema(api, "2026-07"));
  },
);
