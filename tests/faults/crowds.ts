import type { CaseEvent } from "../model/case-format.ts";
import type { Crowd } from "../model/random-case.ts";
import { openOutside, type Outside } from "../support/outside.ts";
import type { TestPerennial } from "../support/perennial.ts";
import { verifyAll } from "../support/verify-all.ts";

export const byTime = (a: CaseEvent, b: CaseEvent) => Date.parse(a.at) - Date.parse(b.at);

let shops = 0;

/** Plays all groups at once, interleaved by time, and holds what comes of it against the model. */
export async function playCrowd(app: TestPerennial, crowd: Crowd, seed: number): Promise<Outside> {
  const { programmes, groups } = crowd;
  const outside = await openOutside(app, `crowd-${++shops}.myshopify.com`, programmes);
  for (const event of groups.flat().sort(byTime)) await outside.tell(event);
  await verifyAll(outside, { groups, hint: `FAULT_SEED=${seed}` });
  return outside;
}
