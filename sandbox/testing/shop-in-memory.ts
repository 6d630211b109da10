import type { Action, ActionOf } from "../commerce/actions.ts";
import type { Outcome } from "../commerce/perform.ts";
import { DEFAULT_OPTIONS, type SandboxOptions } from "../options.ts";
import { Sandbox } from "../sandbox.ts";
import { DEMO_SHOP, seedShop } from "../seed-shop.ts";
import { Store } from "../state/store.ts";
import type { Order } from "../state/types.ts";
import { findBody, listDeliveries } from "../webhooks/queue.ts";

export type Sent = { topic: string; payload: Record<string, unknown>; webhookId: string; eventId: string };

/** A shop with the app installed and a queue that is looked at instead of sent. */
export class ShopInMemory {
  readonly sandbox: Sandbox;

  constructor(options: Partial<SandboxOptions> = {}) {
    this.sandbox = new Sandbox(new Store(":memory:"), { ...DEFAULT_OPTIONS, ...options, data: ":memory:" });
    seedShop(this.sandbox);
  }

  do(action: Action): Outcome {
    return this.sandbox.perform(DEMO_SHOP, action);
  }

  place(input: Omit<ActionOf<"order.place">, "do">): Order {
    return this.orderOf({ do: "order.place", ...input });
  }

  /** Does something about an order and answers the order as it is then. */
  orderOf(action: Action): Order {
    const { order } = this.do(action);
    if (!order) throw new Error(`${action.do} is not about an order`);
    return order;
  }

  /** What was queued, oldest first. */
  sent(topic?: string): Sent[] {
    return listDeliveries(this.sandbox.store, { topic, limit: -1 })
      .reverse()
      .map((delivery) => ({
        topic: delivery.topic,
        webhookId: delivery.webhookId,
        eventId: delivery.eventId,
        payload: JSON.parse(findBody(this.sandbox.store, delivery.bodyId) ?? "null") as Record<
          string,
          unknown
        >,
      }));
  }
}
