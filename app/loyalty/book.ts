import type { FindProduct } from "./events.ts";
import type { MemberId, OrderId, RedemptionId } from "./ids.ts";
import type { LedgerTransaction } from "./ledger.ts";
import type {
  ActivityRecord,
  Lot,
  MemberRecord,
  OrderRecord,
  OrderSnapshot,
  PastDeed,
  RedemptionRecord,
} from "./records.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";

/**
 * The book of accounts of one shop, as far as one unit of work may touch it. The database puts in the records that
 * `needs` names, the core changes them in place and appends to the journal, and the database writes what `changes`
 * names and the journal back in one transaction. A backtest keeps the whole shop in one book.
 *
 * Records are changed by the core alone. Everything in them is JSON, but for points, money and fractions (`bigint`).
 */
export interface Book {
  readonly versions: readonly ProgrammeVersion[];
  readonly product: FindProduct;
  /** The salted name under which a member stands in the hash chain: erasing the salt leaves the chain verifiable. */
  readonly pseudonym: (id: MemberId) => string;
  /** Whether transactions are hashed into their member's chain: nobody reads that of a backtest. */
  readonly chained: boolean;
  readonly members: Map<MemberId, MemberRecord>;
  readonly orders: Map<OrderId, OrderRecord>;
  /** Only of orders that the event is about. */
  readonly snapshots: Map<OrderId, OrderSnapshot>;
  readonly redemptions: Map<RedemptionId, RedemptionRecord>;
  /** By key. */
  readonly activities: Map<string, ActivityRecord>;
  /**
   * What counts towards a member's levels and is not in the book itself: its record stands where both have it. A book
   * may leave out what `past` tells of, as `load-book.ts` does; see docs/decisions/.
   */
  readonly past: Map<MemberId, readonly PastDeed[]>;
  /** Keys of adjustments known to be used up: of those that `needs` asked for. */
  readonly adjustments: Set<string>;
  /** How many redemptions of a reward are held or taken, for rewards with a `total` or a `stock`. */
  readonly rewardsOut: Map<string, number>;
  readonly finder: Finder;
  /** What happened in this unit of work, in order. */
  readonly journal: LedgerTransaction[];
  readonly changes: Changes;
}

/** Who belongs to whom, kept beside the records so that nothing ever walks over a whole shop. */
export interface Finder {
  /** Orders that a member has a share of, or whose newest state is theirs. */
  ordersOf: Map<MemberId, Set<OrderRecord>>;
  redemptionsOf: Map<MemberId, Set<RedemptionId>>;
  activitiesOf: Map<MemberId, Set<string>>;
  /** By code in lower case. */
  ordersWithCode: Map<string, Set<OrderId>>;
  redemptionWithCode: Map<string, RedemptionId>;
  /** Redemptions that an order has taken. */
  takenBy: Map<OrderId, Set<RedemptionId>>;
}

/** Ids of the records that are new or no longer as they were loaded. */
export interface Changes {
  members: Set<MemberId>;
  /** Of whom something else can be told now, although nothing may have been posted to them. */
  restated: Set<MemberId>;
  orders: Set<OrderId>;
  snapshots: Set<OrderId>;
  redemptions: Set<RedemptionId>;
  /** Keys. */
  activities: Set<string>;
  /** Keys. */
  adjustments: Set<string>;
  /** By lot id, with the member that has it now; a lot with nothing remaining and nothing held is closed. */
  lots: Map<string, { memberId: MemberId; lot: Lot }>;
  levels: LevelChange[];
}

/** Not a ledger transaction, for it moves no points; for messages, segments and the storefront. */
export interface LevelChange {
  memberId: MemberId;
  at: Instant;
  from: string | null;
  to: string | null;
}

export interface BookTerms {
  /** Every saved version of the shop. */
  versions: readonly ProgrammeVersion[];
  product: FindProduct;
  /** The same id must always give the same pseudonym. */
  pseudonym: (id: MemberId) => string;
  /** Left out: true. */
  chained?: boolean;
}

/** An empty book; records go in by `addMember`, `addOrder` … of `finder.ts`. */
export function openBook(terms: BookTerms): Book {
  return {
    chained: true,
    ...terms,
    members: new Map(),
    orders: new Map(),
    snapshots: new Map(),
    redemptions: new Map(),
    activities: new Map(),
    past: new Map(),
    adjustments: new Set(),
    rewardsOut: new Map(),
    finder: {
      ordersOf: new Map(),
      redemptionsOf: new Map(),
      activitiesOf: new Map(),
      ordersWithCode: new Map(),
      redemptionWithCode: new Map(),
      takenBy: new Map(),
    },
    journal: [],
    changes: noChanges(),
  };
}

export function noChanges(): Changes {
  return {
    members: new Set(),
    restated: new Set(),
    orders: new Set(),
    snapshots: new Set(),
    redemptions: new Set(),
    activities: new Set(),
    adjustments: new Set(),
    lots: new Map(),
    levels: [],
  };
}
