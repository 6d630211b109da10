import { parseArgs } from "node:util";
import { backtestFile } from "./backtest/from-file.ts";
import { plainly } from "./plainly.ts";

const USAGE = `usage: npm run -s backtest -- --programme P.yaml --orders ORDERS.ndjson [options]
`;

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      programme: { type: "string" },
      orders: { type: "string" },
      details: { type: "boolean", default: false },
    },
  });
  if (values.programme === undefined || values.orders === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const report = backtestFile({
    programme: values.programme,
    orders: values.orders,
    details: values.details,
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}
