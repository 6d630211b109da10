import { listSavedVersions, type SavedVersion } from "../db/programme-versions.ts";
import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import { versionAt } from "../loyalty/versions.ts";
import { exampleOf, type Example } from "./change-programme.ts";
import { editOf, type ProgrammeEdit } from "./programme-edit.ts";
import { programmeYaml } from "./programme/programme-yaml.ts";
import { glanceAt, type ProgrammeGlance } from "./programme-glance.ts";
import type { Services } from "./services.ts";

const VERSIONS_SHOWN = 20;

export interface ProgrammeView {
  now: Instant;
  /** The newest version, which the form changes. */
  number: number;
  effectiveFrom: Instant;
  /** The version that orders are evaluated under now; 0 before the first. */
  inForce: number;
  currency: string;
  glance: ProgrammeGlance;
  edit: ProgrammeEdit;
  example: Example;
  /** The whole document. */
  yaml: string;
  versions: SavedVersion[];
}

/** null where no programme was ever saved. */
export async function showProgramme({ db, clock }: Services, shop: ShopRow): Promise<ProgrammeView | null> {
  const now = clock();
  const versions = await listVersions(db.sql, shop.id);
  const newest = versions.at(-1);
  if (newest === undefined) return null;
  const { programme } = newest;
  return {
    now,
    number: newest.number,
    effectiveFrom: newest.effectiveFrom,
    inForce: versionAt(versions, now)?.number ?? 0,
    currency: programme.currency,
    glance: glanceAt(programme),
    edit: editOf(programme),
    example: exampleOf(programme, Math.max(now, newest.effectiveFrom)),
    yaml: programmeYaml(programme),
    versions: await listSavedVersions(db.sql, shop.id, VERSIONS_SHOWN),
  };
}
