import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** The Admin API version whose schema stands beside this file (made by tools/make-schema.ts). */
export const API_VERSION = "2026-07";

/** Alternatives that must all be met: one scope of every inner list. */
export type RequiredScopes = readonly (readonly string[])[];

/** Shopify's Admin schema, without its descriptions. A new one each time: resolvers are hung into it. */
export function loadAdminSchema(): GraphQLSchema {
  const introspection = readPacked(`admin-${API_VERSION}.json.gz`) as IntrospectionQuery;
  // It is Shopify's and was valid when it was packed; checking it again costs half a second.
  return buildClientSchema(introspection, { assumeValid: true });
}

/** Which scopes a type ("Order") or field ("Mutation.customerUpdate") asks for; what needs none is absent. */
export function loadRequiredScopes(): ReadonlyMap<string, RequiredScopes> {
  const packed = readPacked(`required-scopes-${API_VERSION}.json.gz`) as Record<string, RequiredScopes>;
  return new Map(Object.entries(packed));
}

function readPacked(name: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(new URL(name, import.meta.url))).toString());
}
