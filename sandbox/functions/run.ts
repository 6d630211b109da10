import { coerceInputValue, execute, isInputType, validate } from "graphql";
import type { FunctionExtension } from "./extension.ts";

/** Of JSON. Shopify stops a function that is told or answers more. */
const MOST_INPUT = 128_000;
const MOST_OUTPUT = 20_000;

/** A function did what Shopify would not take. */
export class FunctionFailure extends Error {
  override name = "FunctionFailure";
}

/**
 * Runs a function as Shopify does: its query on what it is about, its answer held against the schema. Throws a
 * FunctionFailure where Shopify would count its run as failed.
 */
export function runFunction(
  { handle, target, schema, query, run }: FunctionExtension,
  root: object,
  variables: Record<string, unknown>,
): unknown {
  const fail = (why: string) => new FunctionFailure(`${handle}: ${why}`);
  const [fault] = validate(schema, query);
  if (fault) throw fail(fault.message);
  const asked = execute({ schema, document: query, rootValue: root, variableValues: variables });
  if (asked instanceof Promise) throw fail("its query waits for something");
  const { data, errors } = asked;
  if (errors?.[0]) throw fail(errors[0].message);
  const input = JSON.stringify(data);
  if (input.length > MOST_INPUT) throw fail(`it is told ${input.length} bytes`);
  const output = JSON.stringify(outputOf(run, input, fail));
  if (output.length > MOST_OUTPUT) throw fail(`it answers ${output.length} bytes`);
  const answer: unknown = JSON.parse(output);
  const result = schema.getMutationType()?.getFields()[camelCased(target)]?.args[0]?.type;
  if (!isInputType(result)) throw fail(`the schema has no ${target}`);
  coerceInputValue(answer, result, (path, _value, error) => {
    throw fail(`${error.message} at ${path.join(".")}`);
  });
  return answer;
}

function outputOf(run: FunctionExtension["run"], input: string, fail: (why: string) => Error): unknown {
  try {
    return run(JSON.parse(input));
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
  }
}

/** "cart.validations.generate.run" → "cartValidationsGenerateRun". */
function camelCased(target: string): string {
  return target.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}
