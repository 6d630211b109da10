import { join } from "node:path";
import { listen, type Listener } from "./http/listen.ts";
import { route } from "./http/routes.ts";
import { DEFAULT_OPTIONS, type SandboxOptions } from "./options.ts";
import { Sandbox } from "./sandbox.ts";
import { seedShop } from "./seed-shop.ts";
import { Store } from "./state/store.ts";

export type RunningSandbox = {
  sandbox: Sandbox;
  store: Store;
  /** `shopify`: where all of Shopify answers; `app`: the proxy in front of the app (the app itself without one). */
  urls: { shopify: string; app: string };
  close(): Promise<void>;
};

/** Starts the sandbox in this process, for the command and for tests (ports may be 0). */
export async function startSandbox(given: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const options = { ...DEFAULT_OPTIONS, ...given };
  const store = new Store(options.data === ":memory:" ? ":memory:" : join(options.data, "sandbox.sqlite"));
  const sandbox = new Sandbox(store, options);
  const listeners: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
    await sandbox.webhooks.stop();
    store.close();
  };
  try {
    listeners.push(await listen((request) => route(request, sandbox), options.port, "SANDBOX_PORT"));
    sandbox.urls.shopify = listeners[0]?.url ?? "";
    if (options.appPort !== null) {
      const { startAppFront } = await import("./app-front/start.ts");
      const front = await startAppFront(sandbox, options.appPort);
      listeners.push(front);
      sandbox.urls.app = front.url;
    }
    if (options.seedShop) seedShop(sandbox);
    sandbox.webhooks.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { sandbox, store, urls: sandbox.urls, close };
}
