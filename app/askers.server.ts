import { findLocale } from "./db/person-locale.ts";
import { findShop } from "./db/shops.ts";
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

/** null where the app is not installed. The language is the one asked for, else the browser's, else the last order's. */
export async function askerFrom(
  { db: { sql } }: Services,
  { shopDomain, memberId, actor }: Vouched,
  request: Request,
): Promise<Asker | null> {
  const shop = await findShop(sql, shopDomain);
  if (shop === null || shop.uninstalledAt !== null) return null;
  const wishes = [
    new URL(request.url).searchParams.get("locale") ?? "",
    ...acceptedLanguages(request.headers.get("accept-language")),
    memberId === null ? "" : ((await findLocale(sql, shop.id, memberId)) ?? ""),
  ];
  return { shop, memberId, actor, language: rewardLanguage(wishes) };
}
