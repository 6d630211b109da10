import { countGiven, countLevelChanges, countNewMembers, sumLedger } from "../../db/day-news.ts";
import { listSavedVersions } from "../../db/programme-versions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { periodKey, startOfDay } from "../../loyalty/calendar.ts";
import type { Programme } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";

/** Something that happened, counted. Points are decimal strings. */
export type NewsItem =
  | { news: "earned"; orders: number; points: string }
  | { news: "taken-back"; orders: number; points: string }
  | { news: "redeemed"; rewards: number; points: string }
  /** Without points. */
  | { news: "given"; rewards: number }
  | { news: "expired"; members: number; points: string }
  | { news: "joined"; members: number }
  | { news: "levels"; up: number; down: number }
  | { news: "adjusted"; times: number }
  /** The newest of so many that were saved. */
  | { news: "version"; number: number; saved: number };

export interface DayNews {
  /** The beginning of yesterday. */
  from: Instant;
  /** Yesterday and today, "2026-06-30", in the shop's zone. */
  days: { from: string; to: string };
  items: NewsItem[];
}

/** As many as anybody saves in two days. */
const MOST_VERSIONS = 50;

/** What changed since yesterday began; what did not happen is not said. */
export async function findDayNews(
  sql: Sql,
  shop: ShopRow,
  { now, programme }: { now: Instant; programme: Programme | null },
): Promise<DayNews> {
  const from = startOfDay(shop.timezone, startOfDay(shop.timezone, now) - 1);
  const span = { from, to: null };
  const [ledger, given, joined, levels, versions] = await Promise.all([
    sumLedger(sql, shop.id, span),
    countGiven(sql, shop.id, span),
    countNewMembers(sql, shop.id, span),
    countLevelChanges(sql, shop.id, span),
    listSavedVersions(sql, shop.id, MOST_VERSIONS),
  ]);
  const saved = versions.filter(({ savedAt }) => savedAt >= from);
  const moves = levelMoves(levels, programme);
  const items: NewsItem[] = [
    { news: "earned", orders: Number(ledger.ordersEarned), points: ledger.earned.toString() },
    { news: "taken-back", orders: Number(ledger.ordersTakenBack), points: ledger.takenBack.toString() },
    { news: "redeemed", rewards: Number(ledger.rewards), points: ledger.redeemed.toString() },
    { news: "given", rewards: Number(given) },
    { news: "expired", members: Number(ledger.membersExpired), points: ledger.expired.toString() },
    { news: "joined", members: Number(joined) },
    { news: "levels", ...moves },
    { news: "adjusted", times: Number(ledger.adjustments) },
    { news: "version", number: saved[0]?.number ?? 0, saved: saved.length },
  ];
  const dayOf = (instant: Instant) => periodKey(shop.timezone, instant, "day");
  return { from, days: { from: dayOf(from), to: dayOf(now) }, items: items.filter(didHappen) };
}

function didHappen(item: NewsItem): boolean {
  switch (item.news) {
    case "earned":
    case "taken-back":
      return item.orders > 0;
    case "redeemed":
    case "given":
      return item.rewards > 0;
    case "expired":
    case "joined":
      return item.members > 0;
    case "levels":
      return item.up + item.down > 0;
    case "adjusted":
      return item.times > 0;
    case "version":
      return item.saved > 0;
  }
}

/** By the order of the levels now; from none, or to one that is gone, is neither up nor down. */
export function levelMoves(
  changes: readonly { from: string | null; to: string | null; members: number }[],
  programme: Programme | null,
): { up: number; down: number } {
  const ranks = new Map((programme?.tiers?.levels ?? []).map(({ id }, rank) => [id, rank]));
  const moves = { up: 0, down: 0 };
  for (const { from, to, members } of changes) {
    const [before, after] = [ranks.get(from ?? ""), ranks.get(to ?? "")];
    if (before === undefined || after === undefined || before === after) continue;
    if (after > before) moves.up += members;
    else moves.down += members;
  }
  return moves;
}
