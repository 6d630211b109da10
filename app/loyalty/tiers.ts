import type { Book } from "./book.ts";
import { compare } from "./fraction.ts";
import { contributionsOf, standingOf } from "./standing.ts";
import type { Contribution } from "./standing.ts";
import { isPausedAt } from "./pauses.ts";
import type { Tiers } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { DAY } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** After an event that names the member: a level that is reached is held at once; none is lost. */
export function raiseLevel(book: Book, member: MemberRecord, at: Instant): void {
  const tiers = tiersAt(book, at);
  if (tiers === null) return setLevel(book, member, null, at);
  const reached = rankReached(tiers, contributionsOf(book, member, tiers, at));
  qualify(book, member, tiers, reached);
  if (reached > rankOf(tiers, member.level)) setLevel(book, member, levelId(tiers, reached), at);
}

/** At a midnight: the highest level that is reached or still guaranteed. While the programme is paused none is lost. */
export function reviewLevel(book: Book, member: MemberRecord, midnight: Instant): void {
  if (isPausedAt(book.versions, midnight)) return raiseLevel(book, member, midnight);
  const tiers = tiersAt(book, midnight);
  if (tiers === null) return setLevel(book, member, null, midnight);
  const reached = rankReached(tiers, contributionsOf(book, member, tiers, midnight));
  qualify(book, member, tiers, reached);
  loseGuarantees(book, member, tiers, { reached, midnight });
  const guaranteed = Object.keys(member.guarantees).map((id) => rankOf(tiers, id));
  const kept = rankKept(member, tiers, midnight);
  setLevel(book, member, levelId(tiers, Math.max(reached, kept, ...guaranteed)), midnight);
}

/** Rank of the level among those of the version: −1, below its first, for one that it does not have. */
export function rankOf(tiers: Tiers, level: string | null): number {
  return tiers.levels.findIndex((candidate) => candidate.id === level);
}

/** The highest rank whose `at` is reached; the first stands at 0, so there always is one. */
export function rankReached(tiers: Tiers, contributions: readonly Contribution[]): number {
  const standing = standingOf(contributions);
  return tiers.levels.findLastIndex((level) => compare(standing, { n: level.at, d: 1n }) >= 0);
}

export function tiersAt(book: Book, at: Instant): Tiers | null {
  return versionAt(book.versions, at)?.programme.tiers ?? null;
}

/** Rank of a level that was brought along and whose date has not come; −1 for none. */
export function rankKept({ keptLevel }: MemberRecord, tiers: Tiers, at: Instant): number {
  return keptLevel === null || at >= keptLevel.until ? -1 : rankOf(tiers, keptLevel.id);
}

/**
 * Every level up to the one reached is qualified for: its guarantee does not run. The first one as well, for a later
 * version may put another below it.
 */
function qualify(book: Book, member: MemberRecord, tiers: Tiers, reached: number): void {
  for (const { id } of tiers.levels.slice(0, reached + 1)) {
    if (member.guarantees[id] === null) continue;
    member.guarantees[id] = null;
    book.changes.members.add(member.id);
  }
}

function loseGuarantees(
  book: Book,
  member: MemberRecord,
  tiers: Tiers,
  { reached, midnight }: { reached: number; midnight: Instant },
): void {
  for (const [id, since] of Object.entries(member.guarantees)) {
    const rank = rankOf(tiers, id);
    if (rank !== -1 && rank <= reached) continue;
    const lapsedAt = since ?? midnight;
    if (midnight - lapsedAt >= tiers.guaranteeDays * DAY) delete member.guarantees[id];
    else member.guarantees[id] = lapsedAt;
    book.changes.members.add(member.id);
  }
}

function levelId(tiers: Tiers, rank: number): string | null {
  return tiers.levels[rank]?.id ?? null;
}

export function setLevel(book: Book, member: MemberRecord, level: string | null, at: Instant): void {
  if (member.level === level) return;
  book.changes.levels.push({ memberId: member.id, at, from: member.level, to: level });
  book.changes.members.add(member.id);
  member.level = level;
}
