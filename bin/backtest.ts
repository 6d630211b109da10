import { parseArgs } from "node:util";
import { parseInstant } from "../app/loyalty/time.ts";
import { backtestFile } from "./backtest/from-file.ts";
import { backtestStoredShop } from "./backtest/from-shop.ts";
import { plainly } from "./plainly.ts";

const USAGE = `usage: npm run -s backtest -- --programme P.yaml --orders ORDERS.ndjson [options]
       npm run -s backtest -- --shop DOMAIN [--programme P.yaml] [options]

What a programme would have cost and given on past orders, as JSON (docs/backtest.md says what each key means).
The first form reads a file of orders, one Shopify order payload a line, in any order. The second plays everything
again that the shop's database has of its past, without writing there: under the shop's own programme, which must end
at the ledger to the point (exit code 1 where it does not), and beside it under P.yaml.

  --against P.yaml       with --orders: compare members with what this programme gives them, not with nothing
  --products FILE        with --orders: JSON list of {"id", "tags", "collections", "productType"}, what orders do not tell
  --from-the-beginning   with --orders: as if the programme had always been in force, whatever its effectiveFrom
  --until INSTANT        with --orders: work off what falls due until then; else until the last order
  --details              also every member's figures and every order's points
`;

const options = {
  programme: { type: "string" },
  orders: { type: "string" },
  shop: { type: "string" },
  against: { type: "string" },
  products: { type: "string" },
  until: { type: "string" },
  "from-the-beginning": { type: "boolean", default: false },
  details: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const ONLY_WITH_ORDERS = ["against", "products", "until", "from-the-beginning"] as const;

class UsageError extends Error {
  override name = "UsageError";
}

async function main(): Promise<number> {
  const values = readOptions();
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { programme, orders, shop, details } = values;
  if (shop !== undefined && orders === undefined) {
    const misplaced = ONLY_WITH_ORDERS.find((name) => values[name] !== undefined && values[name] !== false);
    if (misplaced !== undefined) throw new UsageError(`--${misplaced} goes with --orders`);
    const report = await backtestStoredShop({ shop, programme, details });
    print(report);
    return report.ledger.equal ? 0 : 1;
  }
  if (shop !== undefined || programme === undefined || orders === undefined)
    throw new UsageError("give --programme with --orders, or --shop");
  const { against, products } = values;
  const until = values.until === undefined ? undefined : readInstant(values.until);
  const fromTheBeginning = values["from-the-beginning"];
  print(backtestFile({ programme, orders, against, products, until, fromTheBeginning, details }));
  return 0;
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readInstant(text: string): number {
  try {
    return parseInstant(text);
  } catch (error) {
    throw new UsageError(`--until: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function print(report: { warnings: string[] }): void {
  for (const warning of report.warnings) process.stderr.write(`note: ${warning}\n`);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${USAGE}`);
    return 2;
  }
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
