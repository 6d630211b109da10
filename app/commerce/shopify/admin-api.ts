import { setTimeout as sleep } from "node:timers/promises";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { ClientError, GraphQLClient } from "graphql-request";
import { StoreUnavailable } from "../platform.ts";
import { failureOfOnce } from "./once.ts";
import { isThrottled, untilRefilled } from "./throttled.ts";

const TRIES = 5;
const TIMEOUT_MS = 10_000;

export interface AdminApiSettings {
  apiVersion: string;
  accessToken(shopDomain: string): Promise<string | null>;
}

export interface AskOptions {
  /** It must not be done twice: it is asked again only where it surely was not done (see `failureOfOnce`). */
  once?: boolean;
}

export type AdminApi = <Result, Variables extends object>(
  shopDomain: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  options?: AskOptions,
) => Promise<Result>;

/**
 * Asks Shopify's Admin API. What Shopify throttles, or answers with a fault of its own, is asked again after a growing
 * and slightly random pause; what stays without an answer is StoreUnavailable, and the job that asked runs again later.
 */
export function adminApi(settings: AdminApiSettings): AdminApi {
  return async (shopDomain, document, variables, { once = false } = {}) => {
    let last: unknown;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return await ask(settings, shopDomain, document, variables);
      } catch (error) {
        const failure = once ? failureOfOnce(shopDomain, error) : failureOf(shopDomain, error);
        if (failure !== null) throw failure;
        last = error;
        if (attempt < TRIES) await sleep(pauseBefore(attempt, error));
      }
    }
    throw new StoreUnavailable(`${shopDomain} did not answer: ${messageOf(last)}`);
  };
}

async function ask<Result, Variables extends object>(
  settings: AdminApiSettings,
  shopDomain: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const token = await settings.accessToken(shopDomain);
  if (token === null) throw new StoreUnavailable(`${shopDomain} has given us no token`);
  const client = new GraphQLClient(`https://${shopDomain}/admin/api/${settings.apiVersion}/graphql.json`, {
    headers: { "X-Shopify-Access-Token": token },
    // Looked up at each call: what leads the calls elsewhere may be set after this module was loaded.
    fetch: (input, init) => globalThis.fetch(input, init),
  });
  return client.request<Result>({
    document,
    variables,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

/** null for what passes, so that it may be asked again; else what to throw. */
function failureOf(shopDomain: string, error: unknown): Error | null {
  if (isPassing(error)) return null;
  const failure = withoutRequest(shopDomain, error);
  return failure instanceof Error ? failure : new Error(String(failure));
}

function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return false;
  if (!(error instanceof ClientError)) return true; // The network, a time-out, or an answer that is not JSON.
  const { status } = error.response;
  return status === 429 || status >= 500 || isThrottled(error);
}

function pauseBefore(attempt: number, error: unknown): number {
  const isTooMuch = error instanceof ClientError && isThrottled(error);
  const pause = isTooMuch ? Math.max(1_000, untilRefilled(error) ?? 0) : 250 * 2 ** attempt;
  return pause * (1 + Math.random() / 2);
}

/** The client's own message holds the whole request: people's data, which must stand in no log and no job. */
function withoutRequest(shopDomain: string, error: unknown): unknown {
  if (!(error instanceof ClientError)) return error;
  const [first] = error.response.errors ?? [];
  const said = first === undefined ? "" : `: ${first.message}`;
  return new Error(`${shopDomain} refused the request with status ${error.response.status}${said}`);
}

function messageOf(error: unknown): string {
  if (error instanceof ClientError) return `status ${error.response.status}`;
  return error instanceof Error ? error.message : String(error);
}
