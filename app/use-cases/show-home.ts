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
import { glanceAtFigures, type Glance } from "./analytics/glance.ts";
import { findDayNews, type DayNews } from "./home/day-news.ts";
import { findDecisions, type Decision } from "./home/decisions.ts";
import { entryNames, type EntryNames } from "./programme-labels.ts";
import { glanceAt, type ProgrammeGlance } from "./programme-glance.ts";
import { findProgrammeState, type ProgrammeStateView } from "./programme-state/programme-state.ts";
import type { Services } from "./services.ts";
import { settingsOf } from "./settings/shop-settings.ts";

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
  state: ProgrammeStateView | null;
  /** Four figures with their trend. */
  figures: Glance;
  news: DayNews;
  /** The most urgent first; none where everything is well. */
  decisions: Decision[];
  names: EntryNames;
  latest: LedgerEntry[];
  proof: {
    /** The last reading of the whole ledger; null before the first. */
    verified: StoredVerification | null;
    signedAt: Instant | null;
  };
}

/** How the programme stands, what changed, what needs a decision, and whether news comes through. */
export async function showHome({ db, clock }: Services, shop: ShopRow, locale = "en"): Promise<HomeView> {
  const { sql } = db;
  const now = clock();
  const versions = await listVersions(sql, shop.id);
  const current = versionAt(versions, now);
  const [figures, line, latest, ordered, state, settings, verified, signed, compared] = await Promise.all([
    sumShop(sql, shop.id),
    measureLine(sql, shop.id, startOfDay(shop.timezone, now)),
    listRecentTransactions(sql, shop.id, LATEST_ENTRIES),
    hasOrders(sql, shop.id),
    findProgrammeState({ db, clock: () => now }, shop),
    settingsOf(sql, shop.id),
    findVerification(sql, shop.id),
    lastSignedHead(sql, shop.id),
    findLastDone(sql, shop.id),
  ]);
  const out = figures.pending + figures.available + figures.held;
  const health = {
    ...line,
    today: Number(line.today),
    waiting: Number(line.waiting),
    dead: Number(line.dead),
    comparedAt: compared?.finishedAt ?? null,
  };
  const { liabilityLimit } = settings;
  const terms = { now, versions, current, state, line: health, verified, out, liabilityLimit };
  const [glance, news, decisions] = await Promise.all([
    glanceAtFigures({ db, clock: () => now }, shop),
    findDayNews(sql, shop, { now, programme: current?.programme ?? null }),
    findDecisions(sql, shop, terms),
  ]);
  return {
    now,
    hasOrders: ordered,
    members: figures.members.toString(),
    points: {
      out: out.toString(),
      pending: figures.pending.toString(),
      available: figures.available.toString(),
      held: figures.held.toString(),
      owed: figures.owed.toString(),
      erased: figures.erased.toString(),
    },
    line: health,
    programme: current === null ? null : glanceAt(current.programme),
    state,
    figures: glance,
    news,
    decisions,
    names: entryNames(
      versions.map(({ programme }) => programme),
      locale,
    ),
    // By the time that is shown: news told late is recorded after what happened since.
    latest: await describeTransactions(
      sql,
      shop.id,
      latest.toSorted((a, b) => b.at - a.at),
    ),
    proof: { verified, signedAt: signed?.at ?? null },
  };
}
