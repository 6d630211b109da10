import type { SegmentRow } from "../../db/segments/segments.ts";
import { NOBODY, type Definition } from "../../insight/segments/definition.ts";
import { readDefinition } from "../../insight/segments/read-definition.ts";

/** Who is meant by a segment; where what was restored cannot be read, nobody. */
export function savedDefinition({ definition }: Pick<SegmentRow, "definition">): Definition {
  return readDefinition(definition) ?? NOBODY;
}
