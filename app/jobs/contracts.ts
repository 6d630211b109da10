import { z } from "zod";

/** Every job that can be enqueued: its name and what it carries. A handler stands in worker.server.ts. */
export const JOBS = {
  /** Writes the stale summaries of a shop's members to the store. */
  "publish-summaries": z.object({ shopId: z.number().int() }),
  /** Writes what guests may see of a shop's programme to the store. */
  "publish-programme": z.object({ shopId: z.number().int() }),
  /** Has the store's checkout do what the programme's perks say. */
  "publish-perks": z.object({ shopId: z.number().int() }),
  /** Has the store make and disable what redemptions made necessary. */
  "make-benefits": z.object({ shopId: z.number().int() }),
  /** Has the store make the codes of rewards that were given to many. */
  "issue-codes": z.object({ shopId: z.number().int() }),
  /** Appends the members' heads to the shop's chain. */
  "seal-ledger": z.object({ shopId: z.number().int() }),
  /** Verifies a shop's ledger and signs the head of its chain. */
  "prove-ledger": z.object({ shopId: z.number().int() }),
  /** Reads a shop's ledger because somebody asked for it. */
  "check-ledger": z.object({ shopId: z.number().int() }),
  /** Forgets what a shop has kept for as long as it wants to. */
  "forget-old": z.object({ shopId: z.number().int() }),
  /** Brings the figures of the reports to what a shop's ledger says by now. */
  "follow-ledger": z.object({ shopId: z.number().int() }),
  /** Goes on with a shop's open reconciliation. */
  reconcile: z.object({ shopId: z.number().int() }),
  /** Goes on with a file of another loyalty app: looks at its rows, brings them in or takes them back. */
  "import-members": z.object({ shopId: z.number().int(), importId: z.string() }),
  /** Goes on with what is done to many members at once, or with taking it back. */
  "bulk-members": z.object({ shopId: z.number().int(), runId: z.string() }),
  /** Works out what somebody asked of a programme before it is saved. */
  study: z.object({ shopId: z.number().int(), studyId: z.string() }),
  /** Learns a shop's models anew from its own facts. */
  "train-models": z.object({ shopId: z.number().int() }),
  /** Works out anew what is recommended beside products and to members. */
  "make-picks": z.object({ shopId: z.number().int() }),
  /** Makes whoever passes by now the members of a shop's segments. */
  "follow-segments": z.object({ shopId: z.number().int() }),
  /** Has the store's customers carry the tags of the segments that they are in. */
  "sync-segments": z.object({ shopId: z.number().int() }),
  /** Goes on with a shop's experiments: reaches members, gives gifts, reads the day's figures. */
  "go-on-with-experiments": z.object({ shopId: z.number().int() }),
  /** Writes to the store what changed of what it shows beside products and to members. */
  "publish-picks": z.object({ shopId: z.number().int() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
