import type { EndingLots } from "../../db/member-filter.ts";
import { openBook } from "../../loyalty/book.ts";
import { lotEndsAt } from "../../loyalty/lots.ts";
import type { LotOrigin, MemberRecord } from "../../loyalty/records.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";

const LONGEST = 20_000 * DAY;

/**
 * Which lots end within the time, version by version, as a range of the instants that their end is counted from. The
 * core alone says when a lot ends; a later one of the same version never ends before an earlier one, so the range is
 * found by halving.
 */
export function endingLots(
  versions: readonly ProgrammeVersion[],
  { now, until }: { now: Instant; until: Instant },
): EndingLots[] {
  const book = openBook({ versions, product: () => null, pseudonym: (id) => id });
  return versions.flatMap(({ number, programme }) => {
    const { expiry } = programme.points;
    if (expiry.kind === "none") return [];
    const endOf = (since: Instant) => {
      // Only what a lot's end is counted from is read of either.
      const member = { lastActivityAt: since } as MemberRecord;
      return lotEndsAt(book, member, lotSince(since, number), now) ?? Number.POSITIVE_INFINITY;
    };
    const by = expiry.kind === "lots" ? ("availableAt" as const) : ("lastActivityAt" as const);
    const first = (after: Instant) => firstInstant(until - LONGEST, until, (since) => endOf(since) > after);
    return [{ version: number, by, from: first(now), to: first(until) }];
  });
}

function lotSince(availableAt: Instant, version: number): LotOrigin {
  return { orderId: null, source: "order", availableAt, number: 1, version, notBefore: null, endsAt: null };
}

/** The first instant from `low` on for which it holds; `high` where that is later. */
function firstInstant(low: Instant, high: Instant, holds: (instant: Instant) => boolean): Instant {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
