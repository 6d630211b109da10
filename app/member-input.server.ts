import { z } from "zod";
import { isStorable } from "./db/json.ts";
import { besideInput, type Sent } from "./reward-input.server.ts";

/** As many as fit into a request of ours whatever script they are of. */
export const LONGEST_MESSAGE = 1_000;

const number = z.union([z.number().int(), z.string().regex(/^\d{1,2}$/)]).transform(Number);
/** A form sends a box that is ticked, and nothing of one that is not: so it sends "off" too, before the box. */
const choice = z
  .union([z.boolean(), z.enum(["on", "off", "true", "false", "1", "0"])])
  .transform((value) => value === true || value === "on" || value === "true" || value === "1");

const birthday = z.strictObject({ month: number, day: number, ...besideInput });
const preferences = z
  .strictObject({ messages: choice.optional(), recommendations: choice.optional(), ...besideInput })
  .refine(({ messages, recommendations }) => messages !== undefined || recommendations !== undefined);
const refusing = z.strictObject({ pick: z.string().max(80).refine(isStorable), ...besideInput });
const order = z
  .string()
  .regex(/^(?:gid:\/\/shopify\/Order\/)?[1-9]\d{0,17}$/)
  .transform((id) => id.slice(id.lastIndexOf("/") + 1));
const writing = z.strictObject({
  text: z.string().max(LONGEST_MESSAGE),
  /** Made with the form: what is sent twice arrives once. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  order: z
    .union([order, z.literal("").transform(() => null)])
    .nullish()
    .transform((id) => id ?? null),
  ...besideInput,
});
const nothingElse = z.strictObject(besideInput);

/** Two numbers, of which nobody has said yet that there is such a day. */
export function readBirthday(fields: Sent["fields"]): { month: number; day: number } | null {
  return birthday.safeParse(fields).data ?? null;
}

/** What is not said stays as it is. */
export function readPreferences(
  fields: Sent["fields"],
): { messages?: boolean | undefined; recommendations?: boolean | undefined } | null {
  return preferences.safeParse(fields).data ?? null;
}

export function readRefusal(fields: Sent["fields"]): { pick: string } | null {
  return refusing.safeParse(fields).data ?? null;
}

export function readFeedback(
  fields: Sent["fields"],
): { text: string; key: string; orderId: string | null } | null {
  const read = writing.safeParse(fields).data;
  return read === undefined ? null : { text: read.text, key: read.key, orderId: read.order };
}

/** Whether nothing was sent that means nothing. */
export function saysNothingElse(fields: Sent["fields"]): boolean {
  return nothingElse.safeParse(fields).success;
}
