/**
 * Makes the sandbox's Admin schema out of the one that Shopify ships in its developer tools: names and types
 * only, the texts left where they are, and beside them which scopes each type and field asks for.
 *
 *   npm --prefix tools ci && node tools/make-schema.ts [version]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { readRequiredAccess, type RequiredScopes } from "./required-access.ts";

interface Described {
  name: string;
  requiredAccess?: string | null;
}
interface SourceType extends Described {
  fields: Described[] | null;
}
interface SourceSchema {
  mutationType: { name: string };
  types: SourceType[];
}

/** Keys of the introspection that a schema is built of; everything else is text or a note of Shopify's own. */
const STRUCTURAL_KEYS = new Set([
  ..."__schema queryType mutationType subscriptionType types directives".split(" "),
  ..."kind name fields inputFields interfaces enumValues possibleTypes isOneOf specifiedByURL".split(" "),
  ..."args type ofType defaultValue locations isRepeatable".split(" "),
]);

function keepStructure(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keepStructure);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => STRUCTURAL_KEYS.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, keepStructure(inner)]));
}

/** By name of a type ("Order") or field ("Mutation.tagsAdd"); what needs no scope is absent. */
function collectRequiredScopes(schema: SourceSchema): Record<string, RequiredScopes> {
  const required: Record<string, RequiredScopes> = {};
  const note = (name: string, sentence: string | null | undefined, isMutation: boolean) => {
    const scopes = readRequiredAccess(sentence ?? "", isMutation);
    if (scopes.length > 0) required[name] = scopes;
  };
  for (const type of schema.types) {
    const isMutation = type.name === schema.mutationType.name;
    note(type.name, type.requiredAccess, false);
    for (const field of type.fields ?? [])
      note(`${type.name}.${field.name}`, field.requiredAccess, isMutation);
  }
  return required;
}

const version = process.argv[2] ?? "2026-07";
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const source = path(`node_modules/@shopify/dev-mcp/dist/data/admin_${version}.json.gz`);
const introspection = JSON.parse(gunzipSync(readFileSync(source)).toString()) as {
  data: { __schema: SourceSchema };
};

const schema = gzipSync(JSON.stringify(keepStructure(introspection.data)), { level: 9 });
const scopes = gzipSync(JSON.stringify(collectRequiredScopes(introspection.data.__schema)), { level: 9 });
writeFileSync(path(`../sandbox/schema/admin-${version}.json.gz`), schema);
writeFileSync(path(`../sandbox/schema/required-scopes-${version}.json.gz`), scopes);
console.log(`admin ${version}: schema ${schema.length} bytes, required scopes ${scopes.length} bytes`);
