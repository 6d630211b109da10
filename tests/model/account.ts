/** One member's points: lots, pending points, debt, and how each of them moves (points.md, sections 5 and 6). */
import { DAY_MS, addMonths, dayOf, nextMidnight, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Expiry, Programme } from "./case-format.ts";

/** Points that became available together. Lots are never dropped: what is held of one goes back to it. */
export interface Lot {
  left: bigint;
  held: bigint;
  /** The order that earned them, or null. */
  order: string | null;
  /** What "then from the oldest" goes by: a number that rises with every lot that becomes available. */
  age: number;
  becameAvailable: Instant;
  zone: string;
  expiry: Expiry;
  noticeRequired: boolean;
  noticeDays: number[];
  /** Points that came back do not expire before this. */
  notBefore: Instant;
  notices: { at: Instant; forDate: Instant }[];
}

export interface Pending {
  points: bigint;
  order: string;
  processedAt: Instant;
  vestsAt: Instant;
}

/** Points held or taken, and the lot each part of them is from; null for what became owed. */
export type Piece = { lot: Lot | null; points: bigint };

export interface Member {
  id: string;
  lots: Lot[];
  pending: Pending[];
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  expired: bigint;
  lastActivity: Instant;
  signedUp: boolean;
  /** `since` when it was given or last changed. */
  birthday: { month: number; day: number; since: Instant } | null;
  lastBirthday: Instant;
  level: string | null;
  /** Levels once qualified for: the first midnight that no longer found each reached, or null while none has. */
  qualified: Map<string, Instant | null>;
  /** Of each order: points of it that have expired, and points a claw-back of it dropped. */
  expiredOf: Map<string, bigint>;
  droppedOf: Map<string, bigint>;
  activities: { rule: string; at: Instant; points: bigint }[];
}

export function newMember(id: string, level: string | null): Member {
  return {
    id,
    lots: [],
    pending: [],
    owed: 0n,
    earned: 0n,
    redeemed: 0n,
    expired: 0n,
    lastActivity: -Infinity,
    signedUp: false,
    birthday: null,
    lastBirthday: -Infinity,
    level,
    qualified: new Map(),
    expiredOf: new Map(),
    droppedOf: new Map(),
    activities: [],
  };
}

export function available(member: Member): bigint {
  return member.lots.reduce((total, lot) => total + lot.left, 0n);
}

