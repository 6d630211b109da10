import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { UsageError } from "./insight/bad-input.ts";
import { rows as buyers } from "./evaluate/buyers.ts";
import { rows as experiments } from "./evaluate/experiments.ts";
import { rows as fairness } from "./evaluate/fairness.ts";
import { rows as offers } from "./evaluate/offers.ts";
import { rows as recommend } from "./evaluate/recommend.ts";
import { rows as segments } from "./evaluate/segments.ts";
import { rows as sentiment } from "./evaluate/sentiment.ts";
import { rows as shop } from "./evaluate/shop.ts";
import { isReached, type Goal, type Measured, type Rows } from "./evaluate/measured.ts";

const USAGE = `usage: npm run -s evaluate [-- PART ...]

Measures every model on the data beside the project (../shared/data, or the folder PERENNIAL_DATA), on what was held back,
and prints a table. Without parts it measures all; a set that is not there is left out, and said so.
`;

/** To add a part is a file in evaluate/ and a line here. */
const PARTS: Readonly<Record<string, Rows>> = {
  ...{ buyers, shop, fairness, recommend, experiments, offers, segments, sentiment },
};

const HEADINGS = ["part", "measure", "base", "known best", "goal", "ours", "95 %", "", "protocol"];

async function main(words: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: words, allowPositionals: true, options: {} });
  const unknown = positionals.find((name) => !(name in PARTS));
  if (unknown !== undefined)
    throw new UsageError(`there is no part ${unknown}; there are ${Object.keys(PARTS).join(", ")}`);
  const data = process.env.PERENNIAL_DATA ?? "../shared/data";
  if (!existsSync(data)) throw new UsageError(`the data folder ${data} is not there`);
  print(HEADINGS);
  print(HEADINGS.map((heading) => "-".repeat(Math.max(3, heading.length))));
  for (const name of positionals.length === 0 ? Object.keys(PARTS) : positionals)
    for await (const row of PARTS[name]?.(data) ?? []) {
      if ("leftOut" in row) process.stdout.write(`left out: ${row.leftOut} is not there\n`);
      else print(cellsOf(row));
    }
}

function cellsOf(row: Measured): string[] {
  const reached = isReached(row);
  const mark = reached === null ? "" : reached ? "reached" : "below";
  return [
    ...[row.part, row.measure, figure(row.base), figure(row.known), goalText(row.goal), figure(row.ours)],
    ...[row.interval?.map((bound) => figure(bound, 3)).join(" to ") ?? "", mark, row.protocol],
  ];
}

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

/** So many digits, whatever the size. */
function figure(value: number | null, digits = 5): string {
  if (value === null) return "";
  return String(Number(value.toPrecision(digits)));
}

function goalText(goal: Goal | null): string {
  if (goal === null) return "";
  const { atLeast, atMost } = goal;
  if (atLeast !== undefined && atMost !== undefined) return `${figure(atLeast)} to ${figure(atMost)}`;
  return atLeast === undefined ? `≤ ${figure(atMost ?? null)}` : `≥ ${figure(atLeast)}`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && "code" in error);
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}` : `${String(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
