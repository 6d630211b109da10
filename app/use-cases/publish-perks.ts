import { findPerksDue, settlePerks } from "../db/perks.ts";
import { listVersions } from "../db/programmes.ts";
import { requireShop } from "../db/shops.ts";
import { storePerks, thingsNamedBy } from "../loyalty/perk-configuration.ts";
import { wholeProgramme } from "../loyalty/summarise-programme.ts";
import { versionAt } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/**
 * Has the store's checkout do what the perks of the programme in force say: one discount and one validation, made where
 * they are missing, ended where there is nothing for them to do. What it is told holds until the second beginning or end
 * of a perk from now on, and it is told again at the first, or when another version comes into force.
 */
export async function publishPerks(services: Services, shopId: number): Promise<void> {
  const { sql } = services.db;
  const shop = await requireShop(sql, shopId);
  const seen = await findPerksDue(sql, shopId);
  const now = services.clock();
  if (shop.uninstalledAt !== null || seen === null || seen > now) return;
  const versions = await listVersions(sql, shopId);
  const version = versionAt(versions, now);
  if (version === null) return;
  // A store that was never told of any is left alone: it may not have let us do that yet.
  if (!versions.some(({ programme: { perks } }) => perks.length > 0))
    return settlePerks(sql, shopId, { seen, next: null });
  const { programme, number } = version;
  // A pause is about points: what levels are worth at the checkout goes on until the programme has ended.
  const perks = programme.state === "archived" ? [] : programme.perks;
  const summary = wholeProgramme({ programme: { ...programme, perks }, version: number });
  const things = await services.platform.namedThings(shop.domain, thingsNamedBy(summary));
  const told = storePerks(summary, { now, timezone: shop.timezone, things });
  const changes = await services.platform.applyPerks(shop.domain, told);
  if (changes.length > 0) services.log.info({ shop: shop.domain, changes }, "the store knows the perks");
  if (told.missing.length > 0)
    services.log.warn({ shop: shop.domain, missing: told.missing }, "the store does not have these gifts");
  const starts = versions.map(({ effectiveFrom }) => effectiveFrom).filter((start) => start > now);
  const coming = [...starts, ...(told.changesAt === null ? [] : [told.changesAt])];
  await settlePerks(sql, shopId, { seen, next: coming.length === 0 ? null : Math.min(...coming) });
}
