import { randomUUID } from "node:crypto";
import { deleteDraftsDiscardedBefore, insertDraft } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import { DAY } from "../../loyalty/time.ts";
import { writtenText } from "../programme/programme-yaml.ts";
import type { Services } from "../services.ts";
import { noteDraft, type Actor } from "./draft-actor.ts";
import { draftName } from "./draft-name.ts";

/** How long one that was thrown away may be taken back. */
const KEPT = 30 * DAY;

export interface NewDraft extends Actor {
  name: string;
  document: unknown;
  /** The text that it goes on from, where there is one. */
  written?: string | null;
  /** The version it begins from; 0 for none. */
  basedOn: number;
  /** From whoever asks, so that asking twice begins one; a new one where it is left out. */
  id?: string;
}

/** Begins a draft. The document may be faulty: the editor says what is wrong with it. */
export async function startDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { name: typed, document, written: text = null, basedOn, id = randomUUID(), ...actor }: NewDraft,
): Promise<{ id: string }> {
  const now = clock();
  const name = draftName(typed, "—");
  await db.inShop(shop.id, async (tx) => {
    await deleteDraftsDiscardedBefore(tx, now - KEPT);
    const written = writtenText(text, document);
    const draft = { id, name, document, written, basedOn, revision: 1, savedAt: now, savedBy: actor.savedBy };
    const isNew = await insertDraft(tx, draft);
    if (isNew) await noteDraft(tx, actor, { at: now, action: "draft.started", id, name });
  });
  return { id };
}
