import { Refusal } from "../http/answer.ts";
import type { SandboxOptions } from "../options.ts";
import type { Store } from "../state/store.ts";
import { attemptDelivery } from "./attempt.ts";
import {
  countAttempts,
  countDeliveries,
  findBody,
  findDelivery,
  listDue,
  moveDelivery,
  nextDueAfter,
  pruneBodies,
  recordAttempt,
  type Delivery,
  type DeliveryState,
} from "./queue.ts";
import { retryDelay } from "./schedule.ts";

export type SenderSettings = {
  /** Deliveries under way at once. */
  concurrency: number;
  /** Nothing is sent while paused; everything stays in the queue. */
  paused: boolean;
  timeScale: number;
};

export type IdleReport = { idle: boolean; underWay: number } & Record<DeliveryState, number>;

const SETTING = "sender";
const PRUNE_EVERY = 500;
/** A clock that is set anew does not put off a delivery by more than this. */
const LONGEST_TIMER = 60_000;

/**
 * Sends what is due from the queue. The queue is in the database and a delivery leaves it only after its answer, so
 * that a sandbox that was killed sends again what it may have sent already: at least once, as Shopify does.
 */
export class WebhookSender {
  readonly #store: Store;
  readonly #options: SandboxOptions;
  readonly #underWay = new Map<number, Promise<void>>();
  #waiters: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;
  #wakeUp: NodeJS.Immediate | null = null;
  #running = false;
  #sent = 0;

  constructor(store: Store, options: SandboxOptions) {
    this.#store = store;
    this.#options = options;
  }

  start(): void {
    this.#running = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.#running = false;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#wakeUp) clearImmediate(this.#wakeUp);
    this.#wakeUp = null;
    await Promise.all(this.#underWay.values());
  }

  settings(): SenderSettings {
    const { concurrency, timeScale } = this.#options;
    return {
      concurrency,
      timeScale,
      paused: false,
      ...this.#store.setting<Partial<SenderSettings>>(SETTING, {}),
    };
  }

  changeSettings(change: Partial<SenderSettings>): SenderSettings {
    this.#store.setSetting(SETTING, { ...this.settings(), ...change });
    this.wake();
    return this.settings();
  }

  /** Looks at the queue soon, after the transaction that may be open is over. */
  wake(): void {
    if (!this.#running || this.#wakeUp) return;
    this.#wakeUp = setImmediate(() => {
      this.#wakeUp = null;
      this.#sendDue();
    });
  }

  /** Does something to the queue while nothing is under way. */
  async whileStill<T>(work: () => T): Promise<T> {
    const wasRunning = this.#running;
    await this.stop();
    try {
      return work();
    } finally {
      if (wasRunning) this.start();
    }
  }

  /** Sends a delivery once more, whatever became of it; its retries begin anew. */
  redeliver(id: number): Delivery {
    const delivery = findDelivery(this.#store, id);
    if (!delivery) throw new Refusal(`There is no delivery ${id}.`, 404);
    if (delivery.state === "waiting") throw new Refusal(`Delivery ${id} is on its way already.`);
    if (findBody(this.#store, delivery.bodyId) === null)
      throw new Refusal(`Delivery ${id} arrived so long ago that its body is no longer kept.`, 410);
    this.#store.statement("DELETE FROM attempts WHERE delivery_id = ?").run(id);
    moveDelivery(this.#store, id, "waiting", Date.now());
    this.wake();
    return { ...delivery, state: "waiting" };
  }

  /** Answers when everything is delivered or given up, or when the time is over; what is scheduled is not waited for. */
  async whenIdle(timeoutMs: number): Promise<IdleReport> {
    const until = Date.now() + timeoutMs;
    while (!this.#isIdle() && Date.now() < until) await this.#nextChange(until - Date.now());
    return this.report();
  }

  report(): IdleReport {
    return { idle: this.#isIdle(), underWay: this.#underWay.size, ...countDeliveries(this.#store) };
  }

  #isIdle(): boolean {
    if (this.#underWay.size > 0) return false;
    return (
      this.#store.statement("SELECT 1 FROM deliveries WHERE state = 'waiting' LIMIT 1").get() === undefined
    );
  }

  #nextChange(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(timeoutMs, 0));
      this.#waiters.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #sendDue(): void {
    if (!this.#running) return;
    const { concurrency, paused } = this.settings();
    if (!paused) {
      const now = Date.now();
      const free = Math.max(concurrency - this.#underWay.size, 0);
      // Those under way are still in the queue, so as many more are asked for.
      const due = free > 0 ? listDue(this.#store, now, concurrency + this.#underWay.size) : [];
      const next = due.filter(({ id }) => !this.#underWay.has(id)).slice(0, free);
      for (const delivery of next) this.#underWay.set(delivery.id, this.#send(delivery));
      this.#wakeAfter(now);
    }
    if (this.#isIdle()) this.#tellWaiters();
  }

  async #send(delivery: Delivery): Promise<void> {
    const body = findBody(this.#store, delivery.bodyId) ?? "";
    const { apiSecret, deliveryTimeout } = this.#options;
    const n = countAttempts(this.#store, delivery.id) + 1;
    const attempt = await attemptDelivery(delivery, body, {
      n,
      secret: apiSecret,
      timeoutMs: deliveryTimeout,
    });
    this.#store.transaction(() => {
      recordAttempt(this.#store, delivery.id, attempt);
      const arrived = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
      const wait = arrived ? null : retryDelay(n, this.settings().timeScale);
      if (arrived) moveDelivery(this.#store, delivery.id, "delivered", delivery.dueAt);
      else if (wait === null) moveDelivery(this.#store, delivery.id, "failed", delivery.dueAt);
      // The app may have been uninstalled while this was under way.
      else if (findDelivery(this.#store, delivery.id)?.state !== "dropped")
        moveDelivery(this.#store, delivery.id, "waiting", Date.now() + wait);
    });
    this.#underWay.delete(delivery.id);
    this.#sent += 1;
    if (this.#sent % PRUNE_EVERY === 0) pruneBodies(this.#store);
    this.wake();
  }

  /** What was due at `now` is under way or follows when one of those is done; the timer is for what comes later. */
  #wakeAfter(now: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    const due = nextDueAfter(this.#store, now);
    this.#timer = due === null ? null : setTimeout(() => this.wake(), Math.min(due - now, LONGEST_TIMER));
  }

  #tellWaiters(): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const tell of waiters) tell();
  }
}
