import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, print, validate, type DocumentNode } from "graphql";
import { describe, expect, test } from "vitest";
import { loadAdminSchema } from "../sandbox/schema/admin-schema.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const schema = loadAdminSchema();
const generated = readFileSync(join(root, "app/commerce/shopify/generated/admin.ts"), "utf8");

/** Documents that stand in code, as Shopify's own tools find them: `#graphql …` in a template literal. */
const DOCUMENT_IN_CODE = /`#graphql\b([^`]*)`/g;

const files = globSync("app/**/*.graphql", { cwd: root }).sort();
const inCode = globSync("{app,extensions}/**/*.{ts,tsx}", {
  cwd: root,
  exclude: ["**/node_modules/**"],
}).flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(DOCUMENT_IN_CODE)].map((match) => ({
    file,
    source: match[1] ?? "",
  })),
);
const documents = [
  ...files.map((file) => ({ file, source: readFileSync(join(root, file), "utf8") })),
  ...inCode,
];

function faultsOf(document: DocumentNode): string[] {
  return validate(schema, document).map((error) => error.message);
}

describe("the app's GraphQL documents", () => {
  test.each(documents)("$file asks only for what Shopify's Admin API 2026-07 has", ({ source }) => {
    expect(faultsOf(parse(source))).toEqual([]);
  });

  test.each(files)("%s is what the generated module sends", (file) => {
    expect(generated).toContain(print(parse(readFileSync(join(root, file), "utf8"))));
  });

  test("a field that Shopify does not have is refused", () => {
    expect(faultsOf(parse("{ shop { zzz } }"))).toEqual(['Cannot query field "zzz" on type "Shop".']);
  });

  test("a missing input field is refused", () => {
    const faults = faultsOf(
      parse('mutation { metafieldsSet(metafields: [{ key: "k", value: "1" }]) { userErrors { message } } }'),
    );
    expect(faults).toEqual(['Field "MetafieldsSetInput.ownerId" of required type "ID!" was not provided.']);
  });
});
