import type { LedgerFigures, MemberFigureRow } from "../../db/ledger-figures.ts";
import type { Book } from "../../loyalty/book.ts";
import { memberFigures } from "../../loyalty/members.ts";
import { postedFor } from "../../loyalty/orders.ts";
import { toJsonNumber } from "../../loyalty/points.ts";
import type { Instant } from "../../loyalty/time.ts";

export interface LedgerComparison {
  /** Whether the history, played again, ended at the ledger to the point, for every member, order and redemption. */
  equal: boolean;
  members: number;
  orders: number;
  redemptions: number;
  /** Members with something due that the worker has not come to yet: they are not compared. */
  behind: number;
  differing: number;
  /** The first of those that differ. */
  differences: LedgerDifference[];
}

export interface LedgerDifference {
  /** "member 7", "order 1001", "redemption …" */
  what: string;
  ledger: unknown;
  replayed: unknown;
}

const MOST_LISTED = 20;

/** Holds a history that was played again, worked off to `until`, against the books as they stood then. */
export function compareWithLedger(book: Book, ledger: LedgerFigures, until: Instant): LedgerComparison {
  const differences: LedgerDifference[] = [];
  const compare = (what: string, kept: unknown, replayed: unknown) => {
    if (JSON.stringify(kept) !== JSON.stringify(replayed)) differences.push({ what, ledger: kept, replayed });
  };
  const ready = ledger.members.filter(({ nextDueAt }) => nextDueAt === null || nextDueAt > until);
  for (const member of ready)
    compare(`member ${member.id}`, keptOf(member), replayedOf(book, member.id, until));
  for (const [id, posted] of ledger.orders) {
    const order = book.orders.get(id);
    compare(`order ${id}`, toJsonNumber(posted), order === undefined ? null : toJsonNumber(postedFor(order)));
  }
  for (const [id, state] of ledger.redemptions)
    compare(`redemption ${id}`, state, book.redemptions.get(id)?.state ?? null);
  const isKnown = new Set(ledger.members.map(({ id }) => id));
  for (const { id, mergedInto } of book.members.values())
    if (mergedInto === null && !isKnown.has(id)) compare(`member ${id}`, null, replayedOf(book, id, until));
  return {
    equal: differences.length === 0,
    members: ready.length,
    orders: ledger.orders.size,
    redemptions: ledger.redemptions.size,
    behind: ledger.members.length - ready.length,
    differing: differences.length,
    differences: differences.slice(0, MOST_LISTED),
  };
}

function keptOf({ pending, available, held, owed, earned, redeemed, expired, level }: MemberFigureRow) {
  return figuresOf({ pending, available, held, owed, earned, redeemed, expired }, level);
}

function replayedOf(book: Book, id: string, until: Instant) {
  const figures = memberFigures(book, id, until);
  return figures === null ? null : figuresOf(figures, book.members.get(id)?.level ?? null);
}

type Figures = Record<"pending" | "available" | "held" | "owed" | "earned" | "redeemed" | "expired", bigint>;

function figuresOf(
  { pending, available, held, owed, earned, redeemed, expired }: Figures,
  level: string | null,
) {
  const points = { pending, available, held, owed, earned, redeemed, expired };
  return {
    ...Object.fromEntries(Object.entries(points).map(([name, figure]) => [name, toJsonNumber(figure)])),
    level,
  };
}
