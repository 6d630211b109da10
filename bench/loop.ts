import type { Sample } from "./protocol.ts";

/** Answers how many units were done; 0 when nothing is left. */
export type Once = (client: number) => Promise<number>;

/** Lets some clients do the same again and again, each waiting for its own answer, until the time is over. */
export async function loop(once: Once, { clients, ms }: { clients: number; ms: number }): Promise<Sample> {
  const callMs: number[] = [];
  let units = 0;
  const began = performance.now();
  const client = async (number: number) => {
    for (let from = performance.now(); from - began < ms; from = performance.now()) {
      const done = await once(number);
      if (done === 0) return;
      units += done;
      callMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const wallMs = performance.now() - began;
  return { units, wallMs, callMs: callMs.sort((a, b) => a - b) };
}
