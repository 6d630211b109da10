import { useCallback } from "preact/hooks";
import type { OrderPoints } from "./app-answers.ts";
import type { AppClient, Told } from "./app-client.ts";
import { useAnswer, type Asked } from "./use-answer.ts";

/** The store tells the app of an order seconds after it was placed; it may take minutes when it is busy. */
const PAUSES_MS = [1_500, 3_000, 6_000];

/**
 * What an order earns. Where the app was not told of the order yet, it is asked again a few times; what it says then is
 * what is shown.
 */
export function useOrderPoints(app: AppClient, orderId: string, pauses = PAUSES_MS): Asked<OrderPoints> {
  return useAnswer(useCallback(() => askPatiently(app, orderId, pauses), [app, orderId, pauses]));
}

async function askPatiently(
  app: AppClient,
  orderId: string,
  pauses: readonly number[],
): Promise<Told<OrderPoints>> {
  const order = orderNumberIn(orderId);
  let told = await app.get("order", { order });
  for (const pause of pauses) {
    if (!told.ok || told.body.state !== "unknown") return told;
    await new Promise((resolve) => setTimeout(resolve, pause));
    told = await app.get("order", { order });
  }
  return told;
}

/** The thank-you page names the order "gid://shopify/OrderIdentity/1": another kind of id with the order's own number. */
function orderNumberIn(id: string): string {
  return /(\d+)(?:\?.*)?$/.exec(id)?.[1] ?? id;
}
