import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Store } from "../state/store.ts";
import type { DeliveryState } from "./queue.ts";

const share = z.number().min(0).max(1);
const seconds = z.number().min(0);

/** What goes wrong on the line, as shares of all deliveries (0 to 1) and as orders for the very next ones. */
export const disturbancesSchema = z
  .strictObject({
    /** Sent a second time with the same webhook id. */
    duplicate: share,
    /** Sent a second time with another webhook id, but the same event id. */
    repeat: share,
    /** Held back for `delaySeconds`. */
    delay: share,
    delaySeconds: seconds,
    /** Never sent. */
    drop: share,
    /** Each delivery waits for a chance part of this long, so that later ones overtake earlier ones. 0: off. */
    shuffleSeconds: seconds,
    next: z.array(
      z.strictObject({
        kind: z.enum(["duplicate", "repeat", "delay", "drop"]),
        /** Left out: whatever comes next. */
        topic: z.string().optional(),
      }),
    ),
  })
  .partial();

export type Disturbances = Required<z.infer<typeof disturbancesSchema>>;

const NONE: Disturbances = {
  duplicate: 0,
  repeat: 0,
  delay: 0,
  delaySeconds: 5,
  drop: 0,
  shuffleSeconds: 0,
  next: [],
};

const SETTING = "disturbances";

export function readDisturbances(store: Store): Disturbances {
  return { ...NONE, ...store.setting<Partial<Disturbances>>(SETTING, {}) };
}

/** Changes what is given and leaves the rest; orders for the next deliveries are added to those that wait. */
export function changeDisturbances(store: Store, change: z.infer<typeof disturbancesSchema>): Disturbances {
  const before = readDisturbances(store);
  const after = { ...before, ...change, next: [...before.next, ...(change.next ?? [])] };
  store.setSetting(SETTING, after);
  return after;
}

export function stopDisturbances(store: Store): Disturbances {
  store.setSetting(SETTING, NONE);
  return NONE;
}

/** How one delivery is to be sent: usually once, at once. */
export type Plan = { webhookId: string; delay: number; state: DeliveryState; disturbed: string | null };

/** The deliveries that come of one event for one subscription. */
export function takeDisturbances(store: Store, topic: string, random: () => number): Plan[] {
  const disturbances = readDisturbances(store);
  const ordered = takeOrder(store, disturbances, topic);
  const happens = (kind: "duplicate" | "repeat" | "delay" | "drop"): boolean =>
    ordered === kind || (disturbances[kind] > 0 && random() < disturbances[kind]);
  const shuffled = (): number => Math.round(random() * disturbances.shuffleSeconds * 1000);

  const webhookId = randomUUID();
  const plan = (disturbed: string | null, more: Partial<Plan> = {}): Plan => ({
    webhookId,
    delay: disturbances.shuffleSeconds > 0 ? shuffled() : 0,
    state: "waiting",
    disturbed,
    ...more,
  });
  if (happens("drop")) return [plan("drop", { state: "dropped" })];
  const plans = [happens("delay") ? plan("delay", { delay: disturbances.delaySeconds * 1000 }) : plan(null)];
  if (happens("duplicate")) plans.push(plan("duplicate"));
  if (happens("repeat")) plans.push(plan("repeat", { webhookId: randomUUID() }));
  return plans;
}

function takeOrder(store: Store, disturbances: Disturbances, topic: string): string | null {
  const index = disturbances.next.findIndex((order) => order.topic === undefined || order.topic === topic);
  const order = disturbances.next[index];
  if (!order) return null;
  store.setSetting(SETTING, { ...disturbances, next: disturbances.next.toSpliced(index, 1) });
  return order.kind;
}
