import type { Fraction } from "./fraction.ts";
import type { LotId, MemberId, OrderId, ProductId, RedemptionId } from "./ids.ts";
import type { Order, ProductFacts, Refund } from "./order.ts";
import type { Points } from "./points.ts";
import type { Instant } from "./time.ts";

/** What a lot is from its birth on: enough to make one of the same kind again when taken points come back. */
export interface LotOrigin {
  /** The order that earned it, whatever happened to the points since; null where no order did. */
  orderId: OrderId | null;
  source: "order" | "activity" | "signup" | "birthday" | "adjustment" | "come-back" | "import";
  /** When it became available; kept by points that come back, so that they stay as old as they were. */
  availableAt: Instant;
  /** Rises with every lot of the member: of two that became available at once, the lower is the older. */
  number: number;
  /** The programme version in force then, whose expiry and notice rules it follows; 0 for none. */
  version: number;
  /** Points that came back do not expire before this midnight, whatever their date says; null for all others. */
  notBefore: Instant | null;
  /** Points moved in from elsewhere may bring their date along; null for those that go by the rules. */
  endsAt: Instant | "never" | null;
}

/**
 * Points of one origin that a member has. A lot is open while anything of it is available or held; its date is not
 * stored, because with `inactivity` it moves with the member: ask `lotDate`.
 */
export interface Lot extends LotOrigin {
  id: LotId;
  /** Available points of it. */
  remaining: Points;
  /** Points of it that redemptions hold. */
  held: Points;
  /** The earliest notice delivered about it, and the date that it told of; worth nothing for any other date. */
  notice: { about: Instant; deliveredAt: Instant } | null;
  /** How often something of it expired: the number in the next `expire:<lot>:<n>`. */
  expiries: number;
}

/** A level the member has qualified for: null while reached, else the first midnight that no longer found it so. */
export type Guarantees = Record<string, Instant | null>;

/** A time for which a member is out of the programme: from inclusive, to exclusive; null while it lasts. */
export interface Absence {
  from: Instant;
  to: Instant | null;
  /** Left out where the member left of their own will. */
  because?: "blocked";
}

/** A member as the shop knows them: figures that equal the sums of their postings, and what cannot be summed. */
export interface MemberRecord {
  /** The store's customer id. */
  id: MemberId;
  /** Set once the store merged this customer into another; nothing happens here any more. */
  mergedInto: MemberId | null;
  pending: Points;
  available: Points;
  held: Points;
  owed: Points;
  /** Net points from orders, activities and sign-up, pending ones included. */
  earned: Points;
  /** Taken less come back. */
  redeemed: Points;
  expired: Points;
  /** The level held; null where the version that last worked it out has no tiers. */
  level: string | null;
  guarantees: Guarantees;
  /** Last gain or redemption: what `inactivity` counts from. */
  lastActivityAt: Instant | null;
  /** Whether the first `customers/create` was seen; the bonus is for that one only. */
  signedUp: boolean;
  /** Without a year; `since` when it was given or last changed. */
  birthday: { month: number; day: number; since: Instant } | null;
  /** The birthday for which a bonus was given last. */
  birthdayPaidAt: Instant | null;
  /** A level that was brought along from elsewhere and is not lost before. */
  keptLevel: { id: string; until: Instant } | null;
  /** When they were out of the programme, by when it began; for each cause only the last may still last. */
  absences: Absence[];
  /** Open lots, in no order: `inConsumptionOrder` has the one that counts. */
  lots: Lot[];
  /** Number the next lot gets. */
  nextLot: number;
  /** Transactions in the member's chain so far, and the hash of the last ("" for none). */
  seq: number;
  head: string;
  /** Everything due up to and with this instant has been worked off. */
  settledTo: Instant;
  /**
   * Next instant at which anything of this member may fall due (vesting, a lot, a code, a midnight that may change
   * the level); perhaps too early, never too late; null for never.
   */
  nextDueAt: Instant | null;
}

/** What one member has of one order. Mostly there is one; an order that changed its customer has one for each. */
export interface OrderShare {
  memberId: MemberId;
  /** Points posted and not taken back: brought to the entitlement after every event. */
  posted: Points;
  /** Of those, what has not vested yet. */
  pending: Points;
  /** Points of this order that expired, less those a claw-back found gone already. */
  expired: Points;
  /** What claw-backs of this order dropped and no later increase has made up for. */
  dropped: Points;
}

