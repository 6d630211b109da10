import { startOfMonthDay } from "../calendar.ts";
import type { LedgerTransaction, Account } from "../ledger.ts";
import type { Points } from "../points.ts";
import type { Instant } from "../time.ts";

/** Points that moved on the shop's accounts, and what stands on the members' after that. */
export interface Flows {
  earned: Points;
  adjusted: Points;
  imported: Points;
  redeemed: Points;
  expired: Points;
  dropped: Points;
  pending: Points;
  available: Points;
  held: Points;
  owed: Points;
}

export function noFlows(): Flows {
  return {
    earned: 0n,
    adjusted: 0n,
    imported: 0n,
    redeemed: 0n,
    expired: 0n,
    dropped: 0n,
    pending: 0n,
    available: 0n,
    held: 0n,
    owed: 0n,
  };
}

/** Under which figure an account is summed, and whether a credit raises it. */
const FIGURE_OF: Partial<Record<Account, { figure: keyof Flows; sign: 1n | -1n }>> = {
  earnings: { figure: "earned", sign: -1n },
  adjustments: { figure: "adjusted", sign: -1n },
  imports: { figure: "imported", sign: -1n },
  redemptions: { figure: "redeemed", sign: 1n },
  breakage: { figure: "expired", sign: 1n },
  forgiveness: { figure: "dropped", sign: 1n },
  pending: { figure: "pending", sign: 1n },
  available: { figure: "available", sign: 1n },
  held: { figure: "held", sign: 1n },
  owed: { figure: "owed", sign: -1n },
};

export function addFlows(flows: Flows, { postings }: LedgerTransaction): void {
  for (const { debit, credit, points } of postings) {
    addTo(flows, debit, -points);
    addTo(flows, credit, points);
  }
}

function addTo(flows: Flows, account: Account, points: Points): void {
  const found = FIGURE_OF[account];
  if (found !== undefined) flows[found.figure] += found.sign * points;
}

/** The first instant of the month of the zone that follows the instant's, and the name of the instant's: "2026-02". */
export function monthOf(zone: string, instant: Instant): { name: string; ends: Instant } {
  // A zone is at most a day off: of three months one holds the instant.
  const date = new Date(instant);
  const middle = date.getUTCFullYear() * 12 + date.getUTCMonth();
  for (const month of [middle - 1, middle, middle + 1]) {
    const ends = startOf(zone, month + 1);
    if (ends > instant) return { name: nameOf(month), ends };
  }
  throw new RangeError(`${zone} has no month at ${instant}`);
}

function startOf(zone: string, month: number): Instant {
  return startOfMonthDay(zone, { year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
