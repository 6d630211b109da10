import { listSavedVersions } from "../../db/programme-versions.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findStaffNames } from "../../db/staff-members.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { intervalsOf, stateAt, type Interval, type VersionState } from "./intervals.ts";

/** More than anybody turns over; the whole list is in the command line's `export --number`. */
const MOST_SHOWN = 200;

export interface VersionLine extends Interval {
  number: number;
  state: VersionState;
  /** Paused, archived or running, as its document says. */
  runs: ProgrammeVersion["programme"]["state"];
  name: string;
  savedAt: Instant;
  /** A staff member's id, or a word for what saved it. */
  savedBy: string;
  /** null for whoever is not known by name. */
  savedByName: string | null;
}

export interface VersionsView {
  now: Instant;
  versions: VersionLine[];
}

/** Every version, the newest first, with when it was, is or will be in force. */
export async function showVersions(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<VersionsView> {
  const now = clock();
  const [all, saved] = await Promise.all([
    listVersions(db.sql, shop.id),
    listSavedVersions(db.sql, shop.id, MOST_SHOWN),
  ]);
  const intervals = intervalsOf(all);
  const names = await findStaffNames(db.sql, shop.id, [...new Set(saved.map(({ savedBy }) => savedBy))]);
  return {
    now,
    versions: saved.flatMap(({ number, savedAt, savedBy }) => {
      const version = all.find((candidate) => candidate.number === number);
      const interval = intervals.get(number);
      if (version === undefined || interval === undefined) return [];
      const { name, state } = version.programme;
      return [
        {
          ...{ number, name, savedAt, savedBy, savedByName: names.get(savedBy) ?? null },
          ...interval,
          state: stateAt(interval, now),
          runs: state,
        },
      ];
    }),
  };
}
