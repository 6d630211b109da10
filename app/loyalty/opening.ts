import type { Book } from "./book.ts";
import type { OpeningBalance } from "./events.ts";
import { newOrigin, noteActivity, payDebt } from "./gains.ts";
import { openLot } from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { move, post } from "./posting.ts";
import { openingKey } from "./opening-key.ts";
import type { MemberRecord } from "./records.ts";
import { rankOf, setLevel, tiersAt } from "./tiers.ts";
import type { Instant } from "./time.ts";

/**
 * Takes in what a member had elsewhere: lots as old as they were there, with their own dates or by the programme's
 * rules from there on, what they owed, and their level. One transaction for all of it; the key is used up.
 */
export function openBalance(
  book: Book,
  member: MemberRecord,
  opening: OpeningBalance,
  occasion: Occasion,
): void {
  const key = openingKey(opening.key);
  book.adjustments.add(key);
  book.changes.adjustments.add(key);
  if (opening.signedUp) member.signedUp = true;
  if (opening.level !== null) openLevel(book, member, opening.level, occasion.at);
  book.changes.members.add(member.id);
  book.changes.restated.add(member.id);
  const postings = opening.lots.map(({ points, availableAt, expiresAt }, n) => {
    const lotId = `${key}/${n + 1}`;
    const origin = newOrigin(book, member, { source: "import", orderId: null, at: occasion.at });
    const endsAt = expiresAt === "programme" ? null : (expiresAt ?? "never");
    openLot(book, member, lotId, points, { ...origin, availableAt, endsAt });
    return move("imports", "available", points, { lotId });
  });
  if (opening.owed > 0n) postings.push(move("owed", "imports", opening.owed));
  if (postings.length === 0) return;
  noteActivity(member, occasion.at);
  postings.push(...payDebt(book, member, member.owed + opening.owed));
  post(book, member, occasion, {
    key,
    kind: "import",
    explanation: { kind: "import", source: opening.source },
    postings,
  });
}

/** A level that was held elsewhere is kept up to its date; without one it begins to run out now, as the guarantee says. */
function openLevel(
  book: Book,
  member: MemberRecord,
  { id, until }: { id: string; until: Instant | null },
  at: Instant,
): void {
  const tiers = tiersAt(book, at);
  if (tiers === null || rankOf(tiers, id) < 1) return;
  if (until !== null) member.keptLevel = { id, until };
  else if (member.guarantees[id] === undefined) member.guarantees[id] = at;
  if (rankOf(tiers, id) > rankOf(tiers, member.level)) setLevel(book, member, id, at);
}
