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
  const version = versionAt(await listVersions(sql, shopId), services.clock());
  if (version === null) return;
  const summary = summariseProgramme({
    programme: version.programme,
    version: version.number,
    paused: false,
  });
  await services.platform.publishProgramme(shop.domain, summary);
  await markProgrammePublished(sql, shopId);
}
