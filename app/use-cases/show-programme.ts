import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import { versionAt } from "../loyalty/versions.ts";
import { listDrafts, type DraftLine } from "./drafts/list-drafts.ts";
import {
  findProgrammeState,
  scheduledAfter,
  type ProgrammeStateView,
} from "./programme-state/programme-state.ts";
import type { Services } from "./services.ts";
import { staffNames } from "./staff/staff-names.ts";

export interface ProgrammeView {
  now: Instant;
  /** The version that orders are evaluated under now; null before the first one starts. */
  inForce: ShownVersion | null;
  /** Versions that take over later, the first of them first. */
  scheduled: { number: number; effectiveFrom: Instant }[];
  /** null before the first version is in force. */
  state: ProgrammeStateView | null;
  drafts: DraftLine[];
  /** Of the staff who saved drafts, by their numbers. */
  names: Record<string, string>;
}

export interface ShownVersion {
  number: number;
  effectiveFrom: Instant;
  /** The whole document. */
  document: unknown;
}

/** What the programme says now, what it will say, and what is being written. */
export async function showProgramme(services: Services, shop: ShopRow): Promise<ProgrammeView> {
  const { db, clock } = services;
  const now = clock();
  const versions = await listVersions(db.sql, shop.id);
  const current = versionAt(versions, now);
  const drafts = await listDrafts(services, shop);
  return {
    now,
    inForce:
      current === null
        ? null
        : {
            number: current.number,
            effectiveFrom: current.effectiveFrom,
            document: current.programme.document,
          },
    scheduled: scheduledAfter(versions, now).map(({ number, effectiveFrom }) => ({ number, effectiveFrom })),
    state: await findProgrammeState(services, shop),
    drafts,
    names: await staffNames(
      services,
      shop,
      drafts.map(({ savedBy }) => savedBy),
    ),
  };
}
