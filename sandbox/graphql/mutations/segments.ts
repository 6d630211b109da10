import { gid } from "../../state/ids.ts";
import type { CustomerSegment } from "../../state/types.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { findSegment, segmentView } from "../views/segments.ts";
import { failed } from "./user-errors.ts";

/** Of Shopify's language of segments, what the sandbox understands: everybody with a tag. */
const WITH_A_TAG = /^customer_tags (?:NOT )?CONTAINS '(?:[^'\\]|\\.)+'$/;

function segmentCreate({ name, query }: { name: string; query: string }, context: Context): View {
  const refused = (field: string, message: string) => failed(["segment"], [{ field: [field], message }]);
  if (name.trim() === "") return refused("name", "Name can't be blank");
  if (!WITH_A_TAG.test(query)) return refused("query", "Query is not one that the sandbox understands");
  const segments = context.collection("segment");
  if (segments.list().some((segment) => segment.name === name))
    return refused("name", "Name has already been taken");
  const now = context.sandbox.now();
  const id = context.sandbox.store.nextId("segment");
  const segment: CustomerSegment = { id, name, query, createdAt: now, updatedAt: now };
  segments.put(segment);
  return { segment: segmentView(segment), userErrors: [] };
}

function segmentDelete({ id }: { id: string }, context: Context): View {
  const segment = findSegment(context, id);
  if (segment === null)
    return failed(["deletedSegmentId"], [{ field: ["id"], message: "Segment does not exist" }]);
  context.collection("segment").delete(segment.id);
  return { deletedSegmentId: gid("Segment", segment.id), userErrors: [] };
}

export const segmentMutations = { segmentCreate, segmentDelete } as Fields;
