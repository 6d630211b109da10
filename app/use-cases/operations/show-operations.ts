import { countWaitingBenefits, type WaitingBenefits } from "../../db/benefit-figures.ts";
import { countDeadReasons, countByDay, type DayOfLine, type DeadReason } from "../../db/line-figures.ts";
import { findLedgerCheck, type LedgerCheck } from "../../db/ledger-checks.ts";
import { listImports } from "../../db/member-imports.ts";
import { findLastDone, findNewestRun } from "../../db/reconciliations.ts";
import { measureLine } from "../../db/shop-figures.ts";
import { listSignedHeads } from "../../db/signed-heads.ts";
import { findStorePause, type StorePause } from "../../db/store-pauses.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findVerification, type StoredVerification } from "../../db/verifications.ts";
import { startOfDay } from "../../loyalty/calendar.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";

const DAYS_SHOWN = 7;
const REASONS_SHOWN = 5;
const HEADS_SHOWN = 5;

export interface OperationsView {
  now: Instant;
  line: {
    waiting: number;
    dead: number;
    oldestWaitingAt: Instant | null;
    lastReceivedAt: Instant | null;
    /** The newest first. */
    days: DayOfLine[];
    /** Why dead letters are dead, the most frequent first. */
    reasons: DeadReason[];
  };
  /** null where the store is not being left alone. */
  pause: StorePause | null;
  benefits: WaitingBenefits;
  reconciliation: { finishedAt: Instant | null; missed: number; underWay: boolean };
  moving: { imports: number; underWay: number };
  ledger: { last: StoredVerification | null; check: LedgerCheck | null; askedByName: string | null };
  /** The newest first. */
  heads: { number: number; at: Instant; statement: string; publicKey: string; signature: string }[];
  /** Where everybody reads them. */
  published: string;
  checker: string;
}

/** How the machinery stands, on one page. */
export async function showOperations(
  { db, clock }: Services,
  shop: ShopRow,
  appUrl: string,
): Promise<OperationsView> {
  const { sql } = db;
  const now = clock();
  const imports = await listImports(sql, shop.id, 20);
  const check = await findLedgerCheck(sql, shop.id);
  const names = await staffNames({ db }, shop, check === null ? [] : [check.askedBy]);
  const heads = await listSignedHeads(sql, shop.id, { before: null, limit: HEADS_SHOWN });
  return {
    now,
    line: await lineOf(sql, shop, now),
    pause: await findStorePause(sql, shop.id, now),
    benefits: await countWaitingBenefits(sql, shop.id),
    reconciliation: await reconciliationOf(sql, shop),
    moving: {
      imports: imports.length,
      underWay: imports.filter(({ state }) => UNDER_WAY.includes(state)).length,
    },
    ledger: {
      last: await findVerification(sql, shop.id),
      check,
      askedByName: check === null ? null : (names[check.askedBy] ?? null),
    },
    heads: heads.map(({ number, at, statement, publicKey, signature }) => {
      return { number, at, statement, publicKey, signature };
    }),
    published: `${appUrl}/proofs/${shop.domain}`,
    checker: `${appUrl}/check-receipt.html`,
  };
}

const UNDER_WAY = ["reading", "checking", "applying", "undoing"];

async function lineOf(
  sql: Services["db"]["sql"],
  shop: ShopRow,
  now: Instant,
): Promise<OperationsView["line"]> {
  const today = startOfDay(shop.timezone, now);
  const { waiting, dead, oldestWaitingAt, lastReceivedAt } = await measureLine(sql, shop.id, today);
  const since = startOfDay(shop.timezone, today - (DAYS_SHOWN - 1) * DAY);
  return {
    waiting: Number(waiting),
    dead: Number(dead),
    oldestWaitingAt,
    lastReceivedAt,
    days: await countByDay(sql, shop.id, { timezone: shop.timezone, since }),
    reasons: dead === 0n ? [] : await countDeadReasons(sql, shop.id, REASONS_SHOWN),
  };
}

async function reconciliationOf(
  sql: Services["db"]["sql"],
  shop: ShopRow,
): Promise<OperationsView["reconciliation"]> {
  const done = await findLastDone(sql, shop.id);
  const newest = await findNewestRun(sql, shop.id);
  return {
    finishedAt: done?.finishedAt ?? null,
    missed: done?.counts.missed ?? 0,
    underWay: newest !== null && newest.finishedAt === null,
  };
}
