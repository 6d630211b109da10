import { listIdsOfPerson } from "../../db/erase.ts";
import { listMemberOrders, type MemberOrder } from "../../db/member-details.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { StoredTransaction } from "../../db/ledger.ts";
import { listOrderChanges, type OrderChange } from "../../db/order-changes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import {
  listBefore,
  listChain,
  listConsents,
  listGifts,
  listLevelChanges,
  listRefusals,
  listStaffDeeds,
  listUnrewarded,
  listWords,
  type Gift,
  type Placed,
  type StaffDeed,
  type TimelinePage,
  type Word,
} from "../../db/timeline.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { TransactionKind } from "../../loyalty/ledger.ts";
import type { Refusal } from "../../loyalty/redemption.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { openStreams, type Stream, type StreamPlaces } from "./streams.ts";
import { NARROWED, TOLD_OTHERWISE, type Source, type TimelineKind } from "./timeline-kinds.ts";

export const TIMELINE_A_PAGE = 20;

/** What happened, as it is kept. */
export type Happened = Placed &
  (
    | { of: "ledger"; transaction: StoredTransaction }
    | { of: "order"; order: MemberOrder }
    | ({ of: "change" } & OrderChange)
    | { of: "level"; from: string | null; to: string | null }
    | ({ of: "gift" } & Gift)
    | { of: "refusal"; reward: string; refusal: Refusal | null }
    | { of: "activity"; activity: string }
    | { of: "word"; word: Word; actor: string }
    | { of: "consent"; purpose: string; given: boolean }
    | ({ of: "staff" } & StaffDeed)
    | { of: "before"; points: bigint; reason: string }
    | { of: "known" }
  );

export interface TimelineQuery {
  memberId: MemberId;
  kind: TimelineKind;
  /** Where the page before ended; null for the newest. */
  behind: StreamPlaces | null;
}

export interface TimelinePart {
  happened: Happened[];
  /** Where the next page begins; null where there is none. */
  older: StreamPlaces | null;
}

/** A page of everything that happened to a person, whoever they were merged from: the newest first, of all sources. */
export function readTimeline(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { memberId, kind, behind, knownSince }: TimelineQuery & { knownSince: Instant },
): Promise<TimelinePart> {
  return lookAtShop(db, shop.id, async (tx) => {
    const ids = await listIdsOfPerson(tx, memberId);
    const { sources, kinds } = NARROWED[kind];
    const about = { tx, memberId, ids, knownSince, kinds, isAll: kind === "all" };
    const streams = sources.flatMap((source) => streamsOf(source, about));
    const { taken, places } = await openStreams(streams, { behind, limit: TIMELINE_A_PAGE });
    return { happened: taken, older: places };
  });
}

interface About {
  tx: ShopTransaction;
  memberId: MemberId;
  /** With whoever was merged into them. */
  ids: MemberId[];
  knownSince: Instant;
  kinds: readonly TransactionKind[] | null;
  isAll: boolean;
}

function streamsOf(source: Source, about: About): Stream<Happened>[] {
  // Each id has a chain of its own.
  if (source === "ledger") return about.ids.map((id) => ({ name: `ledger ${id}`, read: chainOf(id, about) }));
  return [{ name: source, read: READERS[source](about) }];
}

type Read = (page: TimelinePage) => Promise<Happened[]>;

function chainOf(memberId: MemberId, { tx, kinds }: About): Read {
  return async (page) => as("ledger", await listChain(tx, tx.shopId, { memberId, kinds }, page));
}

const READERS: Record<Exclude<Source, "ledger">, (about: About) => Read> = {
  order:
    ({ tx, memberId }) =>
    async ({ behind, limit }) => {
      const before = behind === null ? null : { processedAt: behind.at, id: behind.id };
      const orders = await listMemberOrders(tx, tx.shopId, { memberId, before, limit });
      return orders.map((order) => ({ of: "order", at: order.processedAt, id: order.id, order }));
    },
  change:
    ({ tx, memberId }) =>
    async (page) =>
      as("change", await listOrderChanges(tx, tx.shopId, memberId, page)),
  level:
    ({ tx, ids }) =>
    async (page) =>
      as("level", await listLevelChanges(tx, tx.shopId, ids, page)),
  gift:
    ({ tx, ids }) =>
    async (page) =>
      as("gift", await listGifts(tx, tx.shopId, ids, page)),
  refusal:
    ({ tx, memberId }) =>
    async (page) =>
      as("refusal", await listRefusals(tx, tx.shopId, memberId, page)),
  activity:
    ({ tx, memberId }) =>
    async (page) =>
      as("activity", await listUnrewarded(tx, tx.shopId, memberId, page)),
  word:
    ({ tx, ids }) =>
    async (page) =>
      as("word", await listWords(tx, tx.shopId, ids, page)),
  consent:
    ({ tx, ids }) =>
    async (page) =>
      as("consent", await listConsents(tx, tx.shopId, ids, page)),
  staff:
    ({ tx, ids, isAll }) =>
    async (page) => {
      const which = { memberIds: ids, besides: isAll ? TOLD_OTHERWISE : [] };
      return as("staff", await listStaffDeeds(tx, tx.shopId, which, page));
    },
  before:
    ({ tx, ids }) =>
    async (page) =>
      as("before", await listBefore(tx, tx.shopId, ids, page)),
  known:
    ({ knownSince }) =>
    async ({ behind }) =>
      behind === null ? [{ of: "known", at: knownSince, id: "0" }] : [],
};

function as<Of extends Source, T extends Placed>(of: Of, found: T[]): ({ of: Of } & T)[] {
  return found.map((one) => ({ of, ...one }));
}
