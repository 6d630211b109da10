import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadInputQuery, loadSchema, validateTestAssets } from "@shopify/shopify-function-test-helpers";
import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from "graphql";
import type { PerkConfiguration, PerkSummary } from "../../app/loyalty/summary.ts";
import type { FunctionCustomer } from "./buyer.ts";

export const NOW = 1_800_000_000;

export function configurationWith(
  perks: PerkSummary[],
  changes: Partial<PerkConfiguration> = {},
): PerkConfiguration {
  return { v: 1, at: NOW, next: null, perks, tiers: { gold: { "": "gold", de: "Gold" } }, ...changes };
}

/** Terms that a perk of a test does not care about. */
export const TERMS = { id: "p", tiers: ["gold"], customerTags: [], match: null, from: null, to: null };

export function customer(tier: string | null, tags: string[] = []): FunctionCustomer {
  return {
    metafield: { jsonValue: { v: 2, out: false, tier: tier === null ? null : { id: tier, name: tier } } },
    hasTags: ["vault", "press"].map((tag) => ({ tag, hasTag: tags.includes(tag) })),
  };
}

/** A function's files, by the name of its extension. */
export function functionFiles(extension: string, query: string): { schema: string; query: string } {
  const path = (file: string) => fileURLToPath(new URL(`../${extension}/${file}`, import.meta.url));
  return { schema: path("schema.graphql"), query: path(`src/${query}.graphql`) };
}

/** What Shopify's own helpers find wrong with the query, with an input, and with the function's answer to it. */
export async function faultsOf(
  files: { schema: string; query: string },
  { input, output, target }: { input: object; output: object; target: string },
): Promise<unknown[]> {
  const { inputQuery, inputFixture, outputFixture, error } = await validateTestAssets({
    schema: await loadSchema(files.schema),
    // By its texts, which our copy of the schema leaves out, Shopify's helper would find out itself.
    mutationName: camelCased(target),
    resultParameterName: "result",
    inputQueryAST: await loadInputQuery(files.query),
    fixture: {
      export: target.replaceAll(".", "-"),
      target,
      input: input as Record<string, unknown>,
      expectedOutput: output as Record<string, unknown>,
    },
  });
  const errors = [...inputQuery.errors, ...inputFixture.errors, ...outputFixture.errors];
  return error === undefined ? errors : [...errors, error];
}

/** "cart.validations.generate.run" is answered by `cartValidationsGenerateRun`. */
function camelCased(target: string): string {
  return target.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const WEIGHTS: Record<string, number> = { metafield: 3, hasTags: 3, inCollections: 3 };

/**
 * What Shopify counts a query as: 3 for a metafield, whatever is read of it, and for a comparison with tags or
 * collections; 1 for every other leaf but `__typename`.
 */
export function costOf(files: { schema: string; query: string }): number {
  const schema: GraphQLSchema = buildSchema(readFileSync(files.schema, "utf8"));
  const types = new TypeInfo(schema);
  let cost = 0;
  const count = visitWithTypeInfo(types, {
    Field({ name: { value: name }, selectionSet }) {
      const parent = types.getParentType()?.name;
      if (name === "__typename" || parent === "Metafield") return;
      cost += WEIGHTS[name] ?? (selectionSet === undefined ? 1 : 0);
    },
  });
  visit(parse(readFileSync(files.query, "utf8")), count);
  return cost;
}
