import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "../../bin/build-if-stale.ts";
import type { Action } from "../../sandbox/commerce/actions.ts";
import type { Outcome } from "../../sandbox/commerce/perform.ts";
import { DEFAULT_OPTIONS } from "../../sandbox/options.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import { createEmbedded } from "../support/database.ts";
import { freePort } from "./free-port.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOMAIN = "perennial-demo.myshopify.com";
const PATIENCE_MS = 30_000;
/** A machine that is busy with other things takes its time to make a database. */
const START_MS = 90_000;

/** The store and the app as a person starts them, the app in a process of its own. */
export interface WholeLine {
  running: RunningSandbox;
  /** Address of the storefront; the admin and the control panel stand beneath it. */
  shopUrl: string;
  /** Address of a page of the app inside the admin. */
  admin(path?: string): string;
  /** Does something in the shop, as Shopify's own pages would. */
  perform(action: Action): Outcome;
  /** Calls the sandbox's control interface. */
  control(path: string, body: unknown): Promise<unknown>;
  /** Until the app has answered everything that was sent, and worked it off. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts both with an empty shop; the app is let in where the test does not do that itself. `programme` is a document in
 * YAML with which the shop begins instead of the simplest one.
 */
export async function startWholeLine({
  installed,
  programme,
}: {
  installed: boolean;
  programme?: string;
}): Promise<WholeLine> {
  await buildIfStale();
  const appPort = await freePort();
  const running = await startSandbox({
    port: 0,
    appPort: 0,
    appUrl: `http://127.0.0.1:${appPort}`,
    data: ":memory:",
    seedShop: false,
  });
  const { sandbox, urls } = running;
  sandbox.perform(DOMAIN, { do: "shop.create", domain: DOMAIN });
  if (installed) sandbox.perform(DOMAIN, { do: "app.install" });
  const database = await createEmbedded();
  const closeStore = async () => {
    await running.close();
    await database.drop();
  };
  const app = await startApp(running, { port: appPort, folder: database.settings.folder, programme }).catch(
    async (error: unknown) => {
      await closeStore();
      throw error;
    },
  );
  const shopUrl = urls.shopify.replace("127.0.0.1", "localhost");
  const control = (path: string, body: unknown) => post(`${urls.shopify}/sandbox/api${path}`, body);
  return {
    running,
    shopUrl,
    admin: (path = "") => `${shopUrl}/store/perennial-demo/apps/perennial${path}`,
    perform: (action) => sandbox.perform(DOMAIN, action),
    control,
    async settled() {
      await control("/idle", { timeoutSeconds: PATIENCE_MS / 1000 });
      // What was received is worked off within a blink; nothing outside the app tells when.
      await setTimeout(1_500);
    },
    async close() {
      app.kill("SIGTERM");
      if (app.exitCode === null) await once(app, "exit");
      await closeStore();
    },
  };
}

async function startApp(
  { sandbox, urls }: RunningSandbox,
  { port, folder, programme }: { port: number; folder: string; programme: string | undefined },
): Promise<ChildProcess> {
  const { DATABASE_URL: _database, NODE_OPTIONS: _options, ...inherited } = process.env;
  const file = join(dirname(folder), "programme.yaml");
  if (programme !== undefined) writeFileSync(file, programme);
  const app = spawn(process.execPath, ["--import", "./sandbox/lead-here.mjs", "bin/web.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      SANDBOX_URL: urls.shopify,
      SHOPIFY_APP_URL: urls.app,
      SHOPIFY_API_SECRET: DEFAULT_OPTIONS.apiSecret,
      SHOPIFY_API_KEY: sandbox.options.apiKey,
      ...(programme === undefined ? {} : { NEW_SHOP_PROGRAMME: file }),
    },
  });
  let said = "";
  for (const stream of [app.stdout, app.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (process.env.SHOW_APP_LOG !== undefined) process.stderr.write(chunk);
    });
  }
  const until = Date.now() + START_MS;
  while (Date.now() < until && app.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok === true) return app;
    await setTimeout(100);
  }
  app.kill("SIGKILL");
  throw new Error(`The app did not start:\n${said}`);
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as unknown;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}
