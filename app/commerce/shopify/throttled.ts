import type { ClientError } from "graphql-request";

/** The bucket refills at its own pace; what would take longer than this is left to the job's next attempt. */
const LONGEST_WAIT_MS = 20_000;

export function isThrottled({ response }: ClientError): boolean {
  return response.errors?.some((fault) => fault.extensions?.code === "THROTTLED") ?? false;
}

/**
 * How long it takes until the bucket holds what the refused query costs, by Shopify's own word of it; null where it said
 * nothing. Asking earlier would be refused again, and whoever else asks this store would wait for nothing.
 */
export function untilRefilled({ response }: ClientError): number | null {
  const { requestedQueryCost, throttleStatus } = costIn(response.extensions);
  const { currentlyAvailable, restoreRate } = throttleStatus ?? {};
  if (requestedQueryCost === undefined || currentlyAvailable === undefined || !restoreRate) return null;
  const missing = Math.max(0, requestedQueryCost - currentlyAvailable);
  return Math.min(Math.ceil((1000 * missing) / restoreRate), LONGEST_WAIT_MS);
}

interface Cost {
  requestedQueryCost?: number;
  throttleStatus?: { currentlyAvailable?: number; restoreRate?: number };
}

function costIn(extensions: unknown): Cost {
  if (typeof extensions !== "object" || extensions === null || !("cost" in extensions)) return {};
  const { cost } = extensions;
  return typeof cost === "object" && cost !== null ? cost : {};
}
