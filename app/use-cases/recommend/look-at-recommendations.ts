import { countProductPicks } from "../../db/picks.ts";
import type { LookAtPart } from "../insight/part-states.ts";

/** For how many products there is something to recommend: also where nothing could be learned yet. */
export const lookAtRecommendations: LookAtPart = async ({ db }, shop) => {
  const count = await countProductPicks(db.sql, shop.id);
  return count === 0 ? { is: "nothing" } : { is: "some", count };
};
