import { currentVersions } from "./db/programmes.ts";
import type { ProgrammeSummary } from "./loyalty/summary.ts";
import type { Instant } from "./loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "./loyalty/versions.ts";
import type { Asker } from "./reward-answers.server.ts";
import { membershipWords, type MembershipWords } from "./texts/membership/membership-words.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import type { Services } from "./use-cases/services.ts";

/** The words for whoever asks, with the names that the merchant gave. */
export async function wordsOf(services: Services, asker: Asker): Promise<MembershipWords> {
  return wordsUnder(await currentVersions(services.db.sql, asker.shop), asker, services.clock());
}

/** A version never changes, and what everybody may see of it takes as long to sum up as a page to answer. */
const summaries = new WeakMap<ProgrammeVersion, ProgrammeSummary | null>();

function summaryAt(versions: readonly ProgrammeVersion[], now: Instant): ProgrammeSummary | null {
  const version = versionAt(versions, now);
  if (version === null) return null;
  const known = summaries.get(version);
  if (known !== undefined) return known;
  const summary = programmeSummaryOf(versions, now);
  summaries.set(version, summary);
  return summary;
}

/** The same of versions that somebody has read already. */
export function wordsUnder(
  versions: readonly ProgrammeVersion[],
  { shop, language }: Asker,
  now: Instant,
): MembershipWords {
  const summary = summaryAt(versions, now);
  return membershipWords(language, { ...shop, currency: summary?.currency ?? shop.currency }, summary?.texts);
}
