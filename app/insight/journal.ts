import type { Account } from "../loyalty/ledger.ts";
import { monthAfter, monthOf, type Day } from "./days.ts";
import { accountsOf, type Move } from "./flows.ts";

/** One side of a booking: an account and what went out of it (debit) or came into it (credit); one of the two is 0. */
export interface JournalLine {
  day: Day;
  /** Of two lines that belong together: "2026-01-31 earnings>pending"; of closing lines "closing 2026-01". */
  entry: { kind: "booking"; key: string } | { kind: "closing"; month: Day };
  account: Account;
  debit: bigint;
  credit: bigint;
  /** The same in minor units of the currency; null where a point has no value. */
  debitAmount: bigint | null;
  creditAmount: bigint | null;
}

export interface JournalTerms {
  /** Everything that was moved before. */
  opening: readonly Move[];
  /** In the order of their days. */
  moves: readonly Move[];
  /** The day with which the journal ends: the month that holds it is closed with it. */
  to: Day;
  /** What points are worth in minor units; null where they have no value. */
  worth: ((points: bigint) => bigint) | null;
}

const ACCOUNTS: readonly Account[] = [
  "pending",
  "available",
  "held",
  "owed",
  "earnings",
  "adjustments",
  "redemptions",
  "breakage",
  "forgiveness",
  "imports",
  "merges",
];

interface Balance {
  points: bigint;
  amount: bigint;
}

/**
 * Every day and pair of accounts as two lines, and at the end of each month a line for each account with what is on it.
 * Both the bookings and each closing sum to nothing, in points and in money: an amount is worked out once for both lines
 * of a booking, and a closing has what the bookings up to then add up to.
 */
export function journalOf({ opening, moves, to, worth }: JournalTerms): JournalLine[] {
  const balances = new Map<Account, Balance>(
    ACCOUNTS.map((account) => [account, { points: 0n, amount: 0n }]),
  );
  const carry = (account: Account, points: bigint, amount: bigint) => {
    const balance = balances.get(account) ?? { points: 0n, amount: 0n };
    balances.set(account, { points: balance.points + points, amount: balance.amount + amount });
  };
  const book = ({ key, points }: Pick<Move, "key" | "points">): bigint => {
    const { debit, credit } = accountsOf(key);
    const amount = worth?.(points) ?? 0n;
    carry(debit, -points, -amount);
    carry(credit, points, amount);
    return amount;
  };
  for (const move of opening) book(move);
  const lines: JournalLine[] = [];
  let month = moves[0] === undefined ? monthOf(to) : monthOf(moves[0].day);
  for (const move of moves) {
    while (monthOf(move.day) > month) {
      lines.push(...closing(month, monthAfter(month) - 1, { balances, hasWorth: worth !== null }));
      month = monthAfter(month);
    }
    const amount = book(move);
    lines.push(...booking(move, worth === null ? null : amount));
  }
  for (; month <= to; month = monthAfter(month))
    lines.push(
      ...closing(month, Math.min(monthAfter(month) - 1, to), { balances, hasWorth: worth !== null }),
    );
  return lines;
}

function booking({ day, key, points }: Move, amount: bigint | null): JournalLine[] {
  const { debit, credit } = accountsOf(key);
  const none = amount === null ? null : 0n;
  const line = { day, entry: { kind: "booking", key } as const };
  return [
    { ...line, account: debit, debit: points, credit: 0n, debitAmount: amount, creditAmount: none },
    { ...line, account: credit, debit: 0n, credit: points, debitAmount: none, creditAmount: amount },
  ];
}

function closing(
  month: Day,
  day: Day,
  { balances, hasWorth }: { balances: ReadonlyMap<Account, Balance>; hasWorth: boolean },
): JournalLine[] {
  return [...balances]
    .filter(([, { points, amount }]) => points !== 0n || amount !== 0n)
    .map(([account, { points, amount }]) => ({
      day,
      entry: { kind: "closing", month },
      account,
      debit: below(points),
      credit: above(points),
      debitAmount: hasWorth ? below(amount) : null,
      creditAmount: hasWorth ? above(amount) : null,
    }));
}

function above(value: bigint): bigint {
  return value > 0n ? value : 0n;
}

function below(value: bigint): bigint {
  return value < 0n ? -value : 0n;
}