/**
 * What is kept of an order in few bytes: loaded with every order of a member, so that tiers and the first-order
 * bonus can be worked out without the order itself, which is in its `OrderSnapshot`.
 */
export interface OrderRecord {
  id: OrderId;
  /** "#1001"; "" until an orders/… event told of it. */
  name: string;
  /** The member of the newest state (merges followed); null for a guest's. */
  memberId: MemberId | null;
  /** Whether an orders/… event told of it: a refund may come first. */
  told: boolean;
  deleted: boolean;
  /** 0 until told. */
  processedAt: Instant;
  counts: boolean;
  /** It counts although part of its money is to come: it keeps at most what was posted before the event. */
  waits: boolean;
  /**
   * Placed while its member was out of the programme: it earns nothing and counts towards nothing. Settled by the first
   * news that names the member, and kept as long as the order is theirs.
   */
  away: boolean;
  /** Cancelled or voided, so that nothing of it was kept: the points of a code that it took come back. */
  undone: boolean;
  /** Set by the first event at which it counted, and never changed: the level held just before. */
  fixed: { level: string | null } | null;
  /** The version in force at `processedAt`; 0 for none (outside the programme). */
  version: number;
  /** When its pending points vest. */
  vestsAt: Instant;
  /** Minor units; 0 while it does not count. */
  value: Fraction;
  /** What it earns while it counts: rate and bonuses, and on top if it is the member's first. */
  points: Points;
  firstOrderPoints: Points;
  shares: OrderShare[];
  /** In lower case. */
  codes: string[];
  /** Ledger transactions of it so far: the number in the next `order:<id>:<n>` or `vest:<id>:<n>`. */
  transactions: number;
}

/** The heavy half of an order: only needed for events about the order itself. */
export interface OrderSnapshot {
  id: OrderId;
  /** The newest known state with every refund known, each as first received; null until told. */
  order: Order | null;
  /** Refunds that came before any word of the order. */
  earlyRefunds: Refund[];
  /** The products of its lines as first known, so that a tag added later does not rewrite history. */
  products: Record<ProductId, ProductFacts>;
}

export type RedemptionState = "held" | "taken" | "released" | "refused";

/** Points of one lot in a redemption. */
export interface RedemptionPart {
  lotId: LotId;
  points: Points;
  origin: LotOrigin;
}

/**
 * A member's wish for a reward: refused, or held until its code is used (taken) or given up (released). A released
 * one can still be taken by an order that carries its code, and a taken one released when that order is undone.
 */
export interface RedemptionRecord {
  id: RedemptionId;
  memberId: MemberId;
  rewardId: string;
  /** 0 for a refused one whose reward is not in the programme. */
  cost: Points;
  /** Whole units that were asked for of a sliding cost; null for a fixed one. */
  units: bigint | null;
  /** As written; null for kinds without a code and for refused ones. */
  code: string | null;
  state: RedemptionState;
  heldAt: Instant;
  version: number;
  /** When its code's days are over; null where it has none. */
  endsAt: Instant | null;
  /** The order that took it. */
  orderId: OrderId | null;
  /** Where the points came from: held of these lots while held, gone from them while taken, empty otherwise. */
  parts: RedemptionPart[];
  /** Of a late take: what became owed, and what was dropped. */
  owed: Points;
  dropped: Points;
  /** How often it was released, taken and given back: the number in the next key. */
  moves: number;
}

/**
 * What an order or an activity counts towards levels, and nothing else of it: all that a book has of most of what a
 * member with a long past ever did.
 */
export interface PastDeed {
  of: "order" | "activity";
  /** The order's id, the activity's key. */
  id: string;
  at: Instant;
  /** Minor units; 0 for an activity. */
  value: Fraction;
  points: Points;
}

/** An activity that was told of; its key is used up also where nothing was earned. */
export interface ActivityRecord {
  key: string;
  memberId: MemberId;
  activity: string;
  at: Instant;
  /** What counts for limits, for each rule by itself. */
  earned: { ruleId: string; points: Points }[];
}
