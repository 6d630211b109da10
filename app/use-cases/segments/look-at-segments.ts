import { listSegmentNames } from "../../db/segments/segments.ts";
import type { LookAtPart } from "../insight/part-states.ts";

export const lookAtSegments: LookAtPart = async ({ db }, shop) => {
  const { length: count } = await listSegmentNames(db.sql, shop.id);
  return count === 0 ? { is: "nothing" } : { is: "some", count };
};
