import {
  askForSavedSegment,
  readSavedState,
  savedIdOf,
  type SavedState,
} from "../../db/figures/saved-segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/**
 * How far the sums of a saved segment are, which are kept from the first time that somebody asks; null for a segment of
 * another kind.
 */
export async function lookAtSaved(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  segment: string,
): Promise<SavedState | null> {
  const id = savedIdOf(segment);
  if (id === null) return null;
  await askForSavedSegment(db.sql, shop.id, { id, now: clock() });
  return readSavedState(db.sql, shop.id, id);
}
