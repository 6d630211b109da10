import { z } from "zod";

const text = z.string().max(1_000);
const units = z.record(z.string(), z.number().int().min(0).max(1_000_000));

const line = z.object({
  title: text,
  /** As typed; read with the currency. */
  price: text,
  quantity: text,
  discount: text,
  tags: z.array(text).max(100),
  productType: text,
  vendor: text,
  collections: z.array(text).max(100),
  /** The store's number of it; "" for one that is made up. */
  productId: text,
  giftCard: z.boolean(),
});

/** What somebody has chosen or typed, as the page sends it. */
const simulatorInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("order"), order: text, refund: units }),
  z.object({
    kind: z.literal("built"),
    lines: z.array(line).min(1).max(50),
    /** A tier of the programme; "" for none. */
    tier: text,
    isFirst: z.boolean(),
    channel: z.enum(["web", "pos"]),
    /** A clock time of the shop, "2026-12-01T09:00"; "" for now. */
    at: text,
    refund: units,
  }),
]);

export type SimulatorInput = z.infer<typeof simulatorInput>;
export type BuiltOrder = Extract<SimulatorInput, { kind: "built" }>;
export type BuiltLine = BuiltOrder["lines"][number];

/** null for what no page of ours sends. */
export function readSimulatorInput(sent: unknown): SimulatorInput | null {
  try {
    return simulatorInput.safeParse(JSON.parse(typeof sent === "string" ? sent : "null")).data ?? null;
  } catch {
    return null;
  }
}
