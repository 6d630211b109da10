import { isDeepStrictEqual } from "node:util";
import type { ShopTransaction } from "../../db/database.ts";
import { storableText } from "../../db/json.ts";
import { insertSegment, listSegments, lockSegment, updateSegment } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Definition } from "../../insight/segments/definition.ts";
import { readDefinition } from "../../insight/segments/read-definition.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { freeHandle } from "./segment-handle.ts";

const LONGEST_NAME = 60;
/** Each is followed by the hour. */
export const MOST_SEGMENTS = 100;

/** What a page sends, unread. */
export interface SegmentForm {
  /** Made with the form: however often it is sent, it is one. */
  id: string;
  name: string;
  /** JSON. */
  definition: string;
  /** The revision that the form was made from; 0 for a new one. */
  revision: number;
  by: By;
}

export type SegmentSaved =
  | { outcome: "saved"; id: string; revision: number }
  | { outcome: "refused"; faults: ("name" | "definition" | "many")[] }
  /** Somebody saved meanwhile: what they wrote is not overwritten unseen. */
  | { outcome: "overtaken"; savedBy: string; savedAt: Instant };

/** Makes a segment, or changes one; a job then makes those who pass its members. */
export async function saveSegment(
  { db, clock, jobs }: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  form: SegmentForm,
): Promise<SegmentSaved> {
  const name = [...storableText(form.name).replace(/\s+/g, " ").trim()];
  const definition = definitionIn(form.definition);
  const isNamed = name.length > 0 && name.length <= LONGEST_NAME;
  if (!isNamed || definition === null || !/^[0-9a-f-]{36}$/.test(form.id))
    return {
      outcome: "refused",
      faults: [
        ...(isNamed ? [] : ["name" as const]),
        ...(definition === null ? ["definition" as const] : []),
      ],
    };
  return db.inShop(shop.id, async (tx) => {
    const saved = await save(tx, form, { name: name.join(""), definition, at: clock() });
    if (saved.outcome === "saved") await jobs.enqueue(tx, "follow-segments", { shopId: shop.id });
    return saved;
  });
}

export function definitionIn(text: string): Definition | null {
  try {
    return readDefinition(JSON.parse(text));
  } catch {
    return null;
  }
}

async function save(
  tx: ShopTransaction,
  { id, revision, by }: SegmentForm,
  { name, definition, at }: { name: string; definition: Definition; at: Instant },
): Promise<SegmentSaved> {
  const before = await lockSegment(tx, id);
  const note = (action: "segment.made" | "segment.changed") =>
    noteAction(tx, tx.shopId, { at, ...by, action, subject: { kind: "segment", id }, detail: { name } });
  if (before === null) {
    if ((await listSegments(tx, tx.shopId)).length >= MOST_SEGMENTS)
      return { outcome: "refused", faults: ["many"] };
    const handle = await freeHandle(tx, name);
    if (await insertSegment(tx, { id, handle, name, definition, at, by: by.staff }))
      await note("segment.made");
    return { outcome: "saved", id, revision: 1 };
  }
  const isSame = before.name === name && isDeepStrictEqual(before.definition, definition);
  if (isSame) return { outcome: "saved", id, revision: before.revision };
  if (before.revision !== revision)
    return { outcome: "overtaken", savedBy: before.savedBy, savedAt: before.savedAt };
  await updateSegment(tx, id, { name, definition, at, by: by.staff });
  await note("segment.changed");
  return { outcome: "saved", id, revision: revision + 1 };
}
