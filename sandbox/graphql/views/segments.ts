import type { CustomerSegment } from "../../state/types.ts";
import { gid } from "../../state/ids.ts";
import { connect, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { numberOf } from "./ids.ts";

export function segmentView({ id, name, query, createdAt, updatedAt }: CustomerSegment): View {
  const dates = { creationDate: createdAt, lastEditDate: updatedAt };
  return { __typename: "Segment", id: gid("Segment", id), name, query, ...dates };
}

export function findSegment(context: Context, globalId: string): CustomerSegment | null {
  return context.collection("segment").find(numberOf(globalId, "Segment"));
}

function listing(context: Context): Listing<CustomerSegment> {
  return {
    resource: "segments",
    docs: context.collection("segment").list(),
    idOf: ({ id }) => id,
    view: segmentView,
  };
}

export const segmentQueries = {
  segment: ({ id }: { id: string }, context) => {
    const segment = findSegment(context, id);
    return segment && segmentView(segment);
  },
  segments: (args: ListArgs, context) => connect(args, listing(context)),
} satisfies Fields;
