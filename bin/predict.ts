import { parseArgs } from "node:util";
import { daysOf } from "../app/insight/value/buyers.ts";
import { predict } from "../app/insight/predict.ts";
import { NEEDED } from "../app/insight/value/few-buyers.ts";
import { readDay } from "./insight/read-day.ts";
import { readPurchases } from "./insight/read-purchases.ts";
import { UsageError } from "./insight/bad-input.ts";
import { runCommand } from "./insight/run-command.ts";
import { decimal, writeTable } from "./insight/write-table.ts";

const USAGE = `usage: npm run -s predict -- --transactions IN.csv --as-of DATE --horizon-days N --out OUT.csv

What customers will do within N days after DATE, by what they did up to and with it (docs/models.md).
IN:  customer_id,timestamp,amount; one line a purchase. A return is an amount below 0; days are those of UTC.
     2026-01-31, 2026/1/31 or 20260131, with a time or not, or seconds since 1970 are timestamps.
OUT: customer_id,p_alive,expected_orders,expected_value,churn_risk,segment; one line for everybody who bought by DATE.
     churn_risk is the chance of no purchase within the N days.
`;

const options = {
  transactions: { type: "string" },
  "as-of": { type: "string" },
  "horizon-days": { type: "string" },
  out: { type: "string" },
} as const;

function main(words: string[]): void {
  const { values } = parseArgs({ args: words, options });
  const { transactions, out } = values;
  if (transactions === undefined || out === undefined) throw new UsageError("give --transactions and --out");
  const until = readDay(values["as-of"] ?? "");
  if (until === null) throw new UsageError("--as-of: write a date such as 2026-01-31");
  const horizon = Number(values["horizon-days"]);
  if (!Number.isSafeInteger(horizon) || horizon < 1 || horizon > 3_650)
    throw new UsageError("--horizon-days: write whole days from 1 to 3650");
  const asOf = Math.floor(until);
  const { names, purchases } = readPurchases(transactions, asOf);
  const all = daysOf(purchases, asOf).map((bought, place) => ({ bought, name: names[place] ?? "" }));
  const buyers = all.filter(({ bought }) => bought.day.length > 0);
  const days = buyers.map(({ bought }) => bought);
  const { of, purchases: chosen, leaving, few } = predict(days, { until: asOf, horizon });
  const heading = ["customer_id", "p_alive", "expected_orders", "expected_value", "churn_risk", "segment"];
  writeTable(
    out,
    heading,
    of.map(({ alive, orders, value, leaving: risk, segment }, place) => [
      buyers[place]?.name ?? "",
      ...[decimal(alive), decimal(orders), decimal(value, 2), decimal(risk)],
      segment,
    ]),
  );
  process.stderr.write(`${customers(days.length)}; purchases by ${chosen.model.name}\n`);
  if (days.length === 0)
    process.stderr.write(
      names.length === 0
        ? `note: not enough data: no row is of ${values["as-of"]} or before\n`
        : `note: not enough data: by ${values["as-of"]} there are returns, and no purchase\n`,
    );
  else if (few?.isTooFew === true)
    process.stderr.write(
      `note: not enough data: ${customers(few.buyers)}, ${few.boughtAgain} of whom bought again; at least ${NEEDED.buyers} and ${NEEDED.boughtAgain} are needed, so figures are drawn towards those of other shops\n`,
    );
  else if (few !== null)
    process.stderr.write(
      `note: few customers: figures are drawn towards those of other shops, by ${Math.round(100 * few.share)} %\n`,
    );
  else if (leaving === null)
    process.stderr.write(
      "note: too few left, or stayed, within a past horizon to learn from: churn_risk is that of the model of purchases\n",
    );
}

function customers(many: number): string {
  return `${many} ${many === 1 ? "customer" : "customers"}`;
}

runCommand(USAGE, main);
