import { markDraftDiscarded } from "../../db/programme-drafts.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

export interface DraftOf {
  id: string;
}

/** Throws a draft away; it can be taken back for thirty days. Answers whether it was still there. */
export async function discardDraft(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id }: DraftOf,
): Promise<boolean> {
  return db.inShop(shop.id, (tx) => markDraftDiscarded(tx, id, clock()));
}

/** Takes that back. */
export async function restoreDraft(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { id }: DraftOf,
): Promise<boolean> {
  return db.inShop(shop.id, (tx) => markDraftDiscarded(tx, id, null));
}
