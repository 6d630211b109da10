import { findWrittenText, listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { startDraft } from "../drafts/start-draft.ts";
import { startingAt } from "../publishing/chosen-start.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

export type Restored = { outcome: "started"; id: string } | { outcome: "gone" };

export interface Restoring {
  number: number;
  /** What the draft is called. */
  name: string;
  /** From the form, so that sending it twice begins one draft. */
  key: string;
  by: By;
}

/** Begins a draft that says what a version says; nothing changes before it is published. */
export async function restoreVersion(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { number, name, key, by }: Restoring,
): Promise<Restored> {
  const versions = await listVersions(services.db.sql, shop.id);
  const version = versions.find((candidate) => candidate.number === number);
  if (version === undefined) return { outcome: "gone" };
  const { id } = await startDraft(services, shop, {
    name,
    document: startingAt(version.programme.document, null),
    written: await findWrittenText(services.db.sql, shop.id, number),
    basedOn: versions.at(-1)?.number ?? 0,
    savedBy: by.staff,
    role: by.role,
    id: key,
  });
  return { outcome: "started", id };
}
