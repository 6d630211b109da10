import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";

/** The unit in which Linux counts processor time. */
const TICK_MS = 10;
const onLinux = process.platform === "linux";

/** What all processors did since the machine started, in milliseconds; 0 where that cannot be read. */
export function machineCpuMs(): number {
  if (!onLinux) return 0;
  const [, user, nice, system, , , irq, softirq, steal] = (
    readFileSync("/proc/stat", "utf8").split("\n")[0] ?? ""
  )
    .split(/\s+/)
    .map(Number);
  return (
    [user, nice, system, irq, softirq, steal].reduce<number>((sum, ticks) => sum + (ticks ?? 0), 0) * TICK_MS
  );
}

/** Of a server and the processes it started, those that have ended included; 0 where that cannot be read. */
export function serverCpuMs(pid: number | null): number {
  if (!onLinux || pid === null) return 0;
  let ticks = 0;
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = statOf(entry);
    if (stat === null) continue;
    if (Number(entry) === pid) ticks += stat.own + stat.ended;
    else if (stat.parent === pid) ticks += stat.own;
  }
  return ticks * TICK_MS;
}

function statOf(pid: string): { parent: number; own: number; ended: number } | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null; // It ended meanwhile.
  }
  // The name stands in brackets and may hold anything; what follows is numbers.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const at = (place: number) => Number(fields[place]);
  return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
}

export const CORES = cpus().length;
