import type { Bench, Limit } from "./benches.ts";
import type { Measured, Rounds } from "./measure.ts";

/** With more of the machine in others' hands than this, a round's time on the clock says little. */
const MOST_FOREIGN = 0.2;
const FEWEST_QUIET = 3;

export interface Result {
  name: string;
  db: string;
  clients: number;
  n: number;
  wallS: number;
  opsPerS: number;
  perCpuS: number;
  p50: number;
  p95: number;
  p99: number;
  foreign: number;
  control: string;
  controlOpsPerS: number;
  controlPerCpuS: number;
  ratio: number | null;
  /** What the ratio compares: work by the clock, or by the processor's time where the machine was not quiet. */
  by: "clock" | "cpu";
  goal: number | null;
  verdict: Verdict;
  /** What it must keep by itself, in words; "-" for nothing. */
  limit: string;
  kept: Verdict;
}

type Verdict = "PASS" | "FAIL" | "-";

export function judge(bench: Bench, db: string, rounds: Rounds): Result {
  const shown = bench.ours === null ? rounds.control : rounds.ours;
  const both = [...rounds.ours, ...rounds.control];
  const quiet = (list: Measured[]) => list.filter(({ foreign }) => foreign <= MOST_FOREIGN);
  const isQuiet = [rounds.ours, rounds.control].every(
    (list) => list.length === 0 || quiet(list).length >= FEWEST_QUIET,
  );
  const counted = (list: Measured[]) => (isQuiet ? quiet(list) : list);
  const speed = (list: Measured[]) => median(counted(list).map(isQuiet ? opsPerS : perCpuS));
  const ratio = bench.ours === null ? null : speed(rounds.ours) / speed(rounds.control);
  const calls = shown.flatMap(({ callMs }) => callMs).sort((a, b) => a - b);
  const figures = {
    opsPerS: median(counted(shown).map(opsPerS)),
    perCpuS: median(counted(shown).map(perCpuS)),
    p50: quantile(calls, 0.5),
    p95: quantile(calls, 0.95),
    p99: quantile(calls, 0.99),
  };
  return {
    name: bench.ours === null ? `ceiling ${bench.name}` : `${bench.group} ${bench.name}`,
    db,
    clients: bench.clients,
    n: shown.reduce((sum, { units }) => sum + units, 0),
    wallS: shown.reduce((sum, { wallMs }) => sum + wallMs, 0) / 1000,
    ...figures,
    foreign: median(both.map(({ foreign }) => foreign)),
    control: bench.ours === null ? "-" : bench.control.name,
    controlOpsPerS: median(counted(rounds.control).map(opsPerS)),
    controlPerCpuS: median(counted(rounds.control).map(perCpuS)),
    ratio,
    by: isQuiet ? "clock" : "cpu",
    goal: bench.goal,
    verdict: ratio === null || bench.goal === null ? "-" : ratio >= bench.goal ? "PASS" : "FAIL",
    ...judgeLimit(bench.limit, figures),
  };
}

type Figures = Pick<Result, "opsPerS" | "perCpuS" | "p50" | "p95" | "p99">;

function judgeLimit(limit: Limit | undefined, figures: Figures): Pick<Result, "limit" | "kept"> {
  if (limit === undefined) return { limit: "-", kept: "-" };
  const verdict = (isKept: boolean): Verdict => (isKept ? "PASS" : "FAIL");
  if ("p50Ms" in limit) return { limit: `p50 ${limit.p50Ms} ms`, kept: verdict(figures.p50 <= limit.p50Ms) };
  if ("p95Ms" in limit) return { limit: `p95 ${limit.p95Ms} ms`, kept: verdict(figures.p95 <= limit.p95Ms) };
  if ("p99Ms" in limit) return { limit: `p99 ${limit.p99Ms} ms`, kept: verdict(figures.p99 <= limit.p99Ms) };
  if ("opsPerS" in limit)
    return { limit: `${limit.opsPerS}/s`, kept: verdict(figures.opsPerS >= limit.opsPerS) };
  return { limit: `${limit.perCpuS}/cpu_s`, kept: verdict(figures.perCpuS >= limit.perCpuS) };
}

function opsPerS({ units, wallMs }: Measured): number {
  return (units * 1000) / wallMs;
}

function perCpuS({ units, cpuMs }: Measured): number {
  return (units * 1000) / Math.max(cpuMs, 1);
}

export function median(values: number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** Of ascending values, the one below which this part of them lies. */
export function quantile(ascending: number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? 0;
}
