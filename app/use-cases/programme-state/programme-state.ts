import { countCodesOut } from "../../db/codes-out.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { pausesBy } from "../../loyalty/pauses.ts";
import type { ProgrammeState } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

/** Whether the programme runs, for whoever may pause, resume or archive it. */
export interface ProgrammeStateView {
  now: Instant;
  state: ProgrammeState;
  /** Since when it has stood still; null while it runs. */
  since: Instant | null;
  /** The newest version: what a change is based on. */
  newest: number;
  /** When the next version that is to come starts; null where none is. */
  nextStart: Instant | null;
  /** Codes and benefits that are out: they stay as they are. */
  codesOut: number;
}

/** null before the first version is in force. */
export async function findProgrammeState(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<ProgrammeStateView | null> {
  const now = clock();
  const versions = await listVersions(db.sql, shop.id);
  const current = versionAt(versions, now);
  if (current === null) return null;
  const last = pausesBy(versions, now).at(-1) ?? null;
  return {
    now,
    state: current.programme.state,
    since: last?.to === null ? last.from : null,
    newest: versions.at(-1)?.number ?? 0,
    nextStart: scheduledAfter(versions, now)[0]?.effectiveFrom ?? null,
    codesOut: Number(await countCodesOut(db.sql, shop.id)),
  };
}

/** Versions that come into force later, in that order: of several for one instant the one that does. */
export function scheduledAfter(versions: readonly ProgrammeVersion[], now: Instant): ProgrammeVersion[] {
  return versions
    .filter(
      (version) => version.effectiveFrom > now && versionAt(versions, version.effectiveFrom) === version,
    )
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom);
}
