import { randomUUID } from "node:crypto";
import { json } from "../http/answer.ts";
import { findUsableToken } from "../oauth/tokens.ts";
import type { Sandbox } from "../sandbox.ts";
import { API_VERSION } from "../schema/admin-schema.ts";
import { limitsOf } from "./control.ts";
import { Context } from "./engine/context.ts";
import { runGraphql, type Budget, type GraphqlRequest } from "./engine/execute.ts";
import { Access } from "./engine/scopes.ts";
import { Bucket } from "./engine/throttle.ts";
import { answerAfterwards, answerOfFault, refuseMutations, takeFault } from "./faults.ts";

/** Shopify's versions are quarters. The sandbox holds one schema and answers every version with it, saying so. */
const ENDPOINT = /^\/admin\/api\/(?:\d{4}-(?:01|04|07|10)|unstable)\/graphql\.json$/;

/** One bucket per shop; there is one app. They live as long as the sandbox does. */
const buckets = new WeakMap<Sandbox, Map<string, Bucket>>();

/** `POST /admin/api/{version}/graphql.json`. */
export async function handleGraphql(request: Request, sandbox: Sandbox): Promise<Response> {
  const answer = await respond(request, sandbox);
  answer.headers.set("x-request-id", `${randomUUID()}-${Math.floor(Date.now() / 1000)}`);
  return answer;
}

async function respond(request: Request, sandbox: Sandbox): Promise<Response> {
  if (!ENDPOINT.test(new URL(request.url).pathname)) return json({ errors: "Not Found" }, 404);
  if (request.method !== "POST") return json({ errors: "Method Not Allowed" }, 405);
  const shop = sandbox.shopOf(request);
  const token = findUsableToken(sandbox, shop.domain, request.headers.get("x-shopify-access-token") ?? "");
  if (!token) return json({ errors: UNRECOGNIZED }, 401);
  const graphqlRequest = readRequest(await request.text(), request.headers.get("content-type"));
  if (!graphqlRequest) return json({ errors: { query: "Required parameter missing or invalid" } }, 400);
  const fault = takeFault(sandbox, operationNameOf(graphqlRequest));
  const instead = fault && (await answerOfFault(fault, request.signal));
  if (instead) return instead;
  const context = new Context(sandbox, shop, new Access(token.scopes));
  const answer = await runGraphql(
    graphqlRequest,
    context,
    budgetOf(sandbox, shop.domain),
    (mutations, schema) =>
      fault?.answer === "userErrors" ? refuseMutations(mutations, schema, fault.message) : mutations,
  );
  const lost = await answerAfterwards(fault, request.signal);
  return lost ?? json(answer, 200, { "x-shopify-api-version": API_VERSION });
}

const UNRECOGNIZED = "[API] Invalid API key or access token (unrecognized login or wrong password)";

function budgetOf(sandbox: Sandbox, shop: string): Budget {
  const ofSandbox = buckets.get(sandbox) ?? new Map<string, Bucket>();
  buckets.set(sandbox, ofSandbox);
  const bucket = ofSandbox.get(shop) ?? new Bucket();
  ofSandbox.set(shop, bucket);
  return { bucket, limits: limitsOf(sandbox) };
}

/** JSON with `query`, or the bare query as application/graphql; null where there is no query in it. */
function readRequest(body: string, contentType: string | null): GraphqlRequest | null {
  if (contentType?.includes("application/graphql"))
    return { query: body, variables: {}, operationName: null };
  try {
    const { query, variables, operationName } = JSON.parse(body) as Record<string, unknown>;
    if (typeof query !== "string" || query === "") return null;
    return {
      query,
      variables:
        typeof variables === "object" && variables !== null ? (variables as Record<string, unknown>) : {},
      operationName: typeof operationName === "string" ? operationName : null,
    };
  } catch {
    return null;
  }
}

/** As sent, or as written in the document. */
function operationNameOf({ operationName, query }: GraphqlRequest): string | null {
  return operationName ?? /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? null;
}
