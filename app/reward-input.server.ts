import { z } from "zod";
import { isStorable } from "./db/json.ts";

const LARGEST_BODY = 10_000;

const units = z
  .union([z.number().int(), z.string().regex(/^\d{1,12}$/)])
  .transform(String)
  .refine((text) => /^[1-9]\d{0,11}$/.test(text))
  .transform(BigInt);
const optional = <T extends z.ZodType>(schema: T) =>
  z
    .union([schema, z.literal("").transform(() => null)])
    .nullish()
    .transform((value) => value ?? null);

/** Forms carry what the page needs beside it; who is asking is never among it. */
export const besideInput = {
  token: optional(z.string().max(100)),
  return_to: optional(z.string().max(500)),
  /** Whom staff act for, at the till. */
  customer: optional(z.string().max(60)),
};

/** Of something in the shop; what the database has no room for is the id of nothing. */
const id = z.string().min(1).max(64).refine(isStorable);
const redeeming = z.strictObject({
  reward: id,
  key: z.string().regex(/^[\w-]{8,64}$/),
  units: optional(units),
  ...besideInput,
});
const cancelling = z.strictObject({ redemption: id, ...besideInput });

export type RedeemInput = z.infer<typeof redeeming>;
export type CancelInput = z.infer<typeof cancelling>;

export interface Sent {
  /** A form expects to be led on to another page. */
  isForm: boolean;
  fields: Record<string, unknown>;
}

/** What was sent, as a form or as JSON; null for anything else, or for more than any request of ours holds. */
export async function readSent(request: Request): Promise<Sent | null> {
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  const isForm = type?.trim() === "application/x-www-form-urlencoded";
  if (!isForm && type?.trim() !== "application/json") return null;
  const text = await readText(request);
  if (text === null) return null;
  if (isForm) return { isForm, fields: Object.fromEntries(new URLSearchParams(text)) };
  try {
    const fields: unknown = JSON.parse(text);
    const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
    return isObject ? { isForm, fields: { ...fields } } : null;
  } catch {
    return null;
  }
}

export function readRedeem(fields: Sent["fields"]): RedeemInput | null {
  return redeeming.safeParse(fields).data ?? null;
}

export function readCancel(fields: Sent["fields"]): CancelInput | null {
  return cancelling.safeParse(fields).data ?? null;
}

async function readText(request: Request): Promise<string | null> {
  if (request.body === null) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > LARGEST_BODY) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
