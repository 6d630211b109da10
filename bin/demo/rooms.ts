import { pathToFileURL } from "node:url";
import { DEMO_SHOP } from "../../sandbox/seed-shop.ts";
import { DEFAULT_OPTIONS } from "../../sandbox/options.ts";
import { signIdToken } from "../../sandbox/signing.ts";
import { root } from "../bootstrap/environment.mjs";
import type { Work } from "./app.ts";
import { startRoom, type Room } from "./room.ts";
import type { Screen } from "./screen.ts";
import type { DemoState } from "./state.ts";
import type { Sending } from "./store.ts";

/** Shopify's library turns away what looks like a robot. */
const A_BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/** The app and the store it lives in, each in a process of its own. */
export interface Rooms {
  app: Room<Work>;
  store: Room<Sending>;
  urls: { app: string; store: string };
  /** Opens the app as the merchant does, which is what installs it. */
  installApp(): Promise<void>;
  ended: Promise<never>;
  stop(): Promise<void>;
}

export async function startRooms(screen: Screen, state: DemoState): Promise<Rooms> {
  const { settings, secret } = state;
  const urls = {
    app: `http://127.0.0.1:${settings.appPort}`,
    store: `http://localhost:${settings.storePort}`,
  };
  const rooms: Room<unknown>[] = [];
  const stop = async () => {
    // The store first: what it sent to an app that has gone would have to be sent again.
    for (const room of rooms.toReversed()) await room.stop();
  };
  try {
    const app = await startApp(screen, state, urls);
    rooms.push(app);
    const store = await startStore(screen, state, urls);
    rooms.push(store);
    const ended = Promise.race([app.ended, store.ended]);
    // Whoever starts the rooms for a while does not look at it, and stops them in the end.
    ended.catch(() => undefined);
    return {
      app,
      store,
      urls,
      stop,
      ended,
      installApp: () => install(screen, urls.app, secret),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startApp(screen: Screen, state: DemoState, urls: Rooms["urls"]): Promise<Room<Work>> {
  const { settings } = state;
  const start = () =>
    startRoom<Work>({
      name: "app",
      file: "app.ts",
      node: ["--import", pathToFileURL(`${root}sandbox/lead-here.mjs`).href],
      logFolder: state.logFolder,
      env: {
        NODE_ENV: "production",
        PORT: String(settings.appPort),
        SANDBOX_URL: urls.store.replace("localhost", "127.0.0.1"),
        SHOPIFY_APP_URL: `http://localhost:${settings.frontPort}`,
        SHOPIFY_API_SECRET: state.secret,
        DATA_DIR: state.databaseFolder,
        WORKER: "embedded",
        NEW_SHOP_PROGRAMME: settings.programme,
        LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
        ...(state.pastFrom === null ? {} : { DEMO_PAST_FROM: state.pastFrom }),
      },
    });
  return screen.step("Database and app", start, () => "started");
}

function startStore(screen: Screen, state: DemoState, urls: Rooms["urls"]): Promise<Room<Sending>> {
  const { settings } = state;
  const start = () =>
    startRoom<Sending>({
      name: "store",
      file: "store.ts",
      logFolder: state.logFolder,
      env: {
        APP_URL: urls.app,
        SANDBOX_PORT: String(settings.storePort),
        SANDBOX_APP_PORT: String(settings.frontPort),
        SANDBOX_DATA: state.storeFolder,
        SHOPIFY_API_SECRET: state.secret,
      },
    });
  return screen.step("Sandbox store", start, () => "started");
}

function install(screen: Screen, app: string, secret: string): Promise<void> {
  const open = async () => {
    const idToken = signIdToken({ shop: DEMO_SHOP, apiKey: DEFAULT_OPTIONS.apiKey, secret, userId: "1" });
    const response = await fetch(`${app}/app?shop=${DEMO_SHOP}&embedded=1`, {
      headers: { Authorization: `Bearer ${idToken}`, "User-Agent": A_BROWSER },
    });
    if (!response.ok)
      throw new Error(`The app could not be installed in the shop: it answered ${response.status}.`);
  };
  return screen.step("App in the shop", open, () => "installed");
}
