import type { Cause } from "./events.ts";
import type { Explanation } from "./explanation.ts";
import type { LotId, MemberId, OrderId } from "./ids.ts";
import type { Points } from "./points.ts";
import type { Instant } from "./time.ts";

/**
 * Where points can be. Four accounts belong to each member; `owed` runs the other way: its balance is 0 or below,
 * and a member with the balance −20 owes 20.
 *
 * The others are the shop's, and every posting on them stands in the chain of the member it concerns, so a member's
 * totals can be summed from their own transactions: earned = −balance(earnings), redeemed = balance(redemptions),
 * expired = balance(breakage).
 *
 * - `earnings`: what orders, activities and sign-ups gave, less claw-backs
 * - `adjustments`: what staff gave and took by hand
 * - `redemptions`: what orders with a code (or the store, for kinds without one) took
 * - `breakage`: what expired
 * - `forgiveness`: what could not be taken back and was dropped
 * - `imports`: what members had in another programme and brought along
 * - `merges`: passage from a member merged away to the one kept; 0 over both
 */
export type MemberAccount = "pending" | "available" | "held" | "owed";
export type ShopAccount =
  "earnings" | "adjustments" | "redemptions" | "breakage" | "forgiveness" | "imports" | "merges";
export type Account = MemberAccount | ShopAccount;

/** Points move from `debit` to `credit`. Balanced by construction: what the one loses the other gains. */
export interface Posting {
  debit: Account;
  credit: Account;
  /** Above 0. */
  points: Points;
  /** Named wherever `available` or `held` is touched, so that lots can be rebuilt from postings. */
  lotId: LotId | null;
  /**
   * On `earnings` and `pending` the order whose points are brought to its entitlement, else the one that earned the
   * lot; null where there is none. So the sums on `earnings` are what is posted for each order.
   */
  orderId: OrderId | null;
}

export type TransactionKind =
  | "order"
  | "vest"
  | "activity"
  | "signup"
  | "birthday"
  | "adjust"
  | "import"
  | "expire"
  | "hold"
  | "release"
  | "take"
  | "come-back"
  | "merge-out"
  | "merge-in";

/**
 * Something that moved points of one member, never changed afterwards. Its story:
 * the key comes from the business and is unique in the shop (`order:<id>:<n>`, `vest:<order>:<n>`, `redeem:<id>`,
 * `release:<id>:<n>`, `take:<id>:<n>`, `come-back:<id>:<n>`, `expire:<lot>:<n>`, `adjust:<key>`, `activity:<key>`,
 * `signup:<member>`, `birthday:<member>:<year>`, `import:<key>`, `merge-out:<deleted>`, `merge-in:<deleted>`). Where a key or an explanation speaks of a member it
 * names the pseudonym, so that `memberId` is the only place to erase.
 */
export interface LedgerTransaction {
  key: string;
  memberId: MemberId;
  kind: TransactionKind;
  /** The business instant: when it was due or happened, however much later it was worked off. */
  at: Instant;
  cause: Cause;
  /** Number of the programme version it was done under; 0 where none was in force. */
  version: number;
  explanation: Explanation;
  /** Never empty. */
  postings: Posting[];
  /** 1, 2, 3 … in the member's chain. */
  seq: number;
  /** Hash of the member's transaction before; "" for the first. */
  previousHash: string;
  /** Over `previousHash` and the canonical form of the rest: see `hash.ts`. */
  hash: string;
}

/** What a transaction is before the chain takes it in. */
export type TransactionDraft = Omit<LedgerTransaction, "seq" | "previousHash" | "hash">;
