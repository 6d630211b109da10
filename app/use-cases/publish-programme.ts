import { listVersions } from "../db/programmes.ts";
import { markProgrammePublished, requireShop } from "../db/shops.ts";
import { summariseProgramme } from "../loyalty/summarise-programme.ts";
import { versionAt } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/** Writes to the store what everybody may see of the programme in force, guests too. */
export async function publishProgramme(services: Services, shopId: number): Promise<void> {
  const { sql } = services.db;
  const shop = await requireShop(sql, shopId);
  if (shop.uninstalledAt !== null) return;
  const now = services.clock();
  const versions = await listVersions(sql, shopId);
  const version = versionAt(versions, now);
  if (version === null) return;
  const summary = summariseProgramme({
    programme: version.programme,
    version: version.number,
    paused: false,
  });
  await services.platform.publishProgramme(shop.domain, summary);
  // A version that is still to come is published when it has come into force: until then this stays to be done.
  if (!versions.some(({ effectiveFrom }) => effectiveFrom > now)) await markProgrammePublished(sql, shopId);
}
