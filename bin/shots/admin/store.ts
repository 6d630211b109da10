import { join } from "node:path";
import { DEMO_SHOP } from "../../../sandbox/seed-shop.ts";
import type { Action } from "../../../sandbox/commerce/actions.ts";
import { freePort } from "../../../tests/helpers/free-port.ts";
import { root } from "../../bootstrap/environment.mjs";
import { buildIfStale } from "../../build-if-stale.ts";
import { makePast, workOffPast } from "../../demo/past.ts";
import { startRooms } from "../../demo/rooms.ts";
import { Screen } from "../../demo/screen.ts";
import { openState } from "../../demo/state.ts";
import { PEOPLE, type PersonId } from "./people.ts";

/** A store with a past in which the app is installed, and one in which nothing has happened yet. */
export interface AdminStore {
  /** Address of a page of the app in the admin of one of them. */
  address(shop: ShopName, path: string): string;
  /** Address of the storefront of the one with a past. */
  url: string;
  /** Customers of the store with a past whose names are a trial, by what they are called here. */
  people: Record<PersonId, string>;
  stop(): Promise<void>;
}

export type ShopName = "past" | "empty";

const SHOPS: Record<ShopName, string> = { past: DEMO_SHOP, empty: "perennial-empty.myshopify.com" };

/** `running` is the address of a demo that runs already; without one the demo's store is made anew. */
export async function openAdminStore(running: string | null): Promise<AdminStore> {
  const store = running === null ? await startDemo() : { url: running, stop: () => Promise.resolve() };
  const perform = (shop: ShopName, actions: Action[]) => performIn(store.url, SHOPS[shop], actions);
  const opening: Action[] = [{ do: "shop.create", domain: SHOPS.empty }, { do: "app.install" }];
  await perform("empty", opening).catch((reason: unknown) => {
    // A demo that was looked at before has it, and the app in it.
    if (running === null) throw reason;
  });
  const ids = await perform(
    "past",
    PEOPLE.map(({ id, ...person }) => ({ do: "customer.create", ...person, email: addressOf(id) })),
  );
  await perform(
    "past",
    PEOPLE.map(({ id }) => ({
      do: "order.place",
      customer: addressOf(id),
      lines: [{ title: "Garden bench", price: "120.00", quantity: 1 }],
    })),
  );
  await fetch(`${store.url}/sandbox/api/idle`, { method: "POST", body: "{}" });
  return {
    url: store.url,
    address: (shop, path) => `${store.url}/store/${SHOPS[shop].split(".")[0]}/apps/perennial${path}`,
    people: Object.fromEntries(PEOPLE.map(({ id }, place) => [id, ids[place]])) as Record<PersonId, string>,
    stop: store.stop,
  };

  /** Anew each time, for a demo may have been looked at before. */
  function addressOf(id: PersonId): string {
    return `${id}-${began}@perennial-demo.example`;
  }
}

const began = Date.now();

async function startDemo(): Promise<{ url: string; stop: () => Promise<void> }> {
  const screen = new Screen(process.stderr);
  await screen.step("The app's pages", buildIfStale, (built) => (built ? "built" : "were built already"));
  const settings = {
    appPort: await freePort(),
    storePort: await freePort(),
    frontPort: await freePort(),
    folder: join(root, ".data/shots-store"),
    databaseUrl: undefined,
    programme: join(root, "sandbox/demo-programme.yaml"),
  };
  const state = openState(settings, { reset: true });
  const rooms = await startRooms(screen, state);
  const stop = async () => {
    await rooms.stop();
    state.close();
  };
  try {
    await rooms.installApp();
    await makePast(screen, rooms);
    await workOffPast(screen, rooms);
    return { url: rooms.urls.store, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function performIn(store: string, shop: string, actions: Action[]): Promise<string[]> {
  const response = await fetch(`${store}/sandbox/api/actions?${new URLSearchParams({ shop })}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(actions),
  });
  if (!response.ok) throw new Error(`The store refused: ${await response.text()}`);
  const outcomes = (await response.json()) as { id?: number | string }[];
  return outcomes.map(({ id }) => String(id));
}
