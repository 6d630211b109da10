import { findStandingMember } from "./db/memberships.ts";
import { findShopAndLocale } from "./db/shops.ts";
import type { Asker } from "./reward-answers.server.ts";
import { acceptedLanguages, rewardLanguage } from "./texts/rewards/reward-texts.ts";
import type { Services } from "./use-cases/services.ts";

/** Who asks, as the store vouched for it. */
export interface Vouched {
  shopDomain: string;
  memberId: string | null;
  /** "shopper", or the id of a member of staff. */
  actor: string;
}

/**
 * null where the app is not installed. The language is the one asked for, else the browser's, else the last order's. Whose
 * account was merged into another's in the app asks for that one: in the store both may go on being signed in to.
 */
export async function askerFrom(
  { db: { sql } }: Services,
  { shopDomain, memberId, actor }: Vouched,
  request: Request,
): Promise<Asker | null> {
  const found = await findShopAndLocale(sql, shopDomain, memberId);
  if (found === null || found.shop.uninstalledAt !== null) return null;
  const { shop, locale } = found;
  const wishes = [
    new URL(request.url).searchParams.get("locale") ?? "",
    ...acceptedLanguages(request.headers.get("accept-language")),
    locale ?? "",
  ];
  const standing = memberId === null ? null : await findStandingMember(sql, shop.id, memberId);
  const asker = { shop, memberId: standing ?? memberId, actor, language: rewardLanguage(wishes) };
  return standing === null || standing === memberId ? asker : { ...asker, account: memberId };
}
