import type {
  ActivityRecord,
  Lot,
  MemberRecord,
  OrderRecord,
  OrderSnapshot,
  RedemptionRecord,
} from "../loyalty/records.ts";
import { fromJson, toJson } from "./json.ts";

/**
 * How the core's records stand in tables. What is searched, summed or checked by the database has a column; the rest
 * of a record is one document, so that the core can grow without a migration. A document leaves as its text; one without
 * whole numbers beyond 2^53 is put into words by JSON alone, which is fastest and refuses a bigint.
 */

export interface MemberRow {
  id: bigint;
  pseudonym: string;
  merged_into: bigint | null;
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  expired: bigint;
  level: string | null;
  next_due_at: Date | null;
  seq: bigint;
  head: string;
  record: unknown;
}

type MemberDocument = Pick<
  MemberRecord,
  | "guarantees"
  | "lastActivityAt"
  | "signedUp"
  | "birthday"
  | "birthdayPaidAt"
  | "keptLevel"
  | "absences"
  | "nextLot"
  | "settledTo"
>;

/** Members were saved before anybody could leave. */
type StoredMember = Omit<MemberDocument, "absences"> & Partial<Pick<MemberDocument, "absences">>;

export function memberOf(row: MemberRow, lots: Lot[]): MemberRecord {
  const document = fromJson<StoredMember>(row.record);
  return {
    id: row.id.toString(),
    mergedInto: row.merged_into?.toString() ?? null,
    pending: row.pending,
    available: row.available,
    held: row.held,
    owed: row.owed,
    earned: row.earned,
    redeemed: row.redeemed,
    expired: row.expired,
    level: row.level,
    lots,
    seq: Number(row.seq),
    head: row.head,
    nextDueAt: row.next_due_at?.getTime() ?? null,
    ...document,
    absences: document.absences ?? [],
  };
}

export function rowOfMember(member: MemberRecord, pseudonym: string): Record<string, unknown> {
  const {
    guarantees,
    lastActivityAt,
    signedUp,
    birthday,
    birthdayPaidAt,
    keptLevel,
    absences,
    nextLot,
    settledTo,
  } = member;
  const document: MemberDocument = {
    guarantees,
    lastActivityAt,
    signedUp,
    birthday,
    birthdayPaidAt,
    keptLevel,
    absences,
    nextLot,
    settledTo,
  };
  return {
    id: member.id,
    pseudonym,
    merged_into: member.mergedInto,
    pending: member.pending.toString(),
    available: member.available.toString(),
    held: member.held.toString(),
    owed: member.owed.toString(),
    earned: member.earned.toString(),
    redeemed: member.redeemed.toString(),
    expired: member.expired.toString(),
    level: member.level,
    next_due_at: instantOf(member.nextDueAt),
    seq: member.seq,
    head: member.head,
    record: JSON.stringify(document),
  };
}

export interface LotRow {
  id: string;
  member_id: bigint;
  remaining: bigint;
  held: bigint;
  record: unknown;
}

export function lotOf(row: Omit<LotRow, "member_id">): Lot {
  const document = fromJson<Omit<Lot, "id" | "remaining" | "held">>(row.record);
  return { id: row.id, remaining: row.remaining, held: row.held, ...document };
}

export function rowOfLot(memberId: string, lot: Lot): Record<string, unknown> {
  const { id, remaining, held, ...document } = lot;
  return {
    id,
    member_id: memberId,
    order_id: lot.orderId,
    available_at: instantOf(lot.availableAt),
    remaining: remaining.toString(),
    held: held.toString(),
    record: JSON.stringify(document),
  };
}

export interface OrderRow {
  id: bigint;
  record: unknown;
  snapshot?: unknown;
}

export function orderOf(row: Pick<OrderRow, "record">): OrderRecord {
  return fromJson<OrderRecord>(row.record);
}

export function snapshotOf(row: OrderRow): OrderSnapshot | null {
  return row.snapshot === null || row.snapshot === undefined ? null : fromJson<OrderSnapshot>(row.snapshot);
}

export function rowOfOrder(order: OrderRecord, snapshot: OrderSnapshot | undefined): Record<string, unknown> {
  const members = new Set(order.shares.map((share) => share.memberId));
  if (order.memberId !== null) members.add(order.memberId);
  return {
    id: order.id,
    member_id: order.memberId,
    member_ids: `{${[...members].join(",")}}`,
    name: order.name,
    processed_at: instantOf(order.processedAt),
    counts: order.counts,
    posted: total(order.shares.map((share) => share.posted)).toString(),
    pending: total(order.shares.map((share) => share.pending)).toString(),
    codes: order.codes,
    record: toJson(order),
    snapshot: snapshot === undefined ? null : toJson(snapshot),
  };
}

export interface RedemptionRow {
  id: string;
  record: unknown;
}

export function redemptionOf(row: Pick<RedemptionRow, "record">): RedemptionRecord {
  return fromJson<RedemptionRecord>(row.record);
}

export function rowOfRedemption(redemption: RedemptionRecord): Record<string, unknown> {
  return {
    id: redemption.id,
    member_id: redemption.memberId,
    code: redemption.code?.toLowerCase() ?? null,
    state: redemption.state,
    order_id: redemption.orderId,
    record: toJson(redemption),
  };
}

export function activityOf(row: { record: unknown }): ActivityRecord {
  return fromJson<ActivityRecord>(row.record);
}

export function rowOfActivity(activity: ActivityRecord): Record<string, unknown> {
  return { key: activity.key, member_id: activity.memberId, record: toJson(activity) };
}

export function instantOf(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

function total(amounts: bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
