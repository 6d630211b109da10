import { issueOfflineToken } from "../../sandbox/oauth/tokens.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import type { Limits } from "../../sandbox/graphql/engine/throttle.ts";
import { setFaults, type Fault } from "../../sandbox/graphql/faults.ts";
import { findRedeemCode } from "../../sandbox/commerce/codes/redeem-codes.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { Refusal } from "../../sandbox/http/answer.ts";
import { findBody, listDeliveries } from "../../sandbox/webhooks/queue.ts";
import type { CommercePlatform } from "../../app/commerce/platform.ts";
import { API_VERSION } from "../../app/shopify.server.ts";

type Outcome = ReturnType<RunningSandbox["sandbox"]["perform"]>;

/** A webhook that the store wanted to send; nothing is sent by itself. */
export interface Webhook {
  id: string;
  topic: string;
  body: string;
  triggeredAt: string;
}

/** The sandbox's store in this process, on the test's clock; what it would deliver lies in the test's hand. */
export interface SandboxStore {
  platform: CommercePlatform;
  /** Makes a shop that has the app installed. */
  open(shop: string, settings?: Partial<Extract<Action, { do: "shop.create" }>>): void;
  /** null where the store refuses what makes no sense. */
  attempt(shop: string, action: Action): Outcome | null;
  do(shop: string, action: Action): Outcome;
  /** Of what an action named with `ref`. */
  idOf(shop: string, ref: string): string;
  /** What happened since the last call, in the order in which it happened. */
  takeWebhooks(shop: string): Webhook[];
  /** What staff do with a discount of this code in the store's own pages. */
  changeDiscount(shop: string, code: string, change: "delete" | "end" | "go on"): void;
  /** What the next requests meet. */
  setFaults(faults: Omit<Fault, "message">[]): void;
  /** Of Shopify's bucket; null for one that is never empty, as it is for tests that are not about it. */
  setLimits(limits: Limits | null): void;
  close(): Promise<void>;
}

const ENDLESS: Limits = { maximumAvailable: 1_000_000, restoreRate: 100_000 };

export async function startSandboxStore(clock: { now: number }): Promise<SandboxStore> {
  const running = await startSandbox({
    port: 0,
    appPort: null,
    data: ":memory:",
    seedShop: false,
    now: () => new Date(clock.now),
  });
  const { sandbox, store } = running;
  sandbox.webhooks.changeSettings({ paused: true });
  await sandbox.webhooks.stop();
  const setLimits = (limits: Limits) => store.setSetting("graphqlLimits", limits);
  setLimits(ENDLESS);
  process.env.SANDBOX_URL = running.urls.shopify;
  await import("../../sandbox/lead-here.mjs");
  const { shopifyPlatform } = await import("../../app/commerce/shopify/shopify-platform.ts");
  const taken = new Map<string, number>();
  const perform = (shop: string, action: Action) => sandbox.perform(shop, action);
  return {
    platform: shopifyPlatform({
      apiVersion: API_VERSION,
      accessToken: async (shop) => tokenOf(running, shop),
    }),
    open(shop, settings = {}) {
      perform(shop, { do: "shop.create", domain: shop, ...settings });
      perform(shop, { do: "app.install" });
    },
    attempt(shop, action) {
      try {
        return perform(shop, action);
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    },
    do: perform,
    idOf(shop, ref) {
      const id = store.findRef(shop, ref);
      if (id === null) throw new Error(`the store knows no "${ref}"`);
      return id;
    },
    takeWebhooks(shop) {
      const before = taken.get(shop) ?? 0;
      const fresh = listDeliveries(store, { shop, limit: 100_000 }).filter(({ id }) => id > before);
      taken.set(shop, fresh[0]?.id ?? before);
      return fresh.toReversed().map(({ webhookId, topic, bodyId, triggeredAt }) => ({
        id: webhookId,
        topic,
        body: findBody(store, bodyId) ?? "",
        triggeredAt,
      }));
    },
    changeDiscount(shop, code, change) {
      const found = findRedeemCode(sandbox, shop, code);
      if (found === null) throw new Error(`the store has no code ${code}`);
      const discounts = store.collection(shop, "discount");
      if (change !== "delete")
        return discounts.put({ ...found.discount, endsAt: change === "end" ? sandbox.now() : null });
      store.collection(shop, "redeemCode").delete(found.code.id);
      discounts.delete(found.discount.id);
    },
    setFaults: (faults) =>
      setFaults(
        sandbox,
        faults.map((fault) => ({ ...fault, message: "on purpose" })),
      ),
    setLimits: (limits) => setLimits(limits ?? ENDLESS),
    close: () => running.close(),
  };
}

function tokenOf({ sandbox }: RunningSandbox, shop: string): string | null {
  const installation = sandbox.installation(shop);
  if (installation === null) return null;
  return issueOfflineToken(sandbox, shop, installation, { expiring: false }).access_token;
}
