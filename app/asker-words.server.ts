import { currentVersions } from "./db/programmes.ts";
import type { Instant } from "./loyalty/time.ts";
import type { ProgrammeVersion } from "./loyalty/versions.ts";
import type { Asker } from "./reward-answers.server.ts";
import { membershipWords, type MembershipWords } from "./texts/membership/membership-words.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import type { Services } from "./use-cases/services.ts";

/** The words for whoever asks, with the names that the merchant gave. */
export async function wordsOf(services: Services, asker: Asker): Promise<MembershipWords> {
  return wordsUnder(await currentVersions(services.db.sql, asker.shop), asker, services.clock());
}

/** The same of versions that somebody has read already. */
export function wordsUnder(
  versions: readonly ProgrammeVersion[],
  { shop, language }: Asker,
  now: Instant,
): MembershipWords {
  const summary = programmeSummaryOf(versions, now);
  return membershipWords(language, { ...shop, currency: summary?.currency ?? shop.currency }, summary?.texts);
}
