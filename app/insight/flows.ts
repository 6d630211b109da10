import type { Account } from "../loyalty/ledger.ts";
import type { Day } from "./days.ts";

/** What went in and out of the shop's books, as merchants speak of it. All but `owed` and `dropped` are net. */
export type Flow = "earned" | "redeemed" | "expired" | "adjusted" | "imported" | "dropped";
export const FLOWS: readonly Flow[] = ["earned", "adjusted", "imported", "redeemed", "expired", "dropped"];

/** Where points are that members have; `owed` is what members owe. */
export type Stock = "pending" | "available" | "held" | "owed";
export const STOCKS: readonly Stock[] = ["pending", "available", "held", "owed"];

/** Points that went from one account to another on a day. */
export interface Move {
  day: Day;
  /** "earnings>pending" */
  key: string;
  points: bigint;
}

/** The shop's account that tells of a flow, and whether points that come into it count. */
const FLOW_OF: Partial<Record<Account, { flow: Flow; credited: 1n | -1n }>> = {
  earnings: { flow: "earned", credited: -1n },
  adjustments: { flow: "adjusted", credited: -1n },
  imports: { flow: "imported", credited: -1n },
  redemptions: { flow: "redeemed", credited: 1n },
  breakage: { flow: "expired", credited: 1n },
  forgiveness: { flow: "dropped", credited: -1n },
};

export function accountsOf(key: string): { debit: Account; credit: Account } {
  const [debit = "", credit = ""] = key.split(">");
  return { debit: debit as Account, credit: credit as Account };
}

/** What a move adds to a flow; 0 for one that has nothing to do with it. */
export function flowOf({ key, points }: Pick<Move, "key" | "points">, flow: Flow): bigint {
  const { debit, credit } = accountsOf(key);
  const [into, from] = [FLOW_OF[credit], FLOW_OF[debit]];
  if (into?.flow === flow) return into.credited * points;
  return from?.flow === flow ? -from.credited * points : 0n;
}

/** What a move adds to a stock. The account of what is owed runs the other way. */
export function stockOf({ key, points }: Pick<Move, "key" | "points">, stock: Stock): bigint {
  const { debit, credit } = accountsOf(key);
  const change = (credit === stock ? points : 0n) - (debit === stock ? points : 0n);
  return stock === "owed" ? -change : change;
}

export function flowSum(moves: readonly Move[], flow: Flow): bigint {
  return moves.reduce((sum, move) => sum + flowOf(move, flow), 0n);
}

export function stockSum(moves: readonly Move[], stock: Stock): bigint {
  return moves.reduce((sum, move) => sum + stockOf(move, stock), 0n);
}

/** Points that members have and may use one day: pending, available and held. */
export function outstanding(moves: readonly Move[]): bigint {
  return stockSum(moves, "pending") + stockSum(moves, "available") + stockSum(moves, "held");
}

/** What bookings are listed by: a flow, the two ways of what orders bring, or what members came to owe. */
export type Booked = Flow | "gained" | "taken-back" | "owed";
export const BOOKED: readonly Booked[] = [...FLOWS, "gained", "taken-back", "owed"];

/** What a move adds to it. What was taken back is told as a number above 0. */
export function bookedOf(move: Pick<Move, "key" | "points">, booked: Booked): bigint {
  if (booked === "owed") return stockOf(move, "owed");
  if (booked !== "gained" && booked !== "taken-back") return flowOf(move, booked);
  const earned = booked === "gained" ? flowOf(move, "earned") : -flowOf(move, "earned");
  return earned > 0n ? earned : 0n;
}

export function bookedSum(moves: readonly Move[], booked: Booked): bigint {
  return moves.reduce((sum, move) => sum + bookedOf(move, booked), 0n);
}

/** Of what is told as a number above 0, what goes off the points out: where it stands among what comes, it is below 0. */
export const GOING_OFF: ReadonlySet<Booked> = new Set(["redeemed", "expired"]);

/** A value for each of the days: what the moves of that day add up to. */
export function byDay(
  days: readonly Day[],
  moves: readonly Move[],
  amount: (move: Move) => bigint,
): bigint[] {
  const sums = new Map<Day, bigint>();
  for (const move of moves) sums.set(move.day, (sums.get(move.day) ?? 0n) + amount(move));
  return days.map((day) => sums.get(day) ?? 0n);
}

/** What there was at the end of each day, beginning with what there was before the first. */
export function runningTotal(opening: bigint, changes: readonly bigint[]): bigint[] {
  let total = opening;
  return changes.map((change) => (total += change));
}
