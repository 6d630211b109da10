import { isDeepStrictEqual } from "node:util";
import { toStorableJson } from "../../db/json.ts";
import { lockDraft, updateDraft, type StoredDraft } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import { writtenText } from "../programme/programme-yaml.ts";
import type { Services } from "../services.ts";
import { noteDraft, type Actor } from "./draft-actor.ts";
import { draftName } from "./draft-name.ts";

export interface DraftSave extends Actor {
  id: string;
  /** The revision that was changed. */
  revision: number;
  name: string;
  document: unknown;
  /** The text it was written in; left out, the one of before stays, brought to say the same. */
  written?: string | null;
  /** The version it stands on from now on, where changes of a newer one were taken in; else it stays. */
  basedOn?: number;
}

export type DraftSaved =
  | { outcome: "saved"; revision: number; savedAt: Instant }
  /** Somebody saved meanwhile: nothing was overwritten. */
  | { outcome: "overtaken"; revision: number; savedBy: string; savedAt: Instant }
  /** It was published or thrown away. */
  | { outcome: "gone" };

/** Keeps what was typed, faults and all. A save that is sent twice is one. */
export async function saveDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, revision, name, document, written, basedOn, ...actor }: DraftSave,
): Promise<DraftSaved> {
  return db.inShop(shop.id, async (tx): Promise<DraftSaved> => {
    const stored = await lockDraft(tx, id);
    if (stored === null) return { outcome: "gone" };
    const next: StoredDraft = {
      ...stored,
      name: draftName(name, stored.name),
      document: JSON.parse(toStorableJson(document)) as unknown,
      written: writtenText(written ?? stored.written, document),
      basedOn: basedOn ?? stored.basedOn,
      revision: revision + 1,
      savedBy: actor.savedBy,
    };
    if (isDeepStrictEqual(stored, { ...next, savedAt: stored.savedAt }))
      return { outcome: "saved", revision: stored.revision, savedAt: stored.savedAt };
    if (stored.revision !== revision)
      return {
        outcome: "overtaken",
        revision: stored.revision,
        savedBy: stored.savedBy,
        savedAt: stored.savedAt,
      };
    const savedAt = clock();
    await updateDraft(tx, { ...next, savedAt });
    await noteDraft(tx, actor, { at: savedAt, action: "draft.saved", id, name: next.name });
    return { outcome: "saved", revision: next.revision, savedAt };
  });
}
