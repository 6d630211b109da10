import type { ShopRow } from "../../db/shops.ts";
import { uncountable } from "../../loyalty/countable.ts";
import { checkProgramme, type Fault, type Programme } from "../../loyalty/programme.ts";
import { formatInstant, type Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { faultsFor } from "../save-programme.ts";
import { planHash } from "./plan-hash.ts";

/** A document that could become the next version of a shop. */
export interface Proposal {
  programme: Programme;
  /** As it would be saved. */
  document: Record<string, unknown>;
  /** null for: when it is applied. */
  startsAt: Instant | null;
  /** The newest version; 0 for none. */
  basedOn: number;
  /** The version in force now, else the one that is to come first; null where the shop has none. */
  current: ProgrammeVersion | null;
  hash: string;
}

export interface ProposalTerms {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  now: Instant;
}

export type Proposed = { ok: true; proposal: Proposal } | { ok: false; faults: Fault[] };

/**
 * Checks a document against the shop it is meant for. One that still has the `effectiveFrom` of the version it was
 * exported from starts when it is applied: nobody means to begin in the past again.
 */
export function proposeProgramme(tree: unknown, { shop, versions, now }: ProposalTerms): Proposed {
  const check = checkProgramme(tree);
  if (!check.ok) return check;
  const { programme } = check;
  const basedOn = versions.at(-1)?.number ?? 0;
  const inherited = versions.some(
    ({ effectiveFrom }) => effectiveFrom === programme.effectiveFrom && effectiveFrom < now,
  );
  const startsAt = inherited ? null : programme.effectiveFrom;
  const faults = [
    ...uncountable(programme),
    ...faultsFor(
      shop,
      { currency: programme.currency, effectiveFrom: startsAt ?? now },
      { now, isFirst: basedOn === 0 },
    ),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const { effectiveFrom: _start, ...document } = programme.document;
  const starts = startsAt === null ? "when-applied" : formatInstant(startsAt);
  const hash = planHash({ shopDomain: shop.domain, basedOn, document, starts });
  return {
    ok: true,
    proposal: {
      programme,
      document: startsAt === null ? document : { ...document, effectiveFrom: starts },
      startsAt,
      basedOn,
      current: versionAt(versions, now) ?? versions[0] ?? null,
      hash,
    },
  };
}
