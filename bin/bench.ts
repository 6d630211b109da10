import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { BENCHES } from "../bench/benches.ts";
import { judge, type Result } from "../bench/judge.ts";
import { measure } from "../bench/measure.ts";
import { readOptions, USAGE, type Options } from "../bench/options.ts";
import type { DatabaseKind } from "../bench/protocol.ts";
import { openStand } from "../bench/stand.ts";
import { tableOf } from "../bench/table.ts";
import { runWidget, widgetTable, type WidgetResult } from "../bench/widget/run.ts";
import { findPrograms, startScratchServer, type PostgresServer } from "./test/postgres.ts";

/** `bench [ceiling|ledger|redeem|past|verify|analytics|recommend|drain|intake|proxy|widget]…`: ours beside its control, in one table. */
async function main(words: string[]): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const results: Result[] = [];
  const facts: string[] = [];
  try {
    if (options.groups.length > 0) await benchAll(options, { results, facts });
  } finally {
    if (options.groups.length > 0) report(results, [...machineFacts(options), ...facts]);
  }
  const widget = options.widget ? await runWidget(options.scale) : [];
  if (options.widget) reportWidget(widget, machineFacts(options));
  return [...results, ...widget].some(({ verdict }) => verdict === "FAIL") ? 1 : 0;
}

async function benchAll(
  options: Options,
  { results, facts }: { results: Result[]; facts: string[] },
): Promise<void> {
  for (const kind of options.databases) {
    const server = kind === "pg" ? await startPostgres() : null;
    if (kind === "pg" && server === null) {
      process.stdout.write(
        "pg: left out, there is no PostgreSQL here (BENCH_PG_BIN names the folder of its programs)\n",
      );
      continue;
    }
    try {
      facts.push(await benchOn(kind, server, { options, results }));
    } finally {
      await server?.stop();
    }
  }
}

/** As durable as a live one: what it acknowledges is on the disk. */
async function startPostgres(): Promise<PostgresServer | null> {
  const programs = findPrograms(process.env.BENCH_PG_BIN);
  return programs === null ? null : startScratchServer(programs, { fsync: true });
}

async function benchOn(
  kind: DatabaseKind,
  server: PostgresServer | null,
  { options, results }: { options: Options; results: Result[] },
): Promise<string> {
  const stand = await openStand(kind, server, options);
  try {
    const { version, fsync } = await stand.ours("facts", null);
    const { rounds, ms, backlog, transactions } = options.scale;
    for (const bench of BENCHES.filter(({ group }) => options.groups.includes(group))) {
      process.stderr.write(`${kind} ${bench.group} ${bench.name} …\n`);
      const terms = {
        ...{ clients: bench.clients, ms, units: backlog, rounds },
        transactions: bench.transactions ?? transactions,
      };
      results.push(judge(bench, kind, await measure(stand, bench, terms)));
      await requireWholeBooks(stand, `${bench.group} ${bench.name}`);
    }
    return `${kind}: PostgreSQL ${version}, fsync ${fsync}`;
  } finally {
    await stand.close();
  }
}

/** A fast wrong ledger is no ledger. */
async function requireWholeBooks(stand: Awaited<ReturnType<typeof openStand>>, after: string): Promise<void> {
  for (const side of ["ours", "control"] as const) {
    const fault = await stand[side]("verify", null);
    if (fault !== null) throw new Error(`after ${after} the books of ${side} are wrong: ${fault}`);
  }
}

function machineFacts({ seed, scale }: Options): string[] {
  const [processor] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return [
    `machine: ${cpus().length} x ${processor?.model.trim() ?? "unknown"}, ${memory} GiB, ${process.platform} ${release()}`,
    `node ${process.version}, commit ${commit()}, seed ${seed}, scale ${scale.name}`,
  ];
}

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "unknown";
  }
}

function report(results: Result[], facts: string[]): void {
  process.stdout.write(`${tableOf(results)}\n${facts.join("\n")}\n`);
  mkdirSync(".data", { recursive: true });
  writeFileSync(".data/bench.json", `${JSON.stringify({ facts, results }, null, 2)}\n`);
  process.stdout.write("The same as JSON: .data/bench.json\n");
}

function reportWidget(results: WidgetResult[], facts: string[]): void {
  process.stdout.write(`${widgetTable(results)}\n${facts.join("\n")}\n`);
  mkdirSync(".data", { recursive: true });
  writeFileSync(".data/bench-widget.json", `${JSON.stringify({ facts, results }, null, 2)}\n`);
  process.stdout.write("The same as JSON: .data/bench-widget.json\n");
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
