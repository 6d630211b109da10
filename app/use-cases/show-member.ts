import { findConsent, type Consent } from "../db/consents.ts";
import { findMemberDetails, findOrderNames, listPendingOrders } from "../db/member-details.ts";
import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import { lookAtShop } from "../db/snapshot.ts";
import { isBlocked, isOut } from "../loyalty/absence.ts";
import { openBook, type Book } from "../loyalty/book.ts";
import { inConsumptionOrder, lotEndsAt, lotExpiresAt } from "../loyalty/lots.ts";
import { isPausedAt } from "../loyalty/pauses.ts";
import { levelHeld } from "../loyalty/members.ts";
import type { Debt } from "../loyalty/programme.ts";
import type { Lot, MemberRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import type { TierProgress } from "../loyalty/summary.ts";
import { versionAt } from "../loyalty/versions.ts";
import { groupedCode, memberCodeOf } from "./membership/member-code.ts";
import { memberStandings } from "./member-standings.ts";
import { wordToErase } from "./person/erase-member.ts";
import type { Services } from "./services.ts";

/** Points and money are decimal strings. */
export interface MemberView {
  now: Instant;
  member: {
    id: string;
    firstName: string | null;
    lastName: string | null;
    email: string | null;
    locale: string | null;
    knownSince: Instant;
    erasedAt: Instant | null;
    level: string | null;
    /** They left the programme, or the shop has shut them out of it. */
    out: boolean;
    blocked: boolean;
    /** Whether the store still shows figures of before. */
    isStale: boolean;
    /** What they show at the till; null once they are erased. */
    cardCode: string | null;
    birthday: { month: number; day: number } | null;
    /** What has to be typed to erase them. */
    wordToErase: string;
  };
  /** What becomes of points that are taken and are not there. */
  debt: Debt;
  figures: Record<"available" | "pending" | "held" | "owed" | "earned" | "redeemed" | "expired", string>;
  pending: { order: string; points: string; vestsAt: Instant }[];
  lots: LotView[];
  tier: TierView | null;
  /** What they agreed to; null where they never said a word. */
  messages: Consent | null;
}

/** Where the member stands among the levels. */
export interface TierView {
  basis: "spend" | "points" | "orders";
  progress: TierProgress | null;
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

export type ShownMember =
  | { outcome: "found"; view: MemberView }
  /** The store merged this customer into another. */
  | { outcome: "merged"; keptId: string }
  | { outcome: "unknown" };

/** Who a member is and what they have now; what happened to them is told by their timeline. */
export async function showMember(services: Services, shop: ShopRow, id: string): Promise<ShownMember> {
  const { db, clock } = services;
  const { sql } = db;
  const found = await findMemberDetails(sql, shop.id, id);
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
  const messages = await lookAtShop(db, shop.id, (tx) => findConsent(tx, record.id, "messages"));
  const { birthday } = record;
  return {
    outcome: "found",
    view: {
      now,
      member: {
        id: record.id,
        ...person,
        level: levelHeld(book, record, now),
        out: isOut(record),
        blocked: isBlocked(record),
        cardCode: record.id.startsWith("-") ? null : groupedCode(memberCodeOf(shop, record.id)),
        birthday: birthday === null ? null : { month: birthday.month, day: birthday.day },
        wordToErase: wordToErase(found),
      },
      debt: versionAt(book.versions, now)?.programme.points.debt ?? "owe",
      figures: figuresOf(record),
      pending: pending.map(({ name, pending: points, vestsAt }) => ({
        order: name,
        points: points.toString(),
        vestsAt,
      })),
      lots: inConsumptionOrder(book, record, record.lots).map((lot) =>
        lotView(book, record, lot, { names, now }),
      ),
      tier: await tierOf(services, shop, { book, record }),
      messages,
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

async function tierOf(
  services: Services,
  shop: ShopRow,
  { book, record }: { book: Book; record: MemberRecord },
): Promise<TierView | null> {
  const tiers = versionAt(book.versions, services.clock())?.programme.tiers ?? null;
  if (tiers === null) return null;
  const standing = (await memberStandings(services, shop, [record.id])).get(record.id);
  return { basis: tiers.basis, progress: standing?.progress ?? null };
}

/** The number of a member in an address, also of one who was erased; null where it is none. */
export function readMemberId(text: string | undefined): string | null {
  return text !== undefined && /^-?[1-9]\d{0,17}$/.test(text) ? text : null;
}
