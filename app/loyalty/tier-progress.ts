import type { Book } from "./book.ts";
import type { Fraction } from "./fraction.ts";
import { floor, fraction, multiply, subtract } from "./fraction.ts";
import { levelLoss } from "./level-loss.ts";
import { formatMoney } from "./money.ts";
import type { Programme, Tiers } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { contributionsOf, standingOf } from "./standing.ts";
import type { TierProgress } from "./summary.ts";
import { rankOf, rankReached } from "./tiers.ts";
import { formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/**
 * How far the member is through the levels of the version in force; null where it has none. `now` must not lie before
 * what the member is settled to, and the book must hold what `pastOfLevels` asks for.
 *
 * What counts is rounded down to whole units (minor units of the currency, points, orders) and what is missing up, so
 * that nobody is promised a level that they then miss.
 */
export function tierProgress(book: Book, member: MemberRecord, now: Instant): TierProgress | null {
  const programme = versionAt(book.versions, now)?.programme;
  const tiers = programme?.tiers ?? null;
  if (programme === undefined || tiers === null) return null;
  const contributions = contributionsOf(book, member, tiers, now);
  const standing = standingOf(contributions);
  // A level that a new version put within reach is held from the next midnight on: what is missing leads above it.
  const rank = Math.max(rankOf(tiers, member.level), rankReached(tiers, contributions));
  const next = tiers.levels[rank + 1] ?? null;
  const loss = levelLoss(book, member);
  const inUnits = (units: bigint) => unitText(units, tiers, programme);
  return {
    value: inUnits(floor(standing)),
    percent: next === null ? 100 : percentOfWay(standing, tiers.levels[rank]?.at ?? 0n, next.at),
    next: next === null ? null : { id: next.id, missing: inUnits(next.at - floor(standing)) },
    keep:
      loss === null
        ? null
        : { until: formatInstant(loss.at), missing: loss.missing === null ? null : inUnits(loss.missing) },
  };
}

/** Below 0 would be who holds a level by a guarantee alone: they have not begun the way to the next. */
function percentOfWay(standing: Fraction, from: bigint, to: bigint): number {
  const way = multiply(subtract(standing, fraction(from)), fraction(100n, to - from));
  return Math.max(0, Number(floor(way)));
}

function unitText(units: bigint, { basis }: Tiers, { currency }: Programme): string {
  return basis === "spend" ? formatMoney(units, currency) : units.toString();
}
