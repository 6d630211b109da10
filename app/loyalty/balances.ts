import type { LotId } from "./ids.ts";
import type { Account, LedgerTransaction } from "./ledger.ts";
import type { Points } from "./points.ts";

/** A member's figures and lots, rebuilt from postings alone. */
export interface Balances {
  accounts: Record<Account, Points>;
  lots: Map<LotId, { remaining: Points; held: Points }>;
}

export function noBalances(): Balances {
  return {
    accounts: {
      pending: 0n,
      available: 0n,
      held: 0n,
      owed: 0n,
      earnings: 0n,
      adjustments: 0n,
      redemptions: 0n,
      breakage: 0n,
      forgiveness: 0n,
      imports: 0n,
      merges: 0n,
    },
    lots: new Map(),
  };
}

/** Adds a transaction of the member's chain; to be called in the order of the chain. */
export function addTransaction(balances: Balances, { postings }: LedgerTransaction): void {
  for (const { debit, credit, points, lotId } of postings) {
    balances.accounts[debit] -= points;
    balances.accounts[credit] += points;
    if (lotId === null) continue;
    addToLot(balances, lotId, debit, -points);
    addToLot(balances, lotId, credit, points);
  }
}

function addToLot(balances: Balances, lotId: LotId, account: Account, points: Points): void {
  if (account !== "available" && account !== "held") return;
  const lot = balances.lots.get(lotId) ?? { remaining: 0n, held: 0n };
  if (account === "available") lot.remaining += points;
  else lot.held += points;
  if (lot.remaining === 0n && lot.held === 0n) balances.lots.delete(lotId);
  else balances.lots.set(lotId, lot);
}