export function held(member: Member): bigint {
  return member.lots.reduce((total, lot) => total + lot.held, 0n);
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function add<K>(counts: Map<K, bigint>, key: K, points: bigint): void {
  counts.set(key, (counts.get(key) ?? 0n) + points);
}

let age = 0;
function nextAge(): number {
  return ++age;
}

/** A lot of points that become available now, under the version in force now. It is not yet the member's. */
export function newLot(points: bigint, order: string | null, now: Instant, programme: Programme): Lot {
  return {
    left: points,
    held: 0n,
    order,
    age: nextAge(),
    becameAvailable: now,
    zone: programme.timezone,
    expiry: programme.points?.expiry ?? { kind: "none" },
    noticeRequired: programme.points?.notice?.required ?? true,
    noticeDays: programme.points?.notice?.days ?? [30, 7],
    notBefore: -Infinity,
    notices: [],
  };
}

/** The midnight that ends a lot's last day; Infinity if it has none. */
export function dateOf(member: Member, lot: Lot): Instant {
  if (lot.expiry.kind === "none") return Infinity;
  const since = lot.expiry.kind === "lots" ? lot.becameAvailable : member.lastActivity;
  const lastDay = addMonths(dayOf(lot.zone, since), lot.expiry.months);
  return Math.max(startOfDay(lot.zone, lastDay + 1), lot.notBefore);
}

/** The instant at which a lot does expire by what is known now: its date, or later or never for want of a notice. */
export function expiresAt(member: Member, lot: Lot): Instant {
  const date = dateOf(member, lot);
  if (!lot.noticeRequired || date === Infinity) return date;
  const told = lot.notices.filter((notice) => notice.forDate === date).map((notice) => notice.at);
  if (told.length === 0) return Infinity;
  const earliest = Math.min(...told) + Math.min(...lot.noticeDays) * DAY_MS;
  return earliest <= date ? date : nextMidnight(lot.zone, earliest, true);
}

/** A notice to the member was delivered: it covers the lots whose date is past or near, held points too. */
export function tell(member: Member, now: Instant): void {
  for (const lot of member.lots) {
    const date = dateOf(member, lot);
    if (date === Infinity || lot.left + lot.held === 0n) continue;
    if (date - now <= Math.max(...lot.noticeDays) * DAY_MS) lot.notices.push({ at: now, forDate: date });
  }
}

/** A member's lots in the order in which they are consumed. */
function inConsumptionOrder(member: Member): Lot[] {
  return [...member.lots].sort((a, b) => {
    const [dateA, dateB] = [dateOf(member, a), dateOf(member, b)];
    return dateA === dateB ? a.age - b.age : dateA - dateB;
  });
}

/** Takes up to so many points out of available lots; answers which. */
export function consume(member: Member, points: bigint, which: (lot: Lot) => boolean = () => true): Piece[] {
  const pieces: Piece[] = [];
  for (const lot of inConsumptionOrder(member).filter(which)) {
    const part = least(lot.left, points);
    if (part === 0n) continue;
    lot.left -= part;
    points -= part;
    pieces.push({ lot, points: part });
  }
  return pieces;
}

export function total(pieces: Piece[]): bigint {
  return pieces.reduce((points, piece) => points + piece.points, 0n);
}

export function payDebt(member: Member): void {
  member.owed -= total(consume(member, member.owed));
}

/** Whatever is available of the lots whose end has come is gone. */
export function expire(member: Member, now: Instant): void {
  for (const lot of member.lots) {
    if (lot.left === 0n || expiresAt(member, lot) > now) continue;
    member.expired += lot.left;
    if (lot.order !== null) add(member.expiredOf, lot.order, lot.left);
    lot.left = 0n;
  }
}

/** Points become available at once: manual, sign-up, activity. */
export function gain(member: Member, points: bigint, now: Instant, programme: Programme): void {
  member.lots.push(newLot(points, null, now, programme));
  member.lastActivity = now;
  payDebt(member);
}

export interface OrderTerms {
  order: string;
  processedAt: Instant;
  /** When its points vest. */
  vestsAt: Instant;
  debt: "owe" | "forgive";
}

/** An order earned more. What was dropped for it is made up for first. */
export function earn(
  member: Member,
  points: bigint,
  terms: OrderTerms,
  now: Instant,
  programme: Programme,
): void {
  member.earned += points;
  member.lastActivity = now;
  const madeUp = least(member.droppedOf.get(terms.order) ?? 0n, points);
  add(member.droppedOf, terms.order, -madeUp);
  const rest = points - madeUp;
  if (rest === 0n) return;
  if (terms.vestsAt > now) {
    member.pending.push({ ...terms, points: rest });
  } else {
    member.lots.push(newLot(rest, terms.order, now, programme));
    payDebt(member);
  }
}

/** What vests at one instant is as old as its order: by processed_at, then by the smaller order id. */
function byOrder(a: Pending, b: Pending): number {
  return a.processedAt - b.processedAt || Number(a.order) - Number(b.order);
}

/** Everything of the member that vests by now becomes available. */
export function vest(member: Member, now: Instant, programme: Programme): void {
  const due = member.pending.filter((of) => of.vestsAt <= now).sort(byOrder);
  if (due.length === 0) return;
  member.pending = member.pending.filter((of) => of.vestsAt > now);
  for (const of of due) member.lots.push(newLot(of.points, of.order, now, programme));
  member.lastActivity = now;
  payDebt(member);
}

/** A claw-back of an order, until it is met: its own points first, wherever they are. */
export function clawBack(member: Member, points: bigint, terms: OrderTerms): void {
  member.earned -= points;
  let open = points;
  for (const of of member.pending.filter((pending) => pending.order === terms.order)) {
    const part = least(of.points, open);
    of.points -= part;
    open -= part;
  }
  member.pending = member.pending.filter((of) => of.points > 0n);
  open -= total(consume(member, open, (lot) => lot.order === terms.order));
  const gone = least(member.expiredOf.get(terms.order) ?? 0n, open);
  add(member.expiredOf, terms.order, -gone);
  member.expired -= gone;
  open -= gone;
  add(member.droppedOf, terms.order, takeAnywhere(member, open, terms.debt).dropped);
}

/** Takes points from any lots; what is missing is owed, or dropped where debts are forgiven and nothing is held. */
export function takeAnywhere(
  member: Member,
  points: bigint,
  debt: "owe" | "forgive",
): { pieces: Piece[]; dropped: bigint } {
  const pieces = consume(member, points);
  const missing = points - total(pieces);
  const coveredByHeld = held(member) > member.owed ? held(member) - member.owed : 0n;
  const owed = debt === "owe" ? missing : least(missing, coveredByHeld);
  member.owed += owed;
  if (owed > 0n) pieces.push({ lot: null, points: owed });
  return { pieces, dropped: missing - owed };
}
