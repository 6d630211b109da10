import { countExperiments } from "../../db/experiments.ts";
import type { LookAtPart } from "../insight/part-states.ts";

/** How many there are, for the entry of Insight. */
export const lookAtExperiments: LookAtPart = async ({ db }, shop) => {
  const count = await countExperiments(db.sql, shop.id);
  return count === 0 ? { is: "nothing" } : { is: "some", count };
};
