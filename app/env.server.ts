import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

const root = process.cwd();

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  SHOPIFY_APP_URL: z.url().optional(),
  SHOPIFY_API_KEY: z.string().optional(),
  SHOPIFY_API_SECRET: z.string().min(1),
  DATABASE_URL: z.string().optional(),
  /** Folder of the embedded database. */
  DATA_DIR: z.string().default(join(root, ".data/app")),
  /** "embedded": this process also works off what was received; "apart": `npm run worker` does. */
  WORKER: z.enum(["embedded", "apart"]).optional(),
  /** What the key that signs heads of ledgers is made of; without it the app's own secret. */
  PROOF_SECRET: z.string().min(16).optional(),
  /** A programme document that every new shop starts with, instead of one point for each unit of currency. */
  NEW_SHOP_PROGRAMME: z.string().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

const appConfig = z.object({
  client_id: z.string(),
  application_url: z.string(),
  access_scopes: z.object({ scopes: z.string() }),
});

export interface Env {
  production: boolean;
  port: number;
  host: string;
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  scopes: string[];
  databaseUrl: string | undefined;
  dataFolder: string;
  embeddedWorker: boolean;
  newShopProgramme: string | undefined;
  proofSecret: string;
  logLevel: string;
}

/** Where the data is, for commands that need nothing else. */
export function readStoreSettings(variables: Record<string, string | undefined> = process.env) {
  const { DATABASE_URL, DATA_DIR } = schema.pick({ DATABASE_URL: true, DATA_DIR: true }).parse(variables);
  return { url: DATABASE_URL, folder: DATA_DIR };
}

/** The environment, read and checked once; what shopify.app.toml says is taken from there. */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${faults.join("; ")}. See docs/deploying.md.`);
  }
  const values = parsed.data;
  const config = appConfig.parse(parse(readFileSync(join(root, "shopify.app.toml"), "utf8")));
  return {
    production: values.NODE_ENV === "production",
    port: values.PORT,
    host: values.HOST,
    appUrl: values.SHOPIFY_APP_URL ?? config.application_url,
    apiKey: values.SHOPIFY_API_KEY ?? config.client_id,
    apiSecret: values.SHOPIFY_API_SECRET,
    scopes: config.access_scopes.scopes.split(","),
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.DATA_DIR,
    embeddedWorker:
      (values.WORKER ?? (values.DATABASE_URL === undefined ? "embedded" : "apart")) === "embedded",
    newShopProgramme: values.NEW_SHOP_PROGRAMME,
    proofSecret: values.PROOF_SECRET ?? values.SHOPIFY_API_SECRET,
    logLevel: values.LOG_LEVEL,
  };
}
