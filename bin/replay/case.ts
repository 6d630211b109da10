import { z } from "zod";

/** A case as commands.md fixes it; `payload` is Shopify's and passes through untouched. */

const at = z.string();
const customer = z.number().int();

const webhookEvent = z.object({ at, webhook: z.string(), id: z.string(), payload: z.unknown() });
const commandEvent = z.discriminatedUnion("do", [
  z.object({ at, do: z.literal("clock") }),
  z.object({ at, do: z.literal("redeem"), customer, reward: z.string(), as: z.string() }),
  z.object({ at, do: z.literal("release"), redemption: z.string() }),
  z.object({ at, do: z.literal("activity"), customer, activity: z.string(), key: z.string() }),
  z.object({
    at,
    do: z.literal("adjust"),
    customer,
    points: z.union([z.number().int(), z.string().regex(/^-?\d+$/)]),
    reason: z.string().default(""),
    key: z.string(),
  }),
  z.object({ at, do: z.literal("notice"), customer }),
]);

const product = z.object({
  id: z.number().int(),
  tags: z.array(z.string()).default([]),
  collections: z.array(z.string()).default([]),
  productType: z.string().nullable().default(null),
});

export const caseSchema = z
  .object({
    about: z.string().optional(),
    shop: z.string(),
    programme: z.unknown().optional(),
    programmes: z.array(z.unknown()).optional(),
    products: z.array(product).default([]),
    events: z.array(z.union([webhookEvent, commandEvent])),
    expect: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((played) => (played.programme === undefined) !== (played.programmes === undefined), {
    message: "give either programme or programmes",
  });

export type Case = z.infer<typeof caseSchema>;
export type CaseEvent = Case["events"][number];

/** What replay prints. Numbers above 2^53 − 1 are decimal strings. */
export interface CaseResult {
  customers: Record<string, Record<string, number | string | null>>;
  orders: Record<string, number | string>;
  redemptions: Record<string, string>;
  ledger: { transactions: number; sum: number | string; chain: string };
}
