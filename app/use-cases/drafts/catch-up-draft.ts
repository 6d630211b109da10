import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { mergeDocuments } from "../../loyalty/editing/merge-documents.ts";
import type { Services } from "../services.ts";

export interface CaughtUp {
  /** The draft's changes on top of the newest version. */
  document: unknown;
  /** That version. */
  basedOn: number;
  /** What both changed, by path: the draft's stands. */
  conflicts: string[];
}

/** Brings what was published since a draft was begun into it. Nothing is saved. */
export async function catchUpDraft(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  draft: { document: unknown; basedOn: number },
): Promise<CaughtUp> {
  const versions = await listVersions(db.sql, shop.id);
  const newest = versions.at(-1);
  if (newest === undefined) return { ...draft, conflicts: [] };
  const base = versions.find(({ number }) => number === draft.basedOn);
  const { document, conflicts } = mergeDocuments(
    withoutStart(base?.programme.document ?? {}),
    draft.document,
    withoutStart(newest.programme.document),
  );
  return { document, basedOn: newest.number, conflicts };
}

/** When a version started is no part of what it says. */
function withoutStart(document: Readonly<Record<string, unknown>>): unknown {
  const { effectiveFrom: _start, ...rest } = document;
  return rest;
}
