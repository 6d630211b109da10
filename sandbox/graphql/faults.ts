import { getNamedType, isListType, isNonNullType, isObjectType, type GraphQLSchema } from "graphql";
import { z } from "zod";
import { json, Refusal, html, readJson } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { STANDARD_LIMITS, type Limits } from "./engine/throttle.ts";
import type { Lazy, View } from "./engine/resolve.ts";

const faultSchema = z.strictObject({
  /**
   * "lost": it is done, but the answer is a 502. "silence": nothing is done, and nothing answered for a minute.
   * "userErrors": mutations do nothing and say so in their payload.
   */
  answer: z.enum(["429", "500", "502", "html", "silence", "lost", "userErrors"]),
  /** How many of the next requests are answered so. */
  times: z.int().min(1).default(1),
  /** Only requests of this operation name; others pass. */
  operation: z.string().optional(),
  message: z.string().default("Something went wrong on purpose"),
});

const limitsSchema = z.strictObject({ maximumAvailable: z.number().min(0), restoreRate: z.number().min(0) });

export type Fault = z.infer<typeof faultSchema>;

const FAULTS = "graphqlFaults";
const LIMITS = "graphqlLimits";
const SILENCE_MS = 60_000;

export function limitsOf({ store }: Sandbox): Limits {
  return store.setting(LIMITS, STANDARD_LIMITS);
}

/** The fault that a request is to meet, if any; each is used up by the requests it answers. */
export function takeFault({ store }: Sandbox, operation: string | null): Fault | null {
  const faults = store.setting<Fault[]>(FAULTS, []);
  const fault = faults.find(
    (candidate) => candidate.operation === undefined || candidate.operation === operation,
  );
  if (!fault) return null;
  const left = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
  store.setSetting(
    FAULTS,
    left.filter(({ times }) => times > 0),
  );
  return fault;
}

/** What a fault answers instead of the truth; null where the request runs (and fails within, or is lost after). */
export async function answerOfFault({ answer }: Fault, signal: AbortSignal): Promise<Response | null> {
  if (answer === "userErrors" || answer === "lost") return null;
  if (answer === "429")
    return json({ errors: "Exceeded 2 calls per second for api client." }, 429, { "retry-after": "2.0" });
  if (answer === "html")
    return html("<!DOCTYPE html><html><head><title>Shopify</title></head><body>Oops</body></html>");
  if (answer === "silence") await silence(signal);
  if (answer === "500") return json({ errors: "Internal Server Error" }, 500);
  return badGateway();
}

export function badGateway(): Response {
  return html("<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>", 502);
}

function silence(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, SILENCE_MS);
    timer.unref();
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The mutations, each of which does nothing and tells why. */
export function refuseMutations(mutations: View, schema: GraphQLSchema, message: string): View {
  const refused = Object.keys(mutations).map((name): [string, Lazy] => [
    name,
    () => refusedPayload(schema, name, message),
  ]);
  return Object.fromEntries(refused);
}

function refusedPayload(schema: GraphQLSchema, name: string, message: string): View {
  const payload = getNamedType(schema.getMutationType()?.getFields()[name]?.type);
  if (!isObjectType(payload)) return {};
  const fields = Object.values(payload.getFields()).map(({ name: field, type }) => {
    if (field === "userErrors")
      return [field, [{ field: null, message, code: null, elementIndex: null, elementKey: null }]];
    return [field, isNonNullType(type) && isListType(type.ofType) ? [] : null];
  });
  return Object.fromEntries(fields) as View;
}

/**
 * `/sandbox/api/graphql-faults` and `/sandbox/api/graphql-limits`: GET tells, PUT sets (a list of faults, the size and
 * rate of the bucket), DELETE returns to no faults and the standard plan's limits.
 */
export async function handleGraphqlControl(request: Request, sandbox: Sandbox): Promise<Response> {
  const isFaults = new URL(request.url).pathname.endsWith("/graphql-faults");
  const name = isFaults ? FAULTS : LIMITS;
  const standard = isFaults ? [] : STANDARD_LIMITS;
  if (request.method === "DELETE") sandbox.store.setSetting(name, standard);
  if (request.method === "PUT" || request.method === "POST") {
    const body = await readJson(request);
    sandbox.store.setSetting(name, isFaults ? read(z.array(faultSchema), body) : read(limitsSchema, body));
  }
  return json(sandbox.store.setting(name, standard));
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error), 422);
  return parsed.data;
}
