import { generatePast } from "../../sandbox/history/generate.ts";
import { perform } from "../../sandbox/commerce/perform.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import { gid } from "../../sandbox/state/ids.ts";
import type { ShopperState } from "../../tests/helpers/shopper-states.ts";

export const MEMBER = "ada@example.com";
/** The product whose page is looked at, and what it is shown with. */
const BESIDE = "monstera";
const PICKS = ["boston-fern", "snake-plant", "peace-lily", "string-of-hearts"];

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
  recommend(having, { ownerType: "PRODUCT", ownerId: idOf(having, BESIDE), list: "beside" });
  recommend(having, { ownerType: "CUSTOMER", ownerId: member?.id ?? "", list: "again" });
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

function idOf({ sandbox, store }: RunningSandbox, handle: string): string {
  return store.collection(sandbox.defaultShop().domain, "product").firstBy("handle", handle)?.id ?? "";
}

/** As the app publishes what it recommends. */
function recommend(
  shop: RunningSandbox,
  { list, ...owner }: { ownerType: "PRODUCT" | "CUSTOMER"; ownerId: string; list: string },
): void {
  const ids = PICKS.map((handle) => idOf(shop, handle));
  const reason = (id: string) => ({ k: "popular", n: 57, m: 30, id: `${list}.0.${id}.aaaaaaaaaa` });
  const told = { v: 1, [list]: Object.fromEntries(ids.map((id) => [id, reason(id)])) };
  const value = ids.map((id) => gid("Product", id));
  publish(shop, { ...owner, key: "picks", type: "list.product_reference", value });
  publish(shop, { ...owner, key: "picks_why", value: told });
}

interface Published {
  ownerType: "SHOP" | "CUSTOMER" | "PRODUCT";
  ownerId: string;
  key: string;
  type?: string;
  value: unknown;
}

function publish(
  { sandbox, store }: RunningSandbox,
  { ownerType, ownerId, key, type = "json", value }: Published,
): void {
  const now = sandbox.now();
  store.collection(sandbox.defaultShop().domain, "metafield").put({
    id: `${ownerType}/${ownerId}/app--1/${key}`,
    number: "1",
    ownerType,
    ownerId,
    namespace: "app--1",
    key,
    type,
    value: JSON.stringify(value),
    compareDigest: gid("Metafield", key),
    createdAt: now,
    updatedAt: now,
  });
}
