import type { Book } from "./book.ts";
import { takeFromMember } from "./claw-back.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { Occasion } from "./occasion.ts";
import type { Points } from "./points.ts";
import { post } from "./posting.ts";
import type { MemberRecord } from "./records.ts";
import { versionAt } from "./versions.ts";

/** What staff give or take by hand. */
export interface Adjustment {
  /** Below 0 to take; 0 does nothing but use the key up. */
  points: Points;
  reason: string;
  key: string;
  /** Key in the ledger of the adjustment that this one takes back; left out where it takes none back. */
  reverses?: string | undefined;
}

/** Not part of `earned`. Gives at once; takes from the lots in consumption order, and by the version in force as debt. */
export function adjust(book: Book, member: MemberRecord, adjustment: Adjustment, occasion: Occasion): void {
  const { points, reason, key, reverses } = adjustment;
  book.adjustments.add(key);
  book.changes.adjustments.add(key);
  if (points === 0n) return;
  post(book, member, occasion, {
    key: `adjust:${key}`,
    kind: "adjust",
    explanation: {
      ...{ kind: "adjust", reason, points: points.toString() },
      ...(reverses === undefined ? {} : { reverses }),
    },
    postings: points > 0n ? give(book, member, adjustment, occasion) : take(book, member, -points, occasion),
  });
}

function give(book: Book, member: MemberRecord, { points, key }: Adjustment, { at }: Occasion) {
  noteActivity(member, at);
  const gain = { points, debit: "adjustments", source: "adjustment", orderId: null } as const;
  return makeAvailable(book, member, { ...gain, lotId: `adjust:${key}` }, at);
}

function take(book: Book, member: MemberRecord, points: Points, { at }: Occasion) {
  const debt = versionAt(book.versions, at)?.programme.points.debt ?? "owe";
  return takeFromMember(book, member, points, "adjustments", debt).postings;
}
