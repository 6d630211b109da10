import { listRecentTransactions } from "../db/ledger.ts";
import { hasOrders, measureLine, sumShop } from "../db/shop-figures.ts";
import { listVersions } from "../db/programmes.ts";
import { findLastDone } from "../db/reconciliations.ts";
import { lastSignedHead } from "../db/signed-heads.ts";
import { findVerification, type StoredVerification } from "../db/verifications.ts";
import { type ShopRow } from "../db/shops.ts";
import { startOfDay } from "../loyalty/calendar.ts";
import type { Instant } from "../loyalty/time.ts";
import { versionAt } from "../loyalty/versions.ts";
import { describeTransactions, type LedgerEntry } from "./ledger-entries.ts";
import { glanceAt, type ProgrammeGlance } from "./programme-glance.ts";
import type { Services } from "./services.ts";

const LATEST_ENTRIES = 8;

/** Points are decimal strings. */
export interface HomeView {
  now: Instant;
  hasOrders: boolean;
  members: string;
  points: { out: string; pending: string; available: string; held: string; owed: string; erased: string };
  line: {
    today: number;
    waiting: number;
    oldestWaitingAt: Instant | null;
    dead: number;
    lastReceivedAt: Instant | null;
    /** When all of it was last compared with the store; null before the first time. */
    comparedAt: Instant | null;
  };
  /** null before the first version is in force. */
  programme: ProgrammeGlance | null;
  latest: LedgerEntry[];
  proof: {
    /** The last reading of the whole ledger; null before the first. */
    verified: StoredVerification | null;
    signedAt: Instant | null;
  };
}

/** How the programme stands and whether its news comes through. */
export async function showHome({ db, clock }: Services, shop: ShopRow): Promise<HomeView> {
  const { sql } = db;
  const now = clock();
  const figures = await sumShop(sql, shop.id);
  const line = await measureLine(sql, shop.id, startOfDay(shop.timezone, now));
  const version = versionAt(await listVersions(sql, shop.id), now);
  const latest = await listRecentTransactions(sql, shop.id, LATEST_ENTRIES);
  return {
    now,
    hasOrders: await hasOrders(sql, shop.id),
    members: figures.members.toString(),
    points: {
      out: (figures.pending + figures.available + figures.held).toString(),
      pending: figures.pending.toString(),
      available: figures.available.toString(),
      held: figures.held.toString(),
      owed: figures.owed.toString(),
      erased: figures.erased.toString(),
    },
    line: {
      ...line,
      today: Number(line.today),
      waiting: Number(line.waiting),
      dead: Number(line.dead),
      comparedAt: (await findLastDone(sql, shop.id))?.finishedAt ?? null,
    },
    programme: version === null ? null : glanceAt(version.programme),
    latest: await describeTransactions(sql, shop.id, latest),
    proof: {
      verified: await findVerification(sql, shop.id),
      signedAt: (await lastSignedHead(sql, shop.id))?.at ?? null,
    },
  };
}
