import { z } from "zod";
import { readJson } from "../http/answer.ts";
import {
  changeDisturbances,
  disturbancesSchema,
  readDisturbances,
  stopDisturbances,
} from "../webhooks/disturbances.ts";
import { parseWith } from "./action-schema.ts";
import { type Call, shopOfCall } from "./handle.ts";

/** How the webhook line runs: its settings, and what disturbs it. */
export function readLine({ sandbox }: Call): unknown {
  return { ...sandbox.webhooks.settings(), disturbances: readDisturbances(sandbox.store) };
}

const lineSchema = z.strictObject({
  concurrency: z.number().int().min(1).max(256).optional(),
  paused: z.boolean().optional(),
  timeScale: z.number().positive().optional(),
  /** Null ends all of them. */
  disturbances: disturbancesSchema.nullable().optional(),
});

export async function changeLine(call: Call): Promise<unknown> {
  const { store, webhooks } = call.sandbox;
  const { disturbances, ...settings } = parseWith(lineSchema, await readJson(call.request));
  if (disturbances === null) stopDisturbances(store);
  else if (disturbances) changeDisturbances(store, disturbances);
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) webhooks.changeSettings(given);
  return readLine(call);
}

const idleSchema = z.strictObject({ timeoutSeconds: z.number().min(0).max(600).default(30) });

/** Answers when everything is delivered or given up. */
export async function idle({ request, sandbox }: Call): Promise<unknown> {
  const { timeoutSeconds } = parseWith(idleSchema, await readJson(request));
  return sandbox.webhooks.whenIdle(timeoutSeconds * 1000);
}

const rawSchema = z.strictObject({
  topic: z.string().min(1),
  /** A string is sent as it stands, so that a malformed body can be tried. */
  payload: z.unknown(),
});

/** Any payload under any subscribed topic, signed and delivered like the shop's own. */
export async function sendRaw(call: Call): Promise<unknown> {
  const { topic, payload } = parseWith(rawSchema, await readJson(call.request));
  call.sandbox.emit(shopOfCall(call), { topics: [topic], payload, at: call.sandbox.now() });
  return { queued: topic };
}
