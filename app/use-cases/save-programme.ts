import { isDeepStrictEqual } from "node:util";
import { bringDueForward, insertVersion, listVersions } from "../db/programmes.ts";
import { markPerksDue } from "../db/perks.ts";
import { lockShop, type ShopRow } from "../db/shops.ts";
import { noteAction } from "../db/staff-actions.ts";
import { markSummariesStale } from "../db/summaries.ts";
import type { ShopTransaction } from "../db/database.ts";
import { dueAfterNewVersion } from "../loyalty/due.ts";
import { openBook } from "../loyalty/book.ts";
import { checkProgramme, type Fault, type Programme } from "../loyalty/programme.ts";
import type { Instant } from "../loyalty/time.ts";
import { type ProgrammeVersion, versionAt } from "../loyalty/versions.ts";
import { writtenText } from "./programme/programme-yaml.ts";
import type { Services } from "./services.ts";
import type { Role } from "./staff/permissions.ts";

export interface Draft {
  /** The document as a tree: parsed YAML or JSON. */
  document: unknown;
  /** The text that it was read from, where it was written as code. */
  written?: string | null;
  savedBy: string;
  /** Of the member of staff who saves it, whose log has a line of it. */
  role?: Role;
  /** The version the draft was made from; 0 for none. Somebody else's version in between is not overwritten unseen. */
  basedOn: number;
  /** What becomes necessary by it, in the same transaction. */
  alongside?(tx: ShopTransaction, saved: SavedAs): Promise<void>;
}

export interface SavedAs {
  number: number;
  effectiveFrom: Instant;
}

export type Saved =
  | { outcome: "saved"; number: number; effectiveFrom: Instant }
  | { outcome: "refused"; faults: Fault[] }
  | { outcome: "overtaken"; number: number };

/** Saves a programme as the next version. Versions are never changed: a mistake is mended by another version. */
export function saveProgramme(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  draft: Draft,
): Promise<Saved> {
  return services.db.inShop(shop.id, (tx) => saveVersion(tx, services, shop, draft));
}

/** The same within a transaction that does something else besides. */
export async function saveVersion(
  tx: ShopTransaction,
  services: Pick<Services, "clock" | "jobs">,
  shop: ShopRow,
  draft: Draft,
): Promise<Saved> {
  const check = checkProgramme(draft.document);
  if (!check.ok) return { outcome: "refused", faults: check.faults };
  await lockShop(tx);
  const versions = await listVersions(tx, shop.id);
  const latest = versions.at(-1)?.number ?? 0;
  if (latest !== draft.basedOn) return { outcome: "overtaken", number: latest };
  const now = services.clock();
  const { programme } = check;
  const effectiveFrom = programme.effectiveFrom ?? now;
  const faults = faultsFor(
    shop,
    { currency: programme.currency, effectiveFrom },
    { now, isFirst: latest === 0 },
  );
  if (faults.length > 0) return { outcome: "refused", faults };
  const version = { number: latest + 1, effectiveFrom, programme };
  const { savedBy } = draft;
  const written = writtenText(draft.written ?? null, programme.document);
  await insertVersion(tx, { ...version, document: programme.document, written, savedAt: now, savedBy });
  if (draft.role !== undefined)
    await noteAction(tx, shop.id, {
      ...{ at: now, staff: draft.savedBy, role: draft.role, action: "version.published" },
      subject: { kind: "version", id: String(version.number) },
    });
  await tellOf(tx, services, { versions, version, now });
  const { number } = version;
  await draft.alongside?.(tx, { number, effectiveFrom });
  return { outcome: "saved", number, effectiveFrom };
}

/** Has looked at and told whatever stands differently by a version. */
async function tellOf(
  tx: ShopTransaction,
  { jobs }: Pick<Services, "jobs">,
  { versions, version, now }: { versions: ProgrammeVersion[]; version: ProgrammeVersion; now: Instant },
): Promise<void> {
  const { effectiveFrom, programme } = version;
  const shopId = tx.shopId;
  await lookAtMembers(tx, [...versions, version], effectiveFrom);
  if (tellsOtherwise(versionAt(versions, effectiveFrom)?.programme ?? null, programme)) {
    await markSummariesStale(tx);
    await jobs.enqueue(tx, "publish-summaries", { shopId });
  }
  await jobs.enqueue(tx, "publish-programme", { shopId });
  await markPerksDue(tx, now);
  await jobs.enqueue(tx, "publish-perks", { shopId });
}

/** What is wrong with a sound programme in this shop. */
export function faultsFor(
  shop: Pick<ShopRow, "currency">,
  programme: { currency: string; effectiveFrom: Instant },
  { now, isFirst }: { now: Instant; isFirst: boolean },
): Fault[] {
  const faults: Fault[] = [];
  if (programme.currency !== shop.currency) {
    faults.push({
      path: "currency",
      problem: `the shop's currency is ${shop.currency}, not ${programme.currency}`,
      mend: `write ${shop.currency}, and amounts in it`,
    });
  }
  if (!isFirst && programme.effectiveFrom < now) {
    faults.push({
      path: "effectiveFrom",
      problem: "only the first version may start in the past",
      mend: "leave it out to start at once, or name a later instant",
    });
  }
  return faults;
}

async function lookAtMembers(
  tx: ShopTransaction,
  versions: ProgrammeVersion[],
  effectiveFrom: Instant,
): Promise<void> {
  const book = openBook({ versions, product: () => null, pseudonym: (id) => id });
  const at = dueAfterNewVersion(book, effectiveFrom);
  if (at !== null) await bringDueForward(tx, at);
}

/**
 * Whether members stand differently under the new version: how far they are, when they lose a level or points, whether
 * they are asked for their birthday. Nothing else of a version shows in what was published of each of them.
 */
function tellsOtherwise(before: Programme | null, after: Programme): boolean {
  return before === null || !isDeepStrictEqual(standingTerms(before), standingTerms(after));
}

function standingTerms({ state, tiers, timezone, earning }: Programme): unknown {
  return {
    isRunning: state === "running",
    tiers,
    timezone,
    birthdays: earning.rules.filter(({ kind }) => kind === "birthday"),
  };
}
