import type { Account } from "../loyalty/ledger.ts";
import { monthAfter, monthOf, type Day } from "./days.ts";
import { accountsOf, type Move } from "./flows.ts";

/** One side of a booking: an account and what went out of it (debit) or came into it (credit); one of the two is 0. */
export interface JournalLine {
  day: Day;
  /** Of two lines that belong together: "2026-01-31 earnings>pending"; "2026-01-31 rounding"; of closing lines "closing 2026-01". */
  entry: { kind: "booking"; key: string } | { kind: "rounding" } | { kind: "closing"; month: Day };
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

/** Those that members have points on come first, as what they are worth together is told elsewhere too. */
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
 * Both the bookings and each closing sum to nothing, in points and in money.
 *
 * Money is worked out from what is on the accounts and not from what moves: parts of minor units dropped from every
 * booking would add up for years. At the end of each day every account is worth its points to less than a minor unit, and
 * what members have together is worth exactly what their points are. Where bookings cannot bring that about, because a part
 * of a minor unit falls to an account that nothing moved, a rounding of the day does.
 */
export function journalOf({ opening, moves, to, worth }: JournalTerms): JournalLine[] {
  const balances = new Map<Account, Balance>(
    ACCOUNTS.map((account) => [account, { points: 0n, amount: 0n }]),
  );
  for (const [, ofDay] of byDay(opening)) bookDay(balances, ofDay, worth);
  const lines: JournalLine[] = [];
  let month = moves[0] === undefined ? monthOf(to) : monthOf(moves[0].day);
  for (const [day, ofDay] of byDay(moves)) {
    while (monthOf(day) > month) {
      lines.push(...closing(month, monthAfter(month) - 1, { balances, hasWorth: worth !== null }));
      month = monthAfter(month);
    }
    const { amounts, rest } = bookDay(balances, ofDay, worth);
    lines.push(...ofDay.flatMap((move) => booking(move, worth === null ? null : (amounts.get(move) ?? 0n))));
    lines.push(...rounding(day, rest));
  }
  for (; month <= to; month = monthAfter(month))
    lines.push(
      ...closing(month, Math.min(monthAfter(month) - 1, to), { balances, hasWorth: worth !== null }),
    );
  return lines;
}

function byDay(moves: readonly Move[]): Map<Day, Move[]> {
  return Map.groupBy(moves, ({ day }) => day);
}

/** Books the moves of a day. Answers what each is worth, and what no booking brought to an account that it is due. */
function bookDay(
  balances: Map<Account, Balance>,
  moves: readonly Move[],
  worth: JournalTerms["worth"],
): { amounts: Map<Move, bigint>; rest: Map<Account, bigint> } {
  for (const { key, points } of moves) {
    const { debit, credit } = accountsOf(key);
    balanceOf(balances, debit).points -= points;
    balanceOf(balances, credit).points += points;
  }
  if (worth === null) return { amounts: new Map(), rest: new Map() };
  const due = changesDue(balances, worth);
  const amounts = amountsOf(moves, due, worth);
  return { amounts, rest: due };
}

function balanceOf(balances: Map<Account, Balance>, account: Account): Balance {
  const balance = balances.get(account) ?? { points: 0n, amount: 0n };
  balances.set(account, balance);
  return balance;
}

/**
 * Brings every account to what it is worth and answers by how much each changes. The accounts are worth together what
 * their points are, from the first to any of them: so no account is off by a minor unit, and members' together not at all.
 */
function changesDue(
  balances: Map<Account, Balance>,
  worth: (points: bigint) => bigint,
): Map<Account, bigint> {
  const due = new Map<Account, bigint>();
  let together = 0n;
  let before = 0n;
  for (const [account, balance] of balances) {
    together += balance.points;
    const upTo = worth(together);
    due.set(account, upTo - before - balance.amount);
    balance.amount = upTo - before;
    before = upTo;
  }
  return due;
}

/**
 * An amount for every move, such that the accounts change as they are due, as far as that is possible; `due` keeps what is
 * left over. An account that one move alone touches says what that move is worth, and so on with those that remain.
 */
function amountsOf(
  moves: readonly Move[],
  due: Map<Account, bigint>,
  worth: (points: bigint) => bigint,
): Map<Move, bigint> {
  const amounts = new Map<Move, bigint>();
  const open = new Set(moves);
  while (open.size > 0) {
    const { move, amount } = nextAmount([...open], due, worth);
    const { debit, credit } = accountsOf(move.key);
    due.set(debit, (due.get(debit) ?? 0n) + amount);
    due.set(credit, (due.get(credit) ?? 0n) - amount);
    amounts.set(move, amount);
    open.delete(move);
  }
  return amounts;
}

function nextAmount(
  open: readonly Move[],
  due: ReadonlyMap<Account, bigint>,
  worth: (points: bigint) => bigint,
): { move: Move; amount: bigint } {
  const touching = new Map<Account, number>();
  for (const { key } of open)
    for (const account of Object.values(accountsOf(key)))
      touching.set(account, (touching.get(account) ?? 0) + 1);
  for (const move of open) {
    const { debit, credit } = accountsOf(move.key);
    // Nothing is booked below 0: what is missing is then left to the rounding.
    if (touching.get(credit) === 1) return { move, amount: above(due.get(credit) ?? 0n) };
    if (touching.get(debit) === 1) return { move, amount: below(due.get(debit) ?? 0n) };
  }
  const [move] = open;
  if (move === undefined) throw new Error("there is no move to say the amount of");
  return { move, amount: worth(move.points) };
}

/** What no booking could bring: parts of minor units, without points. */
function rounding(day: Day, rest: ReadonlyMap<Account, bigint>): JournalLine[] {
  return [...rest]
    .filter(([, amount]) => amount !== 0n)
    .map(([account, amount]) => ({
      day,
      entry: { kind: "rounding" },
      ...{ account, debit: 0n, credit: 0n },
      ...{ debitAmount: below(amount), creditAmount: above(amount) },
    }));
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
