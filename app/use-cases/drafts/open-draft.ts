import { findDraft } from "../../db/programme-drafts.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { oddities } from "../../loyalty/programme-oddities.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { proposeProgramme } from "../programme/propose-programme.ts";
import type { Services } from "../services.ts";

export interface OpenDraft {
  id: string;
  name: string;
  document: unknown;
  /** The version it was begun from; 0 for none. */
  basedOn: number;
  /** The newest version of the shop; above `basedOn` where somebody published meanwhile. */
  latest: number;
  revision: number;
  savedAt: Instant;
  savedBy: string;
  /** What keeps it from being published. */
  faults: Fault[];
  /** What is allowed and hardly ever meant; empty while there are faults. */
  notes: Fault[];
}

/** null where there is none of this id, or it was published or thrown away. */
export async function openDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  id: string,
): Promise<OpenDraft | null> {
  const stored = await findDraft(db.sql, shop.id, id);
  if (stored === null) return null;
  const versions = await listVersions(db.sql, shop.id);
  return {
    ...stored,
    latest: versions.at(-1)?.number ?? 0,
    ...lookAtDocument(stored.document, { shop, versions, now: clock() }),
  };
}

export interface Looked {
  faults: Fault[];
  notes: Fault[];
}

/** What is wrong with a document in this shop, and what is odd about it. */
export function lookAtDocument(
  document: unknown,
  terms: { shop: ShopRow; versions: readonly ProgrammeVersion[]; now: Instant },
): Looked {
  const proposed = proposeProgramme(document, terms);
  return proposed.ok
    ? { faults: [], notes: oddities(proposed.proposal.programme) }
    : { faults: proposed.faults, notes: [] };
}
