import { listImportedEntries } from "../db/imported.ts";
import { listMemberTransactions } from "../db/ledger.ts";
import {
  findMemberDetails,
  findOrderNames,
  listMemberOrders,
  listPendingOrders,
  type MemberOrder,
  type OrderPlace,
} from "../db/member-details.ts";
import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import { openBook, type Book } from "../loyalty/book.ts";
import { inConsumptionOrder, lotEndsAt, lotExpiresAt } from "../loyalty/lots.ts";
import { isPausedAt } from "../loyalty/pauses.ts";
import { levelHeld } from "../loyalty/members.ts";
import { formatExactMoney } from "../loyalty/money.ts";
import type { Lot, MemberRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import type { WhyNot } from "../loyalty/why-not.ts";
import { explainOrders } from "./explain/explain-order.ts";
import { describeTransactions, type LedgerEntry } from "./ledger-entries.ts";
import type { Services } from "./services.ts";

export const ENTRIES_A_PAGE = 20;
export const ORDERS_A_PAGE = 10;
const BEFORE_SHOWN = 50;

export interface MemberQuery {
  id: string;
  /** The entry that the ledger's page begins with; the newest for null. */
  ledgerFrom: number | null;
  ordersBefore: OrderPlace | null;
}

/** Points and money are decimal strings. */
export interface MemberView {
  now: Instant;
  member: {
    id: string;
    firstName: string | null;
    lastName: string | null;
    email: string | null;
    knownSince: Instant;
    erasedAt: Instant | null;
    level: string | null;
  };
  figures: Record<"available" | "pending" | "held" | "owed" | "earned" | "redeemed" | "expired", string>;
  pending: { order: string; points: string; vestsAt: Instant }[];
  lots: LotView[];
  ledger: { entries: LedgerEntry[]; newer: number | null; older: number | null; total: number };
  orders: { rows: OrderView[]; older: string | null; isFirst: boolean };
  /** What happened in another app, the newest first; never counted. */
  before: { entries: { key: string; at: Instant; points: string; reason: string }[]; total: number };
}

export interface LotView {
  id: string;
  source: Lot["source"];
  /** The name of the order that earned it. */
  order: string | null;
  remaining: string;
  held: string;
  since: Instant;
  /** The midnight at which it is gone; null for never. */
  expiresAt: Instant | null;
  /** It stays until its owner was told. */
  awaitsNotice: boolean;
}

export interface OrderView {
  id: string;
  name: string;
  processedAt: Instant;
  counts: boolean;
  value: string;
  points: string;
  pending: string;
  vestsAt: Instant;
  /** Why it earned nothing, or less than one might expect; null where nothing but its sums is kept. */
  whyNot: WhyNot | null;
}

export type ShownMember =
  | { outcome: "found"; view: MemberView }
  /** The store merged this customer into another. */
  | { outcome: "merged"; keptId: string }
  | { outcome: "unknown" };

/** Everything about one member: figures, lots with their dates, and the reason of every entry. */
export async function showMember(
  { db, clock }: Services,
  shop: ShopRow,
  query: MemberQuery,
): Promise<ShownMember> {
  const { sql } = db;
  const found = await findMemberDetails(sql, shop.id, query.id);
  if (found === null) return { outcome: "unknown" };
  const { record, ...person } = found;
  if (record.mergedInto !== null) return { outcome: "merged", keptId: record.mergedInto };
  const now = clock();
  const book = openBook({
    versions: await listVersions(sql, shop.id),
    product: () => null,
    pseudonym: (id) => id,
  });
  const names = await findOrderNames(
    sql,
    shop.id,
    record.lots.flatMap(({ orderId }) => orderId ?? []),
  );
  const pending = await listPendingOrders(sql, shop.id, record.id);
  const orders = await ordersOf(db, shop, query);
  const ledger = await ledgerOf(sql, shop, record, query.ledgerFrom);
  const before = await listImportedEntries(sql, shop.id, { memberId: record.id, limit: BEFORE_SHOWN });
  return {
    outcome: "found",
    view: {
      now,
      member: { id: record.id, ...person, level: levelHeld(book, record, now) },
      figures: figuresOf(record),
      pending: pending.map(({ name, pending: points, vestsAt }) => ({
        order: name,
        points: points.toString(),
        vestsAt,
      })),
      lots: inConsumptionOrder(book, record, record.lots).map((lot) =>
        lotView(book, record, lot, { names, now }),
      ),
      ledger,
      orders,
      before: {
        total: before.total,
        entries: before.entries.map(({ importId, number, at, points, reason }) => {
          return { key: `${importId}:${number}`, at, points: points.toString(), reason };
        }),
      },
    },
  };
}

function figuresOf({
  available,
  pending,
  held,
  owed,
  earned,
  redeemed,
  expired,
}: MemberRecord): MemberView["figures"] {
  return {
    available: available.toString(),
    pending: pending.toString(),
    held: held.toString(),
    owed: owed.toString(),
    earned: earned.toString(),
    redeemed: redeemed.toString(),
    expired: expired.toString(),
  };
}

function lotView(
  book: Book,
  member: MemberRecord,
  lot: Lot,
  { names, now }: { names: ReadonlyMap<string, string>; now: Instant },
): LotView {
  // Nobody knows for how long a pause lasts, so nothing has a date then.
  const date = isPausedAt(book.versions, now) ? null : lotEndsAt(book, member, lot, now);
  const expiresAt = lotExpiresAt(book, member, lot, now);
  return {
    id: lot.id,
    source: lot.source,
    order: names.get(lot.orderId ?? "") ?? null,
    remaining: lot.remaining.toString(),
    held: lot.held.toString(),
    since: lot.availableAt,
    expiresAt: expiresAt ?? date,
    awaitsNotice: date !== null && expiresAt === null,
  };
}

type Sql = Services["db"]["sql"];

/** The chain counts from 1 without gaps, so a page is named by the entry it begins with. */
async function ledgerOf(
  sql: Sql,
  shop: ShopRow,
  { id, seq: total }: MemberRecord,
  from: number | null,
): Promise<MemberView["ledger"]> {
  const top = Math.min(from ?? total, total);
  const page = { memberId: id, limit: ENTRIES_A_PAGE, before: top + 1 };
  const transactions = await listMemberTransactions(sql, shop.id, page);
  return {
    entries: await describeTransactions(sql, shop.id, transactions),
    newer: top < total ? Math.min(top + ENTRIES_A_PAGE, total) : null,
    older: top > ENTRIES_A_PAGE ? top - ENTRIES_A_PAGE : null,
    total,
  };
}

async function ordersOf(
  db: Services["db"],
  shop: ShopRow,
  { id, ordersBefore }: MemberQuery,
): Promise<MemberView["orders"]> {
  const found = await listMemberOrders(db.sql, shop.id, {
    memberId: id,
    before: ordersBefore,
    limit: ORDERS_A_PAGE + 1,
  });
  const rows = found.slice(0, ORDERS_A_PAGE);
  const last = rows.at(-1);
  const reasons = await explainOrders(
    { db },
    shop,
    rows.map((order) => order.id),
  );
  return {
    rows: rows.map((order) => orderView(order, shop.currency, reasons.get(order.id) ?? null)),
    older: found.length > ORDERS_A_PAGE && last !== undefined ? `${last.processedAt}_${last.id}` : null,
    isFirst: ordersBefore === null,
  };
}

function orderView(order: MemberOrder, currency: string, whyNot: WhyNot | null): OrderView {
  return {
    id: order.id,
    name: order.name,
    processedAt: order.processedAt,
    counts: order.counts,
    value: formatExactMoney(order.value, currency),
    points: order.posted.toString(),
    pending: order.pending.toString(),
    vestsAt: order.vestsAt,
    whyNot,
  };
}

/** What a page's address asks for; what cannot be read is left out. null where it names no member. */
export function readMemberPage(id: string | undefined, address: URLSearchParams): MemberQuery | null {
  if (id === undefined || !/^-?[1-9]\d{0,17}$/.test(id)) return null;
  const [, processedAt, order] = /^(\d{1,15})_(\d{1,18})$/.exec(address.get("orders") ?? "") ?? [];
  const from = /^[1-9]\d{0,8}$/.exec(address.get("ledger") ?? "")?.[0];
  return {
    id,
    ledgerFrom: from === undefined ? null : Number(from),
    ordersBefore:
      processedAt === undefined || order === undefined
        ? null
        : { processedAt: Number(processedAt), id: order },
  };
}
