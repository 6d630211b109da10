import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isIntrospectionType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLTypeResolver,
} from "graphql";
import type { Context } from "./context.ts";
import { once } from "./idempotency.ts";

/** Arguments as GraphQL coerced them. Each resolver names those of its field: the schema has checked their shapes. */
export type Args = Record<string, unknown>;

/** Computes a field when it is asked for. (Declared as a method so that a resolver may name its own arguments.) */
export type Lazy = { resolve(args: Args, context: Context, info: GraphQLResolveInfo): unknown }["resolve"];

type Scalar = string | number | boolean | null;

/**
 * A thing as the API shows it: exactly the fields of which the sandbox holds the truth, as values or computed when
 * asked for. A field that is missing here is answered with an error, never with an invention.
 */
export type View = {
  [field: string]: Scalar | readonly Scalar[] | View | readonly (View | null)[] | Lazy | undefined;
};

/** Fields of a root type. */
export type Fields = Record<string, Lazy>;

/** Part of the answer to whatever the sandbox does not hold. */
export function notInTheSandbox(what: string): GraphQLError {
  return new GraphQLError(`not in the sandbox: ${what}`, { extensions: { code: "NOT_IN_THE_SANDBOX" } });
}

export const resolveField: GraphQLFieldResolver<View, Context, Args> = (source, args, context, info) => {
  requireAccess(context, info);
  const name = `${info.parentType.name}.${info.fieldName}`;
  if (!Object.hasOwn(source, info.fieldName)) throw notInTheSandbox(name);
  const value = source[info.fieldName];
  if (typeof value !== "function") return value;
  if (info.parentType !== info.schema.getMutationType()) return value(args, context, info);
  return once(args, context, info, () => value(args, context, info) as View);
};

export const resolveType: GraphQLTypeResolver<View, Context> = (value, context, info) => {
  const name = value.__typename;
  if (typeof name !== "string")
    throw new Error(`A ${info.parentType.name}.${info.fieldName} does not say of which type it is.`);
  context.access.require(name, info.fieldName);
  return name;
};

/** Both the field itself and what it leads to may ask for a scope; behind an interface the type is known only later. */
function requireAccess(context: Context, info: GraphQLResolveInfo): void {
  const { parentType, fieldName, returnType } = info;
  if (isIntrospectionType(parentType)) return;
  context.access.require(`${parentType.name}.${fieldName}`, fieldName);
  const type = getNamedType(returnType);
  if (!isAbstractType(type)) context.access.require(nodeTypeName(type.name), fieldName);
}

/** Connections carry no requirement of their own: what they list does. */
function nodeTypeName(name: string): string {
  return name.endsWith("Connection") ? name.slice(0, -"Connection".length) : name;
}
