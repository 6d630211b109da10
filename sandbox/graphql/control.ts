import { z } from "zod";
import { readJson, Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { STANDARD_LIMITS, type Limits } from "./engine/throttle.ts";
import { faultSchema, setFaults, waitingFaults, type Fault } from "./faults.ts";

/** What the control interface hands over. */
type Call = { request: Request; sandbox: Sandbox };

const LIMITS = "graphqlLimits";
const limitsSchema = z.strictObject({ maximumAvailable: z.number().min(0), restoreRate: z.number().min(0) });

/** The size and the rate of every bucket. */
export function limitsOf({ store }: Sandbox): Limits {
  return store.setting(LIMITS, STANDARD_LIMITS);
}

export function readLimits({ sandbox }: Call): Limits {
  return limitsOf(sandbox);
}

export async function changeLimits({ request, sandbox }: Call): Promise<Limits> {
  sandbox.store.setSetting(LIMITS, read(limitsSchema, await readJson(request)));
  return limitsOf(sandbox);
}

/** Back to those of the standard plan. */
export function endLimits({ sandbox }: Call): Limits {
  sandbox.store.setSetting(LIMITS, STANDARD_LIMITS);
  return STANDARD_LIMITS;
}

/** Those that still wait for a request. */
export function readFaults({ sandbox }: Call): Fault[] {
  return waitingFaults(sandbox);
}

/** A list of faults, in the order in which requests shall meet them. */
export async function changeFaults({ request, sandbox }: Call): Promise<Fault[]> {
  setFaults(sandbox, read(z.array(faultSchema), await readJson(request)));
  return waitingFaults(sandbox);
}

export function endFaults({ sandbox }: Call): Fault[] {
  setFaults(sandbox, []);
  return [];
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error), 422);
  return parsed.data;
}
