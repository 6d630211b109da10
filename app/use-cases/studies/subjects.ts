import { z } from "zod";

/** What a study was asked of: read back from the database, where it stands as JSON. */
export const planSubject = z.object({ document: z.unknown(), hash: z.string() });

export const effectSubject = z.object({
  /** Programmes to be tried on the same past, by a name. */
  documents: z.record(z.string(), z.unknown()),
  /** How many months of it. */
  months: z.number().int(),
});

export type EffectSubject = z.infer<typeof effectSubject>;

export const pastSubject = z.object({
  /** Orders processed since then. */
  since: z.number().int(),
  /** When they were first asked to be credited, however often that was gone on with. */
  begunAt: z.number().int().optional(),
});
