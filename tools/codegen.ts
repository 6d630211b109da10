/**
 * Makes the typed module of the app's GraphQL documents: for each operation its result, its variables and the
 * document itself, which `graphql-request` and every other client of typed documents understands. Only the types
 * that the documents use are written.
 *
 *   npm --prefix tools ci && node tools/codegen.ts
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { plugin as generateTypes } from "@graphql-codegen/typescript";
import { plugin as generateOperations } from "@graphql-codegen/typescript-operations";
import {
  buildClientSchema,
  getNamedType,
  GraphQLSchema,
  isInputObjectType,
  isScalarType,
  Kind,
  parse,
  print,
  TypeInfo,
  typeFromAST,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLType,
} from "graphql";

const root = fileURLToPath(new URL("..", import.meta.url));
const documentsFolder = join(root, "app/commerce/shopify/documents");
const target = join(root, "app/commerce/shopify/generated/admin.ts");
const schemaFile = join(root, "sandbox/schema/admin-2026-07.json.gz");

/** What Shopify's scalars are in JSON. Whatever is not named here stays `unknown` and has to be parsed. */
const SCALARS = {
  ID: "string",
  DateTime: "string",
  Date: "string",
  Decimal: "string",
  Money: "string",
  URL: "string",
  HTML: "string",
  FormattedString: "string",
  UnsignedInt64: "string",
};

const HEADER = `// Made by tools/codegen.ts out of the documents beside it; "npm run codegen" makes it again.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { parse } from "graphql";
`;

const FOOTER = `
function typed<Result, Variables>(source: string): TypedDocumentNode<Result, Variables> {
  return parse(source, { noLocation: true });
}
`;

const CONFIG = { enumsAsTypes: true, skipTypename: true, defaultScalarType: "unknown", scalars: SCALARS };

interface Source {
  location: string;
  document: DocumentNode;
}

const schema = buildClientSchema(JSON.parse(gunzipSync(readFileSync(schemaFile)).toString()));
const documents = readDocuments();
const inputs = await generateTypes(new GraphQLSchema({ types: listUsedTypes() }), [], CONFIG);
const results = await generateOperations(schema, documents, CONFIG, { outputFile: target });
const exports = documents.map(exportOf).join("\n");
mkdirSync(join(target, ".."), { recursive: true });
writeFileSync(target, [HEADER, textOf(inputs), textOf(results), exports, FOOTER].join("\n"));
console.log(`${documents.length} documents → ${target.slice(root.length)}`);

function readDocuments(): Source[] {
  const files = readdirSync(documentsFolder).filter((file) => file.endsWith(".graphql"));
  return files.sort().map((location) => {
    const document = parse(readFileSync(join(documentsFolder, location), "utf8"));
    const errors = validate(schema, document);
    if (errors.length > 0) throw new Error(`${location}: ${errors.map((error) => error.message).join("; ")}`);
    return { location, document };
  });
}

/** The enums and scalars that results hold, and what the variables are made of. */
function listUsedTypes(): GraphQLNamedType[] {
  const used = new Set<GraphQLNamedType>();
  const note = (type: GraphQLType | null | undefined): void => {
    const named = getNamedType(type);
    if (!named || used.has(named) || "getInterfaces" in named || "getTypes" in named) return;
    used.add(named);
    if (isInputObjectType(named)) Object.values(named.getFields()).forEach((field) => note(field.type));
  };
  const typeInfo = new TypeInfo(schema);
  const collect = visitWithTypeInfo(typeInfo, {
    Field: () => note(typeInfo.getType()),
    VariableDefinition: ({ type }) => note(typeFromAST(schema, type as never)),
  });
  documents.forEach(({ document }) => visit(document, collect));
  return [...used].sort(
    (a, b) => Number(isScalarType(b)) - Number(isScalarType(a)) || a.name.localeCompare(b.name),
  );
}

function textOf(output: string | { prepend?: string[]; content: string }): string {
  return typeof output === "string" ? output : [...(output.prepend ?? []), output.content].join("\n");
}

/** `shop.graphql` → `export const ShopDocument = typed<ShopQuery, ShopQueryVariables>(…)`. */
function exportOf({ location, document }: Source): string {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = operations;
  const name = operation?.name?.value;
  if (!operation || !name || operations.length > 1)
    throw new Error(`${location} must hold exactly one operation, and it needs a name.`);
  const kind = operation.operation === "mutation" ? "Mutation" : "Query";
  return `export const ${name}Document = typed<${name}${kind}, ${name}${kind}Variables>(\`${print(document)}\`);`;
}
