import { listFindings, type ListedFinding } from "../../db/reconciliation-findings.ts";
import { listRuns, RUN_STEPS, type Run } from "../../db/reconciliations.ts";
import { findNamings, NAMELESS, type Naming } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

const RUNS_SHOWN = 24;
export const FINDINGS_A_PAGE = 25;

export interface ReconciliationQuery {
  /** null for the newest that has something to show. */
  run: number | null;
  /** Findings behind this one. */
  after: string;
}

export interface RunView extends Pick<
  Run,
  | "number"
  | "cause"
  | "from"
  | "to"
  | "startedAt"
  | "finishedAt"
  | "outcome"
  | "counts"
  | "failures"
  | "lastFailure"
> {
  /** How many of its steps are done, of how many. */
  steps: { done: number; all: number };
  /** Whether the last thing that happened to it was that the store did not answer. */
  isStuck: boolean;
}

/** Points are decimal strings. */
export interface FindingView extends Omit<ListedFinding, "points" | "memberId"> {
  points: string | null;
  member: ({ id: string } & Naming) | null;
}

export interface ReconciliationView {
  now: Instant;
  /** Under way. */
  current: RunView | null;
  /** The last that was brought to its end. */
  last: RunView | null;
  /** Those that are over, the newest first. */
  runs: RunView[];
  /** Whose findings are shown. */
  shown: RunView | null;
  findings: FindingView[];
  /** What `after` of the next page is. */
  next: string | null;
}

/** What a page's address asks for; what cannot be read is left out. */
export function readReconciliationQuery(address: URLSearchParams): ReconciliationQuery {
  const run = /^\d{1,9}$/.exec(address.get("run") ?? "")?.[0];
  const after = /^\d{1,18}$/.exec(address.get("after") ?? "")?.[0];
  return { run: run === undefined ? null : Number(run), after: after ?? "0" };
}

export async function showReconciliation(
  { db, clock }: Services,
  shop: ShopRow,
  query: ReconciliationQuery,
): Promise<ReconciliationView> {
  const runs = (await listRuns(db.sql, shop.id, RUNS_SHOWN)).map(viewOf);
  const shown = shownOf(runs, query.run);
  const page = { run: shown?.number ?? 0, after: query.after, limit: FINDINGS_A_PAGE + 1 };
  const found = await listFindings(db.sql, shop.id, page);
  const findings = found.slice(0, FINDINGS_A_PAGE);
  const members = findings.flatMap(({ memberId }) => memberId ?? []);
  const namings = await findNamings(db.sql, shop.id, members);
  return {
    now: clock(),
    current: runs.find(({ finishedAt }) => finishedAt === null) ?? null,
    last: runs.find(({ outcome }) => outcome === "done") ?? null,
    runs: runs.filter(({ finishedAt }) => finishedAt !== null),
    shown,
    findings: findings.map((finding) => findingOf(finding, namings)),
    next: found.length > FINDINGS_A_PAGE ? (findings.at(-1)?.id ?? null) : null,
  };
}

function shownOf(runs: RunView[], wanted: number | null): RunView | null {
  const named = runs.find(({ number }) => number === wanted);
  return named ?? runs.find(({ counts }) => counts.missed + counts.doubtful > 0) ?? null;
}

function viewOf(run: Run): RunView {
  const { number, cause, from, to, startedAt, finishedAt, outcome, counts, failures, lastFailure } = run;
  const facts = { number, cause, from, to, startedAt, finishedAt, outcome, counts, failures, lastFailure };
  const done = outcome === "done" ? RUN_STEPS.length : RUN_STEPS.indexOf(run.step);
  return { ...facts, steps: { done, all: RUN_STEPS.length }, isStuck: run.isStuck };
}

function findingOf(
  { points, memberId, ...finding }: ListedFinding,
  namings: ReadonlyMap<string, Naming>,
): FindingView {
  const naming = memberId === null ? null : (namings.get(memberId) ?? NAMELESS);
  return {
    ...finding,
    points: points?.toString() ?? null,
    member: memberId === null || naming === null ? null : { id: memberId, ...naming },
  };
}
