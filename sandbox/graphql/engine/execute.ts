import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { loadAdminSchema } from "../../schema/admin-schema.ts";
import { MUTATIONS, QUERIES } from "../roots.ts";
import type { Context } from "./context.ts";
import { actualCost, requestedCost, type CostQuestion } from "./cost.ts";
import { maxCostExceeded, shapedAsShopify, THROTTLED } from "./errors.ts";
import { resolveField, resolveType, type View } from "./resolve.ts";
import type { Bucket, Limits, ThrottleStatus } from "./throttle.ts";

const MOST_FOR_ONE_QUERY = 1000;
const MOST_DOCUMENTS_KEPT = 200;

export type GraphqlRequest = {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
};

type Cost = { requestedQueryCost: number; actualQueryCost: number | null; throttleStatus: ThrottleStatus };

/** The body of the answer: data and errors as GraphQL has them, and what it cost. */
export type GraphqlAnswer = { data?: unknown; errors?: object[]; extensions?: { cost: Cost } };

export type Budget = { bucket: Bucket; limits: Limits };

let adminSchema: GraphQLSchema | null = null;

/** Documents that were parsed and found valid: an app sends the same few over and over. */
const validDocuments = new Map<string, DocumentNode>();

/**
 * Runs one request on Shopify's schema. `adjust` may change the root fields, which is how a test lets a mutation fail.
 */
export async function runGraphql(
  request: GraphqlRequest,
  context: Context,
  { bucket, limits }: Budget,
  adjust: (mutations: View, schema: GraphQLSchema) => View = (mutations) => mutations,
): Promise<GraphqlAnswer> {
  const schema = (adminSchema ??= loadAdminSchema());
  const prepared = prepare(schema, request);
  if ("errors" in prepared) return prepared;
  const question: CostQuestion = { schema, ...prepared, variables: request.variables };
  const requested = requestedCost(question);
  if (requested > MOST_FOR_ONE_QUERY) return { errors: [maxCostExceeded(requested, MOST_FOR_ONE_QUERY)] };
  const costOf = (actual: number | null): { cost: Cost } => ({
    cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status(limits) },
  });
  if (!bucket.reserve(requested, limits)) return { errors: [THROTTLED], extensions: costOf(null) };
  const isMutation = prepared.operation.operation === OperationTypeNode.MUTATION;
  const result = await execute({
    schema,
    document: prepared.document,
    operationName: request.operationName,
    variableValues: request.variables,
    rootValue: isMutation ? adjust(MUTATIONS, schema) : QUERIES,
    contextValue: context,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const actual = Math.min(requested, result.data == null ? 0 : actualCost(question, result.data));
  bucket.giveBack(requested - actual);
  return { ...answerOf(result), extensions: costOf(actual) };
}

type Prepared = { document: DocumentNode; operation: OperationDefinitionNode };

function prepare(
  schema: GraphQLSchema,
  { query, operationName }: GraphqlRequest,
): Prepared | { errors: object[] } {
  const document = validDocuments.get(query) ?? parseAndValidate(schema, query);
  if ("errors" in document) return document;
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [new GraphQLError("An operation name is required").toJSON()] };
  return { document, operation };
}

function parseAndValidate(schema: GraphQLSchema, query: string): DocumentNode | { errors: object[] } {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { errors: [shapedAsShopify(error)] };
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return { errors: errors.map(shapedAsShopify) };
  if (validDocuments.size >= MOST_DOCUMENTS_KEPT) validDocuments.clear();
  validDocuments.set(query, document);
  return document;
}

function answerOf({ data, errors }: ExecutionResult): GraphqlAnswer {
  const answer: GraphqlAnswer = {};
  if (data !== undefined) answer.data = data;
  if (errors && errors.length > 0) answer.errors = errors.map(shapedAsShopify);
  return answer;
}
