import { StoreUnavailable } from "../../commerce/platform.ts";
import { OutcomeUnknown, StoreRefused, type BenefitOrder, type Made } from "../../commerce/reward-store.ts";
import {
  findRedemption,
  listKnownReferences,
  markAsked,
  settleBenefit,
  type BenefitRow,
} from "../../db/benefits.ts";
import { listIdsOfPerson } from "../../db/erase.ts";
import { findMembership, findStandingMember } from "../../db/memberships.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import { noteStoreAnswer, noteStoreFailure } from "../../db/store-pauses.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { RedemptionRecord } from "../../loyalty/records.ts";
import { MINUTE, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { benefitOfRedemption, benefitOrderOf } from "./benefit-order.ts";
import { settleMade, settleRefused, settleShutOut, waitForStaff } from "./settle-benefit.ts";

/** What the store was asked for may still come about for so long: only after it can be told that it did not. */
const SETTLES_WITHIN = MINUTE;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60 * MINUTE;
/** With the pauses between them, more than a day. */
const MOST_ATTEMPTS = 40;

export interface BenefitWork {
  shop: ShopRow;
  claimed: BenefitRow;
  record: RedemptionRecord;
}

/** One attempt at what the store is to make or to disable, and what came of it, kept. */
export async function workOffBenefit(services: Services, shop: ShopRow, claimed: BenefitRow): Promise<void> {
  const { sql } = services.db;
  const record = await findRedemption(sql, shop.id, claimed.redemptionId);
  if (record === null) throw new Error(`no redemption ${claimed.redemptionId}`);
  const work = { shop, claimed, record };
  try {
    await (claimed.task === "make" ? make(services, work) : disable(services, work));
  } catch (error) {
    if (error instanceof StoreRefused) return settleRefused(services, work, error.message);
    await postpone(services, work, error);
  }
}

async function make(services: Services, work: BenefitWork): Promise<void> {
  const { shop, claimed, record } = work;
  if (claimed.askedAt === null && (await isShutOut(services, work))) return settleShutOut(services, work);
  const versions = await listVersions(services.db.sql, shop.id);
  const benefit = benefitOfRedemption(versions, record);
  if (benefit === null)
    return settleRefused(services, work, `The programme does not say what ${record.rewardId} gives.`);
  if (benefit.kind === "custom") return waitForStaff(services, work);
  // Nothing is handed over: it is booked, and that is all.
  if (benefit.kind === "donation") return settleMade(services, work, null);
  const alsoFor = record.code === null ? [] : await otherAccountsOf(services, work);
  const order = benefitOrderOf(shop, versions, { record, benefit, alsoFor });
  if (order === null)
    return settleRefused(services, work, `The programme does not know the reward ${record.rewardId}.`);
  const made = (await findMade(services, work, order)) ?? (await ask(services, work, order));
  if (made === null) return;
  await noteStoreAnswer(services.db.sql, shop.id);
  return made.outcome === "made"
    ? settleMade(services, work, made.reference)
    : settleRefused(services, work, made.reason);
}

async function isShutOut({ db: { sql } }: Services, { shop, record }: BenefitWork): Promise<boolean> {
  const standing = await findStandingMember(sql, shop.id, record.memberId);
  return standing !== null && isBlocked(await findMembership(sql, shop.id, standing));
}

/**
 * Accounts that were merged with the member's and that the store still has: merging in the app leaves them there, and whose
 * points these are may be signed in to any of them. One that the store merged itself is gone.
 */
async function otherAccountsOf(
  { db, platform }: Services,
  { shop, record: { memberId } }: BenefitWork,
): Promise<MemberId[]> {
  const ids = await lookAtShop(db, shop.id, (tx) => listIdsOfPerson(tx, memberId));
  const others = ids.filter((id) => id !== memberId);
  if (others.length === 0) return [];
  const there = await platform.present(shop.domain, "customer", others);
  return others.filter((id) => there.has(id));
}

/** Of an asking whose answer was lost: what it made. null where it surely made nothing. */
async function findMade(
  services: Services,
  { shop, claimed }: BenefitWork,
  order: BenefitOrder,
): Promise<Made | null> {
  if (claimed.askedAt === null) return null;
  const { platform, db, clock } = services;
  const found = await platform.findBenefit(shop.domain, order, claimed.watermark);
  const known = new Set(await listKnownReferences(db.sql, shop.id, found));
  const reference = found.find((id) => !known.has(id));
  if (reference !== undefined) return { outcome: "made", reference };
  // Somebody else's asking, whose lease ran out, may still be on its way: a second would give twice.
  if (clock() - claimed.askedAt < SETTLES_WITHIN)
    throw new OutcomeUnknown("what was asked for may still be on its way");
  return null;
}

/** null where it is not wanted any more. */
async function ask(
  services: Services,
  { shop, claimed }: BenefitWork,
  order: BenefitOrder,
): Promise<Made | null> {
  const { platform, db, clock } = services;
  if (claimed.attempts > MOST_ATTEMPTS)
    return { outcome: "refused", reason: claimed.reason ?? "The store did not answer." };
  const watermark = claimed.watermark ?? (await platform.benefitWatermark(shop.domain, order));
  if (!(await markAsked(db.sql, shop.id, claimed, { at: clock(), watermark }))) return null;
  try {
    return await platform.makeBenefit(shop.domain, order);
  } catch (error) {
    const isSurelyUndone = error instanceof StoreUnavailable || error instanceof StoreRefused;
    claimed.askedAt = isSurelyUndone ? null : clock();
    throw error;
  }
}

/** Nobody can use the code of a redemption that was given up, whether or not it had been made in time. */
async function disable(services: Services, work: BenefitWork): Promise<void> {
  const { shop, claimed, record } = work;
  const now = services.clock();
  if (record.code !== null && !(await services.platform.disableCode(shop.domain, record.code))) {
    const mayStillCome = claimed.askedAt !== null && now - claimed.askedAt < SETTLES_WITHIN;
    if (mayStillCome) throw new OutcomeUnknown("the code may still be on its way");
  }
  await noteStoreAnswer(services.db.sql, shop.id);
  await settleBenefit(services.db.sql, shop.id, claimed, { state: "done", askedAt: null, at: now });
}

async function postpone(services: Services, work: BenefitWork, error: unknown): Promise<void> {
  const { shop, claimed } = work;
  const { sql } = services.db;
  const now = services.clock();
  const reason = error instanceof Error ? error.message : String(error);
  services.log.warn({ shop: shop.domain, redemption: claimed.redemptionId, reason }, "a benefit waits");
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown)
    await noteStoreFailure(sql, shop.id, now);
  await settleBenefit(sql, shop.id, claimed, {
    state: "due",
    askedAt: claimed.askedAt,
    reason,
    at: nextAttempt(claimed, now),
  });
}

function nextAttempt({ attempts, askedAt }: BenefitRow, now: Instant): Instant {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE);
  // Slightly random, so that what failed together does not come again together.
  const next = now + Math.round(pause * (1 + Math.random() / 4));
  // What is not there by then will not come: it may be made again.
  return askedAt === null ? next : Math.max(next, askedAt + SETTLES_WITHIN);
}
