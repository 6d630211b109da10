import type { Ask } from "./child.ts";
import { CORES, machineCpuMs, serverCpuMs } from "./processor.ts";
import type { Bench, Task } from "./benches.ts";
import type { LoadRequests, Requests, Sample, Terms } from "./protocol.ts";

export interface Stand {
  ours: Ask<Requests>;
  control: Ask<Requests>;
  load: Ask<LoadRequests>;
  /** The process of the database server, where it has one. */
  serverPid: number | null;
  seed: number;
  members: number;
  secret: string;
}

export interface Measured extends Sample {
  /** Of the side and its database together. */
  cpuMs: number;
  /** How much of the machine others had, 0 to 1. */
  foreign: number;
}

export interface Rounds {
  ours: Measured[];
  control: Measured[];
}

const WARM_UP_MS = 400;

/** Ours and its control by turns, so that what disturbs the machine disturbs both. */
export async function measure(
  stand: Stand,
  bench: Bench,
  terms: Terms & { rounds: number },
): Promise<Rounds> {
  const rounds: Rounds = { ours: [], control: [] };
  const warmUp = { ...terms, ms: WARM_UP_MS, units: Math.min(terms.units, 400) };
  for (let round = -1; round < terms.rounds; round++) {
    const now = round < 0 ? warmUp : terms;
    const ours = bench.ours === null ? null : await measureOnce(stand, "ours", bench.ours, now);
    const control = await measureOnce(stand, bench.control.ofOurs ? "ours" : "control", bench.control, now);
    if (round < 0) continue;
    if (ours !== null) rounds.ours.push(ours);
    rounds.control.push(control);
  }
  return rounds;
}

async function measureOnce(
  stand: Stand,
  which: "ours" | "control",
  task: Task,
  terms: Terms,
): Promise<Measured> {
  const side = stand[which];
  const run = await runnerOf(stand, side, task, terms);
  const before = await reading(stand, side);
  const sample = await run();
  const after = await reading(stand, side);
  const cpuMs = after.side - before.side;
  const foreignMs = after.machine - before.machine - cpuMs - (after.load - before.load);
  return { ...sample, cpuMs, foreign: Math.max(0, foreignMs / (sample.wallMs * CORES)) };
}

/** Gets everything ready; what is left is what is measured. */
async function runnerOf(
  stand: Stand,
  side: Ask<Requests>,
  task: Task,
  terms: Terms,
): Promise<() => Promise<Sample>> {
  if ("door" in task) {
    if (task.laid !== undefined) await side("prepare", { work: task.laid, terms });
    const port = await side("listen", null);
    const { seed, members, secret } = stand;
    return () => stand.load("load", { door: task.door, port, terms, seed, members, secret });
  }
  const { work } = task;
  if ("laid" in task) await side("prepare", { work, terms });
  if (!("ready" in task)) return () => side("run", { work, terms });
  await side("prepare", { work, terms });
  return () => side("run", { work, terms: { ...terms, ms: Number.MAX_SAFE_INTEGER } });
}

async function reading(stand: Stand, side: Ask<Requests>) {
  const [own, load] = await Promise.all([side("cpu", null), stand.load("cpu", null)]);
  return { side: own + serverCpuMs(stand.serverPid), load, machine: machineCpuMs() };
}
