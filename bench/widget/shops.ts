import { generatePast } from "../../sandbox/history/generate.ts";
import { perform } from "../../sandbox/commerce/perform.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import { gid } from "../../sandbox/state/ids.ts";
import type { ShopperState } from "../../tests/helpers/shopper-states.ts";

export const MEMBER = "ada@example.com";

/** The same shop twice: with the app's blocks, and with the app uninstalled. */
export interface Shops {
  with: RunningSandbox;
  without: RunningSandbox;
  close(): Promise<void>;
}

export async function openShops(state: ShopperState): Promise<Shops> {
  const [having, lacking] = await Promise.all([openShop(), openShop()]);
  const { sandbox, store } = having;
  const shop = sandbox.defaultShop();
  const member = store.collection(shop.domain, "customer").firstBy("email", MEMBER);
  publish(having, { ownerType: "SHOP", ownerId: shop.id, key: "programme", value: state.programme });
  publish(having, {
    ownerType: "CUSTOMER",
    ownerId: member?.id ?? "",
    key: "summary",
    value: state.customer?.summary,
  });
  lacking.sandbox.perform(lacking.sandbox.defaultShop().domain, { do: "app.uninstall" });
  return {
    with: having,
    without: lacking,
    async close() {
      await Promise.all([having.close(), lacking.close()]);
    },
  };
}

/** Nobody listens where the app would be: what the blocks show, they show without it. */
async function openShop(): Promise<RunningSandbox> {
  const running = await startSandbox({
    port: 0,
    appPort: null,
    data: ":memory:",
    appUrl: "http://127.0.0.1:9",
  });
  const { sandbox, store } = running;
  const { domain } = sandbox.defaultShop();
  store.transaction(() => {
    const past = generatePast({ now: sandbox.options.now(), customers: 5, guestOrders: 0 });
    for (const action of past) perform(sandbox, domain, action, new Set());
    const person = { do: "customer.create", email: MEMBER, firstName: "Ada", lastName: "Example" } as const;
    perform(sandbox, domain, person, new Set());
  });
  return running;
}

function publish(
  { sandbox, store }: RunningSandbox,
  {
    ownerType,
    ownerId,
    key,
    value,
  }: { ownerType: "SHOP" | "CUSTOMER"; ownerId: string; key: string; value: unknown },
): void {
  const now = sandbox.now();
  store.collection(sandbox.defaultShop().domain, "metafield").put({
    id: `${ownerType}/${ownerId}/app--1/${key}`,
    number: "1",
    ownerType,
    ownerId,
    namespace: "app--1",
    key,
    type: "json",
    value: JSON.stringify(value),
    compareDigest: gid("Metafield", key),
    createdAt: now,
    updatedAt: now,
  });
}
