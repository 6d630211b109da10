import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSchema, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { parse as parseToml } from "smol-toml";
import { z } from "zod";

/** A function of the app, as its extension declares it. */
export type FunctionExtension = {
  handle: string;
  /** "cart.lines.discounts.generate.run". */
  target: string;
  schema: GraphQLSchema;
  query: DocumentNode;
  /** The metafield, on whatever calls the function, that holds the values of the query's variables. */
  variables: { namespace: string; key: string } | null;
  run(input: unknown): unknown;
};

const tomlSchema = z.object({
  extensions: z.array(
    z.object({
      handle: z.string(),
      type: z.string(),
      targeting: z.array(z.object({ target: z.string(), input_query: z.string(), export: z.string() })),
      input: z.object({ variables: z.object({ namespace: z.string(), key: z.string() }) }).optional(),
    }),
  ),
});

const load = createRequire(import.meta.url);
const opened = new Map<string, FunctionExtension[]>();

/** The function of that handle for that target; null where the app has none. */
export function findFunction(folder: string, handle: string, target: string): FunctionExtension | null {
  return listFunctions(folder).find((one) => one.handle === handle && one.target === target) ?? null;
}

function listFunctions(folder: string): FunctionExtension[] {
  const known = opened.get(folder);
  if (known) return known;
  const read = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readExtension(join(folder, entry.name)));
  opened.set(folder, read);
  return read;
}

function readExtension(folder: string): FunctionExtension[] {
  const file = readdirSync(folder).find((name) => name === "shopify.extension.toml");
  if (file === undefined) return [];
  const toml = readFileSync(join(folder, file), "utf8");
  if (!/^type = "function"$/m.test(toml)) return [];
  const { extensions } = tomlSchema.parse(parseToml(toml));
  const schema = buildSchema(readFileSync(join(folder, "schema.graphql"), "utf8"));
  return extensions.flatMap(({ handle, targeting, input }) =>
    targeting.map(({ target, input_query, export: name }) => ({
      handle,
      target,
      schema,
      query: parse(readFileSync(join(folder, input_query), "utf8")),
      variables: input?.variables ?? null,
      run: exportOf(folder, name),
    })),
  );
}

/** Its own source, as Shopify would compile it: "cart-validations-generate-run" is exported in camel case. */
function exportOf(folder: string, name: string): (input: unknown) => unknown {
  const camelCased = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const module = load(join(folder, "src/index.ts")) as Record<string, (input: unknown) => unknown>;
  const run = module[camelCased];
  if (!run) throw new Error(`${folder} exports no ${camelCased}`);
  return run;
}
