import { parseArgs } from "node:util";
import { findShop } from "../app/db/shops.ts";
import { readEnv } from "../app/env.server.ts";
import { parseInstantOrNull, type Instant } from "../app/loyalty/time.ts";
import { startPerennial } from "../app/perennial.server.ts";
import { previewPastOrders } from "../app/use-cases/past-orders/preview-past-orders.ts";
import { takeInPastOrders } from "../app/use-cases/past-orders/take-in-past-orders.ts";
import { plainly } from "./plainly.ts";

const USAGE = `usage: npm run -s past-orders -- --shop DOMAIN --since 2026-01-01T00:00:00Z [--take-in]\n`;

/** Shows as JSON what a store's past orders would bring, and takes them in where asked to. */
async function main(): Promise<number> {
  const wish = readWish();
  if (wish === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { since } = wish;
  const env = readEnv({ LOG_LEVEL: "error", ...process.env });
  const { services, stop } = await startPerennial({ ...env, embeddedWorker: false });
  try {
    const shop = await findShop(services.db.sql, wish.shop);
    if (shop === null) throw new Error(`no shop ${wish.shop} is known here`);
    const tell = (orders: number) => void process.stderr.write(`${orders} orders\n`);
    const result = wish.takeIn
      ? await takeInPastOrders(services, shop, { since, tell })
      : await previewPastOrders(services, shop, { since, tell });
    if (result === null) throw new Error(`${wish.shop} has no programme yet`);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return 0;
  } finally {
    await stop();
  }
}

function readWish(): { shop: string; since: Instant; takeIn: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        shop: { type: "string" },
        since: { type: "string" },
        "take-in": { type: "boolean", default: false },
      },
    });
    const since = parseInstantOrNull(values.since ?? null);
    return values.shop === undefined || since === null
      ? null
      : { shop: values.shop, since, takeIn: values["take-in"] };
  } catch {
    return null;
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
