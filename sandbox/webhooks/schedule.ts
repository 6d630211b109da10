const MINUTE = 60_000;

/**
 * Waits before each retry: 8 of them, growing, over 4 hours together, as Shopify says of its own
 * (https://shopify.dev/docs/apps/build/webhooks/troubleshooting-webhooks).
 */
const RETRY_AFTER = [0.5, 1.5, 5, 13, 30, 45, 60, 85].map((minutes) => minutes * MINUTE);

export const MOST_ATTEMPTS = RETRY_AFTER.length + 1;

/** Milliseconds until the attempt after the n-th (from 1), on a clock that runs `timeScale` times faster. */
export function retryDelay(attempt: number, timeScale: number): number | null {
  const wait = RETRY_AFTER[attempt - 1];
  return wait === undefined ? null : wait / timeScale;
}

/** From uninstalling to shop/redact. */
export function redactDelay(timeScale: number): number {
  return (48 * 60 * MINUTE) / timeScale;
}
