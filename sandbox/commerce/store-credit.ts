import type { Store } from "../state/store.ts";
import type { StoreCreditAccount, StoreCreditEntry } from "../state/credit-types.ts";
import type { Customer, Id, Instant } from "../state/types.ts";

/** Where an account is: the shop, and the instant at which it is looked at. */
export type Till = { store: Store; shop: string; at: Instant };

/** What the account holds at an instant. */
export function balanceOf(account: StoreCreditAccount): number {
  return account.entries.at(-1)?.balanceAfter ?? 0;
}

/** With what expired until now taken out: credits expire by themselves, and are written off when one next looks. */
export function upToDate(till: Till, account: StoreCreditAccount): StoreCreditAccount {
  const expired = account.entries
    .filter(({ remaining, expiresAt }) => remaining > 0 && expiresAt !== null && expiresAt <= till.at)
    .sort((a, b) => (String(a.expiresAt) < String(b.expiresAt) ? -1 : 1));
  return expired.reduce((before, credit) => expire(till, before, credit), account);
}

function expire(till: Till, account: StoreCreditAccount, credit: StoreCreditEntry): StoreCreditAccount {
  const emptied = account.entries.map((entry) =>
    entry.id === credit.id ? { ...entry, remaining: 0 } : entry,
  );
  const written = withEntry(till, { ...account, entries: emptied }, -credit.remaining, {
    kind: "expiration",
    event: "ADJUSTMENT",
    of: credit.id,
    at: credit.expiresAt ?? till.at,
  });
  return written.account;
}

/** The accounts of a customer, one per currency, as they are now. */
export function accountsOf(till: Till, customerId: Id): StoreCreditAccount[] {
  const accounts = till.store.collection(till.shop, "storeCreditAccount").findBy("customer", customerId);
  return accounts.map((account) => upToDate(till, account));
}

/** The customer's account in a currency; made where there is none. */
export function openAccount(till: Till, { id: customerId }: Customer, currency: string): StoreCreditAccount {
  const known = accountsOf(till, customerId).find((account) => account.currency === currency);
  if (known) return known;
  const id = till.store.nextId("storeCreditAccount");
  return { id, customerId, currency, entries: [], createdAt: till.at, updatedAt: till.at };
}

type Why = Pick<StoreCreditEntry, "event"> & Partial<Pick<StoreCreditEntry, "transaction">>;
type Written = { account: StoreCreditAccount; entry: StoreCreditEntry };

/** Puts money in, for good or until an instant. */
export function credit(
  till: Till,
  account: StoreCreditAccount,
  amount: number,
  why: Why & { expiresAt?: Instant | null },
): Written {
  return keep(till, withEntry(till, account, amount, { kind: "credit", ...why }));
}

/** Takes money out, what expires soonest first. The caller has seen that there is enough. */
export function debit(till: Till, account: StoreCreditAccount, amount: number, why: Why): Written {
  const entries = taken(account.entries, amount);
  return keep(till, withEntry(till, { ...account, entries }, -amount, { kind: "debit", ...why }));
}

/** Gives back (a part of) what a debit took. It does not expire again. */
export function revert(
  till: Till,
  account: StoreCreditAccount,
  amount: number,
  why: Why & { of: Id | null },
): Written {
  return keep(till, withEntry(till, account, amount, { kind: "revert", ...why }));
}

function taken(entries: StoreCreditEntry[], amount: number): StoreCreditEntry[] {
  const bySoonest = entries
    .filter(({ remaining }) => remaining > 0)
    .sort((a, b) => ((a.expiresAt ?? "9999") < (b.expiresAt ?? "9999") ? -1 : 1));
  let left = amount;
  const rest = new Map<Id, number>();
  for (const { id, remaining } of bySoonest) {
    const part = Math.min(left, remaining);
    rest.set(id, remaining - part);
    left -= part;
  }
  return entries.map((entry) => ({ ...entry, remaining: rest.get(entry.id) ?? entry.remaining }));
}

type Entry = Pick<StoreCreditEntry, "kind" | "event"> & Partial<StoreCreditEntry>;

function withEntry(till: Till, account: StoreCreditAccount, amount: number, about: Entry): Written {
  const entry: StoreCreditEntry = {
    id: till.store.nextId("storeCreditEntry"),
    at: till.at,
    expiresAt: null,
    of: null,
    transaction: null,
    ...about,
    amount,
    balanceAfter: balanceOf(account) + amount,
    remaining: Math.max(0, amount),
  };
  return { account: { ...account, updatedAt: till.at, entries: [...account.entries, entry] }, entry };
}

function keep(till: Till, written: Written): Written {
  till.store.collection(till.shop, "storeCreditAccount").put(written.account);
  return written;
}
