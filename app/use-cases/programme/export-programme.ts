import { findWrittenText, listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { programmeYaml } from "./programme-yaml.ts";

export interface ExportedProgramme {
  version: ProgrammeVersion;
  yaml: string;
}

/** The version in force, or the one of this number; null where there is none. */
export async function exportProgramme(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  number: number | null,
): Promise<ExportedProgramme | null> {
  const versions = await listVersions(db.sql, shop.id);
  const version =
    number === null
      ? (versionAt(versions, clock()) ?? versions[0])
      : versions.find((candidate) => candidate.number === number);
  if (version === undefined) return null;
  const written = await findWrittenText(db.sql, shop.id, version.number);
  return { version, yaml: programmeYaml(version.programme, written) };
}
