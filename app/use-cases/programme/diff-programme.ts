import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { checkProgramme, type Fault } from "../../loyalty/programme.ts";
import { differencesBetween, type ProgrammeDifference } from "../../loyalty/programme-difference.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

export type ProgrammeDiff =
  | { outcome: "refused"; faults: Fault[] }
  | { outcome: "no-programme" }
  | { outcome: "compared"; version: number; differences: ProgrammeDifference[] };

/** What a document says otherwise than the version in force. */
export async function diffProgramme(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  document: unknown,
): Promise<ProgrammeDiff> {
  const check = checkProgramme(document);
  if (!check.ok) return { outcome: "refused", faults: check.faults };
  const versions = await listVersions(db.sql, shop.id);
  const current = versionAt(versions, clock()) ?? versions[0];
  if (current === undefined) return { outcome: "no-programme" };
  const differences = differencesBetween(current.programme, check.programme);
  return { outcome: "compared", version: current.number, differences };
}
