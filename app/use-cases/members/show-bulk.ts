import { countBulkRows, listRefusedRows, type RefusedRow } from "../../db/bulk-rows.ts";
import { findBulkRun, listBulkRuns, type BulkRowState, type BulkRun } from "../../db/bulk-runs.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import { programmeLabels } from "../programme-labels.ts";
import { staffNames } from "../staff/staff-names.ts";
import type { Services } from "../services.ts";
import type { BulkTerms } from "./bulk-terms.ts";
import { undoUntil } from "./change-bulk.ts";

const REFUSED_SHOWN = 50;
const RUNS_SHOWN = 50;

export interface BulkLine {
  id: string;
  state: BulkRun["state"];
  terms: BulkTerms;
  /** Of a reward, as the merchant calls it. */
  reward: string | null;
  members: number;
  startedAt: Instant;
  startedBy: string;
}

export interface BulkListView {
  now: Instant;
  runs: BulkLine[];
  /** Of staff, by their number. */
  names: Record<string, string>;
}

export interface BulkView extends BulkLine {
  now: Instant;
  names: Record<string, string>;
  counts: Record<BulkRowState, number>;
  /** Whom it was for: the list's address. */
  address: string;
  finishedAt: Instant | null;
  undoUntil: Instant;
  refused: RefusedRow[];
  /** The number to go on after; null where these are all. */
  moreRefused: number | null;
}

export async function showBulk(
  services: Services,
  shop: ShopRow,
  { id, after, locale }: { id: string; after: number; locale: string },
): Promise<BulkView | null> {
  const { sql } = services.db;
  const run = await findBulkRun(sql, shop.id, id);
  if (run === null) return null;
  const refused = await listRefusedRows(sql, shop.id, id, { after, limit: REFUSED_SHOWN + 1 });
  const { rewards } = await programmeLabels(services, shop, locale);
  const address = new URLSearchParams(run.filters);
  if (run.search !== "") address.set("query", run.search);
  const shown = refused.slice(0, REFUSED_SHOWN);
  return {
    ...lineOf(run, rewards),
    now: services.clock(),
    names: await staffNames(services, shop, [run.startedBy]),
    counts: await countBulkRows(sql, shop.id, id),
    address: address.toString(),
    finishedAt: run.finishedAt,
    undoUntil: undoUntil(run),
    refused: shown,
    moreRefused: refused.length > REFUSED_SHOWN ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** The newest first. */
export async function listBulk(services: Services, shop: ShopRow, locale: string): Promise<BulkListView> {
  const runs = await listBulkRuns(services.db.sql, shop.id, RUNS_SHOWN);
  const { rewards } = await programmeLabels(services, shop, locale);
  return {
    now: services.clock(),
    runs: runs.map((run) => lineOf(run, rewards)),
    names: await staffNames(
      services,
      shop,
      runs.map(({ startedBy }) => startedBy),
    ),
  };
}

function lineOf(run: BulkRun, rewards: Record<string, string>): BulkLine {
  const { id, state, members, startedAt, startedBy } = run;
  const terms = run.terms as BulkTerms;
  const reward = terms.kind === "grant" ? (rewards[terms.rewardId] ?? terms.rewardId) : null;
  return { id, state, terms, reward, members, startedAt, startedBy };
}
