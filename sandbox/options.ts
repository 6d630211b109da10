import { fileURLToPath } from "node:url";

/** Everything the sandbox is told from outside. */
export type SandboxOptions = {
  /** Where all of Shopify listens; 0 takes a free port. */
  port: number;
  /** Where the proxy in front of the app listens; null: no such proxy. */
  appPort: number | null;
  /** Where the app itself listens: webhooks and the app proxy go there. */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Folder of the state, or ":memory:". */
  data: string;
  /** The app's shopify.app.toml. */
  manifest: string;
  /** Folder of the app's extensions. */
  extensions: string;
  /**
   * How many times faster than Shopify's the retries (4 hours) and the 48 hours before shop/redact run; 1 = real time.
   * At 120 an app may be away for 2 minutes before a delivery is given up.
   */
  timeScale: number;
  /** Deliveries under way at once. */
  concurrency: number;
  /** Milliseconds until an unanswered delivery counts as failed. */
  deliveryTimeout: number;
  /** The demo's shop is made and the app installed where the state is empty. */
  seedShop: boolean;
  now: () => Date;
  /** From 0 to 1, for the disturbances. */
  random: () => number;
};

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 4000,
  appPort: 4001,
  appUrl: "http://127.0.0.1:3000",
  apiKey: "7065726e6e69616c2d73616e64626f78",
  apiSecret: "shpss_sandbox_secret",
  data: ".data/sandbox",
  manifest: fileURLToPath(new URL("../shopify.app.toml", import.meta.url)),
  extensions: fileURLToPath(new URL("../extensions", import.meta.url)),
  timeScale: 120,
  concurrency: 8,
  deliveryTimeout: 5_000,
  seedShop: true,
  now: () => new Date(),
  random: Math.random,
};

export function optionsFromEnvironment(env: NodeJS.ProcessEnv): Partial<SandboxOptions> {
  const options: Partial<SandboxOptions> = {};
  if (env.SANDBOX_PORT) options.port = port("SANDBOX_PORT", env.SANDBOX_PORT);
  if (env.SANDBOX_APP_PORT) options.appPort = port("SANDBOX_APP_PORT", env.SANDBOX_APP_PORT);
  if (env.APP_URL) options.appUrl = env.APP_URL;
  if (env.SHOPIFY_API_KEY) options.apiKey = env.SHOPIFY_API_KEY;
  if (env.SHOPIFY_API_SECRET) options.apiSecret = env.SHOPIFY_API_SECRET;
  if (env.SANDBOX_DATA) options.data = env.SANDBOX_DATA;
  return options;
}

function port(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`${name} is not a port number: ${value}`);
  return number;
}
