import { Refusal } from "../http/answer.ts";
import { findBody, findDelivery, listAttempts, listDeliveries } from "../webhooks/queue.ts";
import { readLimit } from "./documents.ts";
import type { Call } from "./handle.ts";

/** Newest first, with the attempts of each; `?state=`, `?topic=`, `?shop=`, `?limit=`, `?before={id}`. */
export function showDeliveries({ url, sandbox }: Call): unknown {
  const query = url.searchParams;
  const shop = query.get("shop");
  const deliveries = listDeliveries(sandbox.store, {
    shop: shop === null ? undefined : sandbox.requireShop(shop).domain,
    state: query.get("state") ?? undefined,
    topic: query.get("topic") ?? undefined,
    limit: readLimit(url),
    before: query.has("before") ? Number(query.get("before")) : undefined,
  });
  return {
    counts: sandbox.webhooks.report(),
    deliveries: deliveries.map((delivery) => ({
      ...delivery,
      attempts: listAttempts(sandbox.store, delivery.id),
    })),
  };
}

/** With its body, as long as that is kept. */
export function showDelivery({ sandbox, parts }: Call): unknown {
  const delivery = findDelivery(sandbox.store, Number(parts[0]));
  if (!delivery) throw new Refusal(`There is no delivery ${parts[0]}.`, 404);
  const body = findBody(sandbox.store, delivery.bodyId);
  return { ...delivery, attempts: listAttempts(sandbox.store, delivery.id), body };
}
