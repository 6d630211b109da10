import { findDraft } from "../../db/programme-drafts.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { oddities } from "../../loyalty/programme-oddities.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { exampleOf, type Example } from "../programme/example-order.ts";
import { proposeProgramme } from "../programme/propose-programme.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";
import { productTitles } from "./product-titles.ts";

export interface OpenDraft extends Looked {
  id: string;
  name: string;
  document: unknown;
  /** Its text where it was written as code, as far as that still says the same. */
  written: string | null;
  /** The version it was begun from; 0 for none. */
  basedOn: number;
  /** The newest version of the shop; above `basedOn` where somebody published meanwhile. */
  latest: number;
  revision: number;
  savedAt: Instant;
  savedBy: string;
  /** What staff are called, by their numbers: whoever saved it last. */
  names: Record<string, string>;
  /** Ids that members and history know already, by list: of rules, levels, rewards and perks of the newest version. */
  known: KnownIds;
  /** What products are called that the document names by their numbers. */
  titles: Record<string, string>;
}

export interface KnownIds {
  rules: string[];
  levels: string[];
  rewards: string[];
  perks: string[];
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
    names: await staffNames({ db }, shop, [stored.savedBy]),
    known: knownIds(versions.at(-1)),
    titles: await productTitles({ db }, shop, stored.document),
    ...lookAtDocument(stored.document, { shop, versions, now: clock() }),
  };
}

function knownIds(version: ProgrammeVersion | undefined): KnownIds {
  const idsOf = (entries: readonly { id: string }[] | undefined) => (entries ?? []).map(({ id }) => id);
  const programme = version?.programme;
  return {
    rules: idsOf(programme?.earning.rules),
    levels: idsOf(programme?.tiers?.levels),
    rewards: idsOf(programme?.rewards),
    perks: idsOf(programme?.perks),
  };
}

export interface Looked {
  /** What keeps it from being published. */
  faults: Fault[];
  /** What is allowed and hardly ever meant; empty while there are faults. */
  notes: Fault[];
  /** What an order would earn by it; null while there are faults. */
  example: Example | null;
}

/** What a document means in this shop, whether or not it is kept. */
export async function lookAtDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  document: unknown,
): Promise<Looked> {
  const versions = await listVersions(db.sql, shop.id);
  return lookAtDocument(document, { shop, versions, now: clock() });
}

export function lookAtDocument(
  document: unknown,
  terms: { shop: ShopRow; versions: readonly ProgrammeVersion[]; now: Instant },
): Looked {
  const proposed = proposeProgramme(document, terms);
  if (!proposed.ok) return { faults: proposed.faults, notes: [], example: null };
  const { programme, startsAt } = proposed.proposal;
  const at = Math.max(terms.now, startsAt ?? terms.now);
  return { faults: [], notes: oddities(programme), example: exampleOf(programme, at) };
}
