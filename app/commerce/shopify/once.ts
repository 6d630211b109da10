import { ClientError } from "graphql-request";
import { StoreUnavailable } from "../platform.ts";
import { OutcomeUnknown, StoreRefused } from "../reward-store.ts";

/** Nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** The shop is frozen, closed, or has taken its word back: it may come round. */
const SHUT: ReadonlySet<number> = new Set([401, 402, 403, 404, 423]);

/**
 * What the failure of something means that must not be done twice: null where it surely was not done and may be asked
 * again at once, else what to throw.
 */
export function failureOfOnce(shopDomain: string, error: unknown): Error | null {
  if (error instanceof StoreUnavailable) return error;
  if (!(error instanceof ClientError))
    return NEVER_CONNECTED.has(causeOf(error))
      ? null
      : new OutcomeUnknown(`${shopDomain} gave no answer that could be read`);
  const { status, errors = [] } = error.response;
  if (status === 429 || errors.some(({ extensions }) => extensions?.code === "THROTTLED")) return null;
  if (status >= 500) return new OutcomeUnknown(`${shopDomain} answered with status ${status}`);
  if (SHUT.has(status)) return new StoreUnavailable(`${shopDomain} answered with status ${status}`);
  const isOwnFault = errors.some(({ extensions }) => isShopifysFault(extensions?.code));
  if (status === 200 && (errors.length === 0 || isOwnFault))
    return new OutcomeUnknown(`${shopDomain} answered: ${errors[0]?.message ?? "nothing"}`);
  return new StoreRefused(errors[0]?.message ?? `Shopify answered with status ${status}.`);
}

/** What Shopify refuses before it does anything has a code that says why. */
function isShopifysFault(code: unknown): boolean {
  return code === undefined || code === "INTERNAL_SERVER_ERROR" || code === "TIMEOUT";
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
