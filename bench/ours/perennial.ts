import type { ServerBuild } from "@remix-run/node";
import { serve, type HttpServer } from "../../app/http.server.ts";
import { readEnv } from "../../app/env.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { startPerennial } from "../../app/perennial.server.ts";
import { installShop } from "../../app/use-cases/install-shop.ts";
import type { Services } from "../../app/use-cases/services.ts";
import type { Side } from "../protocol.ts";

/** The app as it is served, with a store outside that says nothing and takes whatever is written to it. */
export interface BenchPerennial {
  services: Services;
  serve(): Promise<HttpServer>;
  install(domain: string, programme?: object): Promise<ShopRow>;
  close(): Promise<void>;
}

export const PROGRAMME = {
  programme: "Bench",
  currency: "USD",
  timezone: "America/New_York",
  effectiveFrom: "2026-01-01T00:00:00Z",
  points: { pendingDays: 0 },
  earning: {
    exclude: { giftCards: true },
    rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }],
  },
  rewards: [{ id: "off", kind: "amount", cost: 10, value: "1.00" }],
};

/** The doors that are measured stand before the framework: no page is ever asked for. */
const NO_PAGES: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: {},
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {} as ServerBuild["future"],
  isSpaMode: false,
  mode: "production",
};

export async function openPerennial(side: Side): Promise<BenchPerennial> {
  const env = readEnv({
    PORT: "0",
    SHOPIFY_API_SECRET: side.secret,
    LOG_LEVEL: "error",
    DATA_DIR: side.folder,
    DATABASE_URL: side.url,
    // Receiving and working off are measured one by one.
    WORKER: "apart",
  });
  const perennial = await startPerennial(env);
  const services: Services = {
    ...perennial.services,
    platform: {
      ...perennial.services.platform,
      shopFacts: async (domain) => ({ name: domain, currency: "USD", timezone: "America/New_York" }),
      publishSummaries: async () => ({ gone: [], refused: [] }),
      publishProgramme: async () => undefined,
    },
  };
  let server: HttpServer | undefined;
  return {
    services,
    serve: async () => (server ??= await serve(perennial, NO_PAGES)),
    install: (domain, programme = PROGRAMME) => installShop(services, domain, programme),
    async close() {
      await server?.close();
      await perennial.stop();
    },
  };
}
