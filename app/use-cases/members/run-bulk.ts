import {
  moveBulkRows,
  nextBulkRows,
  refuseBarred,
  settleBulkRows,
  type BulkRow,
} from "../../db/bulk-rows.ts";
import { changeBulkRun, findBulkRun, lockBulkRun, type BulkRun } from "../../db/bulk-runs.ts";
import type { LoadedBook } from "../../db/load-book.ts";
import { listVersions } from "../../db/programmes.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import { workOffDue } from "../../loyalty/due.ts";
import { reversalKey } from "../../loyalty/reversal.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents } from "../handle-events.ts";
import { issueRewardToMany } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";
import type { BulkTerms } from "./bulk-terms.ts";

/** Members are held for as long as their turn takes: few enough that nobody waits at a till. */
const MEMBERS_AT_ONCE = 200;
/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const LONGEST_TURN_MS = 20_000;

/** Why something was not done to a member: it would go below zero, they may not be given to, or are somebody else now. */
export type BulkRefusal = "short" | "blocked" | "merged" | "unknown" | "no-reward" | "spent";

/** Goes on with what is done to many, from wherever it stands. */
export async function runBulk(
  services: Services,
  { shopId, runId }: { shopId: number; runId: string },
): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  const until = performance.now() + LONGEST_TURN_MS;
  for (;;) {
    const run = await findBulkRun(services.db.sql, shopId, runId);
    if (run === null || shop.uninstalledAt !== null || !isUnderWay(run)) return;
    if (!(await doNext(services, shop, run))) return;
    if (performance.now() < until) continue;
    return services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "bulk-members", { shopId, runId }));
  }
}

function isUnderWay({ state }: BulkRun): boolean {
  return state === "running" || state === "undoing";
}

/** Answers whether there may be more. */
async function doNext(services: Services, shop: ShopRow, run: BulkRun): Promise<boolean> {
  const terms = run.terms as BulkTerms;
  return terms.kind === "grant"
    ? grantAll(services, shop, { run, terms })
    : adjustNext(services, shop, run.id);
}

/**
 * The next members' entries and the word that they are made, in one transaction: a crash leaves each of them with both or
 * with neither. Each entry has a key of its own besides.
 */
async function adjustNext(services: Services, shop: ShopRow, id: string): Promise<boolean> {
  const versions = await listVersions(services.db.sql, shop.id);
  return services.db.inShop(shop.id, async (tx) => {
    const run = await lockBulkRun(tx, id);
    if (run === null || !isUnderWay(run)) return false;
    const undoes = run.state === "undoing";
    const rows = await nextBulkRows(tx, id, { state: undoes ? "done" : "waiting", limit: MEMBERS_AT_ONCE });
    if (rows.length === 0) {
      const finishedAt = undoes ? {} : { finishedAt: services.clock() };
      await changeBulkRun(tx, id, { state: undoes ? "undone" : "done", ...finishedAt });
      await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
      return false;
    }
    const refusals = new Map<string, BulkRefusal>();
    const refuses = (book: LoadedBook, { event, eventId }: Command, at: Instant) => {
      const refusal = event.kind === "adjust" ? refusalOf(book, event, { at, undoes }) : null;
      if (refusal !== null) refusals.set(eventId, refusal);
      return refusal !== null;
    };
    const commands = rows.map((row) => commandFor(run, row));
    await handleEvents(services, tx, { shop, versions, refuses }, commands);
    const settled = rows.map((row, place) => {
      const reason = refusals.get(commands[place]?.eventId ?? "") ?? null;
      const [went, stayed] = undoes ? (["undone", "kept"] as const) : (["done", "refused"] as const);
      return { number: row.number, state: reason === null ? went : stayed, reason };
    });
    await settleBulkRows(tx, id, settled);
    return true;
  });
}

function commandFor(run: BulkRun, { number, memberId }: BulkRow): Command {
  const { points, reason } = run.terms as Extract<BulkTerms, { kind: "adjust" }>;
  const undoes = run.state === "undoing";
  const done = `bulk:${run.id}:${number}`;
  const reverses = `adjust:${done}`;
  // Named like every adjustment that takes one back, so that both say so wherever they are told.
  const key = undoes ? reversalKey(reverses) : done;
  return {
    actor: (undoes ? run.undoneBy : null) ?? run.startedBy,
    eventId: key,
    event: {
      ...{ kind: "adjust", customerId: memberId, reason, key },
      points: undoes ? -BigInt(points) : BigInt(points),
      ...(undoes ? { reverses } : {}),
    },
  };
}

/** Of what is due by then the member has nothing any more, so that is worked off first. */
function refusalOf(
  book: LoadedBook,
  { customerId, points }: { customerId: string; points: bigint },
  { at, undoes }: { at: Instant; undoes: boolean },
): BulkRefusal | null {
  const member = book.members.get(customerId);
  if (member === undefined) return "unknown";
  if (member.mergedInto !== null) return "merged";
  // What was done to them before they were blocked can be undone all the same.
  if (isBlocked(member) && !undoes) return "blocked";
  workOffDue(book, member, at);
  if (points >= 0n || member.available >= -points) return null;
  return undoes ? "spent" : "short";
}

/**
 * The reward is given to all of them at once, under the run's own id: where this ends in between, it is found to be given
 * already. Its codes are made by a job of their own.
 */
async function grantAll(
  services: Services,
  shop: ShopRow,
  { run, terms }: { run: BulkRun; terms: Extract<BulkTerms, { kind: "grant" }> },
): Promise<boolean> {
  const waiting = await services.db.inShop(shop.id, async (tx) => {
    const locked = await lockBulkRun(tx, run.id);
    if (locked?.state !== "running") return null;
    await refuseBarred(tx, run.id);
    return nextBulkRows(tx, run.id, { state: "waiting", limit: run.members });
  });
  if (waiting === null) return false;
  const issued = await issueRewardToMany(services, shop, {
    ...{ id: run.id, rewardId: terms.rewardId, actor: run.startedBy },
    recipients: { memberIds: waiting.map(({ memberId }) => memberId) },
  });
  const isGiven = issued.outcome !== "refused";
  await services.db.inShop(shop.id, async (tx) => {
    await moveBulkRows(tx, run.id, {
      from: "waiting",
      ...(isGiven ? { to: "done" } : { to: "refused", reason: "no-reward" }),
    });
    await changeBulkRun(tx, run.id, { state: "done", finishedAt: services.clock() });
  });
  return false;
}
