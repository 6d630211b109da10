import { lockDraft, markDraftDiscarded } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { noteDraft, type Actor } from "./draft-actor.ts";

export interface DraftOf extends Actor {
  id: string;
}

/** Throws a draft away; it can be taken back for thirty days. Answers whether it was still there. */
export async function discardDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, ...actor }: DraftOf,
): Promise<boolean> {
  return db.inShop(shop.id, async (tx) => {
    const draft = await lockDraft(tx, id);
    const at = clock();
    if (draft === null || !(await markDraftDiscarded(tx, id, at))) return false;
    await noteDraft(tx, actor, { at, action: "draft.discarded", id, name: draft.name });
    return true;
  });
}

/** Takes that back. */
export async function restoreDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, ...actor }: DraftOf,
): Promise<boolean> {
  return db.inShop(shop.id, async (tx) => {
    if (!(await markDraftDiscarded(tx, id, null))) return false;
    const draft = await lockDraft(tx, id);
    await noteDraft(tx, actor, { at: clock(), action: "draft.restored", id, name: draft?.name ?? "" });
    return true;
  });
}
