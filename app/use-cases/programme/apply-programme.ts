import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { differencesBetween } from "../../loyalty/programme-difference.ts";
import { formatInstant, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { saveProgramme, type Draft } from "../save-programme.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";
import { planHash } from "./plan-hash.ts";
import { proposeProgramme, type Proposal } from "./propose-programme.ts";

export interface Application {
  /** The document as a tree. */
  document: unknown;
  /** The text that it was read from, kept beside it. */
  written?: string | null;
  /** The hash that the plan printed; null for none. */
  plan: string | null;
  savedBy: string;
  /** Of the member of staff who applies it, whose log has a line of it. */
  role?: Role;
  /** What becomes necessary by it, in the same transaction. */
  alongside?: Draft["alongside"];
}

export type Applied =
  | { outcome: "applied"; number: number; effectiveFrom: Instant }
  /** The newest version says this already. */
  | { outcome: "unchanged"; number: number }
  | { outcome: "refused"; faults: Fault[] }
  | { outcome: "no-plan" }
  /** The plan was of another document, another start or another shop. */
  | { outcome: "another-plan" }
  /** The plan was made on top of `basedOn`, and somebody saved `number` meanwhile. */
  | { outcome: "overtaken"; basedOn: number; number: number };

/** Saves a programme that was planned: all of it or nothing, and only on top of the version that the plan spoke of. */
export async function applyProgramme(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { document, written = null, plan, savedBy, role, alongside }: Application,
): Promise<Applied> {
  const versions = await listVersions(services.db.sql, shop.id);
  const proposed = proposeProgramme(document, { shop, versions, now: services.clock() });
  if (!proposed.ok) return { outcome: "refused", faults: proposed.faults };
  const { proposal } = proposed;
  const newest = versions.at(-1);
  if (newest !== undefined && isSaidBy(newest, proposal))
    return { outcome: "unchanged", number: newest.number };
  if (plan === null) return { outcome: "no-plan" };
  if (plan !== proposal.hash) return notOf(plan, { shop, proposal });
  const saved = await saveProgramme(services, shop, {
    document: proposal.document,
    written,
    savedBy,
    ...(role === undefined ? {} : { role }),
    basedOn: proposal.basedOn,
    ...(alongside === undefined ? {} : { alongside }),
  });
  switch (saved.outcome) {
    case "saved":
      return { outcome: "applied", number: saved.number, effectiveFrom: saved.effectiveFrom };
    case "overtaken":
      return { outcome: "overtaken", basedOn: proposal.basedOn, number: saved.number };
    case "refused":
      return saved;
  }
}

function isSaidBy(version: ProgrammeVersion, { programme, startsAt }: Proposal): boolean {
  if (startsAt !== null && startsAt !== version.effectiveFrom) return false;
  return differencesBetween(version.programme, programme).length === 0;
}

/** Why the hash is not this proposal's: an older version under the same document was its base, or it is of something else. */
function notOf(plan: string, { shop, proposal }: { shop: ShopRow; proposal: Proposal }): Applied {
  const { startsAt, basedOn: number } = proposal;
  const { effectiveFrom: _start, ...document } = proposal.document;
  const starts = startsAt === null ? "when-applied" : formatInstant(startsAt);
  for (let basedOn = 0; basedOn < number; basedOn += 1)
    if (plan === planHash({ shopDomain: shop.domain, basedOn, document, starts }))
      return { outcome: "overtaken", basedOn, number };
  return { outcome: "another-plan" };
}
