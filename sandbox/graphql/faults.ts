import { getNamedType, isListType, isNonNullType, isObjectType, type GraphQLSchema } from "graphql";
import { z } from "zod";
import { html, json } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { THROTTLED } from "./engine/errors.ts";
import type { Lazy, View } from "./engine/resolve.ts";

export const faultSchema = z.strictObject({
  /**
   * "lost": it is done, but the answer is a 502; "lostInSilence": it is done, and nothing answered for a minute.
   * "silence": nothing is done, and nothing answered for a minute. "throttled": the bucket is said to be empty.
   * "userErrors": mutations do nothing and say so in their payload.
   */
  answer: z.enum([
    ...["429", "500", "502", "503", "html", "throttled"],
    ...["silence", "lost", "lostInSilence", "userErrors"],
  ] as const),
  /** How many of the next requests are answered so. */
  times: z.int().min(1).default(1),
  /** Only requests of this operation name; others pass. */
  operation: z.string().optional(),
  message: z.string().default("Something went wrong on purpose"),
});

export type Fault = z.infer<typeof faultSchema>;

const FAULTS = "graphqlFaults";
const SILENCE_MS = 60_000;

export function waitingFaults({ store }: Sandbox): Fault[] {
  return store.setting<Fault[]>(FAULTS, []);
}

export function setFaults({ store }: Sandbox, faults: Fault[]): void {
  store.setSetting(FAULTS, faults);
}

/** The fault that a request is to meet, if any; each is used up by the requests it answers. */
export function takeFault(sandbox: Sandbox, operation: string | null): Fault | null {
  const faults = waitingFaults(sandbox);
  const fault = faults.find(
    (candidate) => candidate.operation === undefined || candidate.operation === operation,
  );
  if (!fault) return null;
  const left = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
  setFaults(
    sandbox,
    left.filter(({ times }) => times > 0),
  );
  return fault;
}

/** What a fault answers instead of the truth; null where the request runs (and fails within, or is lost after). */
export async function answerOfFault({ answer }: Fault, signal: AbortSignal): Promise<Response | null> {
  if (["userErrors", "lost", "lostInSilence"].includes(answer)) return null;
  if (answer === "throttled") return json({ errors: [THROTTLED] });
  if (answer === "429")
    return json({ errors: "Exceeded 2 calls per second for api client." }, 429, { "retry-after": "2.0" });
  if (answer === "html")
    return html("<!DOCTYPE html><html><head><title>Shopify</title></head><body>Oops</body></html>");
  if (answer === "silence") await silence(signal);
  if (answer === "500") return json({ errors: "Internal Server Error" }, 500);
  if (answer === "503") return json({ errors: "Service Unavailable" }, 503, { "retry-after": "1" });
  return badGateway();
}

/** What a fault answers after all was done; null where the truth is told. */
export async function answerAfterwards(fault: Fault | null, signal: AbortSignal): Promise<Response | null> {
  if (fault?.answer === "lostInSilence") await silence(signal);
  return fault?.answer === "lost" || fault?.answer === "lostInSilence" ? badGateway() : null;
}

function badGateway(): Response {
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
