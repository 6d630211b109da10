import { listStoredDrafts } from "../../db/programme-drafts.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { lookAtDocument } from "./open-draft.ts";

/** More than anybody keeps open; the oldest fall out of sight, not out of the database. */
const MOST_SHOWN = 50;

export interface DraftLine {
  id: string;
  name: string;
  basedOn: number;
  /** Whether a version was published since it was begun. */
  isBehind: boolean;
  savedAt: Instant;
  savedBy: string;
  /** How many faults keep it from being published. */
  faults: number;
}

/** The drafts of a shop, the one saved last first. */
export async function listDrafts(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<DraftLine[]> {
  const versions = await listVersions(db.sql, shop.id);
  const latest = versions.at(-1)?.number ?? 0;
  const drafts = await listStoredDrafts(db.sql, shop.id, MOST_SHOWN);
  const terms = { shop, versions, now: clock() };
  return drafts.map(({ id, name, document, basedOn, savedAt, savedBy }) => ({
    ...{ id, name, basedOn, savedAt, savedBy },
    isBehind: basedOn < latest,
    faults: lookAtDocument(document, terms).faults.length,
  }));
}
