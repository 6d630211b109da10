/** Places in the logs that are followed: numbers that the database gives out, so that what is newer has a higher one. */
export interface Places {
  /** Of ledger transactions. */
  ledger: bigint;
  /** Of deliveries and commands. */
  handled: bigint;
  /** Of moves between levels. */
  levels: bigint;
}

/**
 * Numbers are drawn before they are committed, so a lower one may come to be seen after a higher one. `below` is the
 * first database transaction that had not begun when `places` were seen: once all before it have ended, nothing can
 * come to be seen at or below these places any more.
 */
export interface Seen extends Places {
  below: bigint;
}

/** A look at the logs: their ends, the oldest database transaction under way, and the first that had not begun. */
export interface Look extends Places {
  oldest: bigint;
  next: bigint;
}

export interface Watermark {
  /** Whatever stands at or below these places has been taken in for good. */
  taken: Places;
  /** What was seen last, and may be passed once `below` is. */
  seen: Seen;
}

/**
 * Raises the mark as far as is safe. What stands above it is taken in again and again until then, which does no harm:
 * a member's figures are what the member has come to, however often they are worked out.
 */
export function raise({ taken, seen }: Watermark, look: Look): Watermark {
  // Numbers of transactions that this database has not reached are of another, which this one was restored from.
  const isOver = look.oldest >= seen.below || seen.below > look.next;
  if (!isOver) return { taken, seen };
  return { taken: placesOf(seen), seen: { ...placesOf(look), below: look.next } };
}

export function placesOf({ ledger, handled, levels }: Places): Places {
  return { ledger, handled, levels };
}
