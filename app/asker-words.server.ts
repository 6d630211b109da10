import { listVersions } from "./db/programmes.ts";
import type { Asker } from "./reward-answers.server.ts";
import { membershipWords, type MembershipWords } from "./texts/membership/membership-words.ts";
import { programmeSummaryOf } from "./use-cases/publish-programme.ts";
import type { Services } from "./use-cases/services.ts";

/** The words for whoever asks, with the names that the merchant gave. */
export async function wordsOf(services: Services, { shop, language }: Asker): Promise<MembershipWords> {
  const versions = await listVersions(services.db.sql, shop.id);
  const summary = programmeSummaryOf(versions, services.clock());
  return membershipWords(language, { ...shop, currency: summary?.currency ?? shop.currency }, summary?.texts);
}
