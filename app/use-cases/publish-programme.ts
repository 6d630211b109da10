import { listVersions } from "../db/programmes.ts";
import { markProgrammePublished, requireShop } from "../db/shops.ts";
import type { ProductId } from "../loyalty/ids.ts";
import { summariseProgramme } from "../loyalty/summarise-programme.ts";
import type { ProgrammeSummary } from "../loyalty/summary.ts";
import type { Instant } from "../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../loyalty/versions.ts";
import { rewardHandles } from "./reward-handles.ts";
import type { Services } from "./services.ts";

/** What no block, page or extension reads: they show nothing then. */
const NO_PROGRAMME = { v: 0 };

/** Writes to the store what everybody may see of the programme in force, guests too. */
export async function publishProgramme(services: Services, shopId: number): Promise<void> {
  const { sql } = services.db;
  const shop = await requireShop(sql, shopId);
  if (shop.uninstalledAt !== null) return;
  const now = services.clock();
  const versions = await listVersions(sql, shopId);
  const handles = await rewardHandles(services, shop, versionAt(versions, now)?.programme.rewards ?? []);
  const summary = programmeSummaryOf(versions, now, handles);
  if (versionAt(versions, now) === null) return;
  await services.platform.publishProgramme(shop.domain, summary ?? NO_PROGRAMME);
  // A version that is still to come is published when it has come into force: until then this stays to be done.
  if (!versions.some(({ effectiveFrom }) => effectiveFrom > now)) await markProgrammePublished(sql, shopId);
}

/**
 * What everybody may see of the programme in force; null where none is, or an archived one. Rewards that name a product by its id have no
 * handle where `handles` does not tell it.
 */
export function programmeSummaryOf(
  versions: readonly ProgrammeVersion[],
  now: Instant,
  handles: ReadonlyMap<ProductId, string> = new Map(),
): ProgrammeSummary | null {
  const version = versionAt(versions, now);
  if (version === null || version.programme.state === "archived") return null;
  return summariseProgramme({ programme: version.programme, version: version.number, handles });
}
