import type { ShopRow } from "../../db/shops.ts";
import { findWrittenText, listVersions } from "../../db/programmes.ts";
import { differencesBetween, type ProgrammeDifference } from "../../loyalty/programme-difference.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { entryNames, type EntryNames } from "../programme-labels.ts";
import { productNames } from "../programme-products.ts";
import { programmeYaml } from "../programme/programme-yaml.ts";
import type { Services } from "../services.ts";
import { showVersions, type VersionLine } from "./list-versions.ts";
import { sideBySide, type LinePair, type Skipped } from "./side-by-side.ts";

export interface VersionView {
  now: Instant;
  version: VersionLine;
  /** Numbers it can be compared with, the newest first. */
  others: number[];
  /** null where it is the only one. */
  comparison: {
    with: number;
    differences: ProgrammeDifference[];
    lines: (LinePair | Skipped)[];
    /** What rewards, tiers and rules of the two are called. */
    names: EntryNames;
  } | null;
  yaml: string;
  /** What goes on where its start is cancelled; null where it has started or will not. */
  goesOn: number | null;
}

/** One version, and what it says otherwise than another: the one before it where none is named. */
export async function showVersion(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { number, other, locale = "en" }: { number: number; other: number | null; locale?: string },
): Promise<VersionView | null> {
  const { now, versions: lines } = await showVersions(services, shop);
  const all = await listVersions(services.db.sql, shop.id);
  const version = all.find((candidate) => candidate.number === number);
  const line = lines.find((candidate) => candidate.number === number);
  if (version === undefined || line === undefined) return null;
  const compared =
    all.find((candidate) => candidate.number === (other ?? number - 1) && candidate !== version) ?? null;
  return {
    now,
    version: line,
    others: all
      .map((candidate) => candidate.number)
      .filter((candidate) => candidate !== number)
      .reverse(),
    comparison:
      compared === null
        ? null
        : comparisonOf(compared, version, {
            ...entryNames([compared.programme, version.programme], locale),
            products: await productNames(services.db.sql, shop.id, [compared.programme, version.programme]),
          }),
    yaml: programmeYaml(version.programme, await findWrittenText(services.db.sql, shop.id, number)),
    goesOn: line.state === "scheduled" ? (goesOnWithout(all, version)?.number ?? null) : null,
  };
}

function comparisonOf(
  before: ProgrammeVersion,
  after: ProgrammeVersion,
  names: EntryNames,
): VersionView["comparison"] {
  return {
    with: before.number,
    differences: differencesBetween(before.programme, after.programme),
    lines: sideBySide(programmeYaml(before.programme), programmeYaml(after.programme)),
    names,
  };
}

/** The version that would be in force at this one's start, were it not for this one. */
export function goesOnWithout(
  versions: readonly ProgrammeVersion[],
  version: ProgrammeVersion,
): ProgrammeVersion | null {
  const before = versions
    .filter((other) => other !== version && other.effectiveFrom <= version.effectiveFrom)
    .toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || a.number - b.number);
  return before.at(-1) ?? null;
}
