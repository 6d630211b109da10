import { perform, type Outcome } from "./commerce/perform.ts";
import type { Action } from "./commerce/actions.ts";
import { Refusal } from "./http/answer.ts";
import { readManifest, type Manifest } from "./manifest.ts";
import type { SandboxOptions } from "./options.ts";
import { toInstant } from "./state/instants.ts";
import type { Store } from "./state/store.ts";
import type { Installation, Instant, Shop } from "./state/types.ts";
import { enqueue, type WebhookEvent } from "./webhooks/enqueue.ts";
import { WebhookSender } from "./webhooks/sender.ts";

/** What every room is handed: the state, the app's manifest, and the ways to change something. */
export class Sandbox {
  readonly options: SandboxOptions;
  readonly store: Store;
  readonly manifest: Manifest;
  readonly webhooks: WebhookSender;
  /** Where this sandbox listens, known once it does. */
  urls: { shopify: string; app: string };

  constructor(store: Store, options: SandboxOptions) {
    this.store = store;
    this.options = options;
    this.manifest = readManifest(options.manifest);
    this.webhooks = new WebhookSender(store, options);
    this.urls = { shopify: "", app: options.appUrl };
  }

  now(): Instant {
    return toInstant(this.options.now());
  }

  /**
   * Does one thing in a shop (place an order, refund, create a customer …): state and webhooks in one transaction.
   * Throws a Refusal where the action makes no sense.
   */
  perform(shop: string, action: Action): Outcome {
    return this.store.transaction(() => perform(this, shop, action));
  }

  /** What an action would come to: it is done and undone again, and nobody hears of it. Throws as doing it would. */
  rehearse(shop: string, action: Action): Outcome {
    try {
      return this.store.transaction(() => {
        throw new Rehearsed(perform(this, shop, action));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.outcome;
      throw error;
    }
  }

  /** Sends an event's payload to every subscription the installed app has for its topics. */
  emit(shop: string, event: WebhookEvent): void {
    enqueue(this, shop, event);
  }

  /** Null where the app is not installed in the shop. */
  installation(shop: string): Installation | null {
    const installation = this.store.collection(shop, "installation").find(this.options.apiKey);
    return installation && installation.uninstalledAt === null ? installation : null;
  }

  /**
   * Which shop a request is for: the `x-sandbox-host` header that redirected calls carry, then
   * `{handle}.localhost`, then the oldest shop.
   */
  shopOf(request: Request): Shop {
    const redirected = request.headers.get("x-sandbox-host");
    if (redirected) return this.requireShop(redirected);
    const subdomain = /^([a-z0-9-]+)\.localhost$/.exec(new URL(request.url).hostname)?.[1];
    if (subdomain) return this.requireShop(`${subdomain}.myshopify.com`);
    return this.defaultShop();
  }

  /** By domain ("perennial-demo.myshopify.com") or handle ("perennial-demo"). */
  requireShop(domainOrHandle: string): Shop {
    const domain = domainOrHandle.includes(".") ? domainOrHandle : `${domainOrHandle}.myshopify.com`;
    const shop = this.store.findShop(domain);
    if (!shop) throw new Refusal(`There is no shop ${domain} in the sandbox.`, 404);
    return shop;
  }

  defaultShop(): Shop {
    const shop = this.store.listShops()[0];
    if (!shop) throw new Refusal("The sandbox has no shop yet; create one with the action shop.create.", 404);
    return shop;
  }
}

/** Thrown to leave a transaction without keeping it. */
class Rehearsed extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super("rehearsed");
    this.outcome = outcome;
  }
}
