import { countRows } from "../../db/import-figures.ts";
import { forgetChecks } from "../../db/import-rows.ts";
import { changeImport, deleteImport, isMovingIn, lockImport } from "../../db/member-imports.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { refuseMovedIn } from "./check-import.ts";
import { faultsIn, settingsOf, type ImportSettings, type SettingsFault } from "./import-settings.ts";
import { noteImport } from "./note-import.ts";

export type ImportChanged =
  | { outcome: "checking" }
  | { outcome: "applying" }
  | { outcome: "discarded" }
  | { outcome: "refused"; faults: SettingsFault[] }
  /** Another file is being moved in: which of its customers this one names too shows only when that one is done. */
  | { outcome: "busy" }
  /** It is past the step that was asked for, or was never there. */
  | { outcome: "too-late" };

/** Says what the columns mean, and lets every row be looked at: a preview, in which nothing is moved yet. */
export async function checkImport(
  services: Services,
  shop: ShopRow,
  { id, settings }: { id: string; settings: ImportSettings },
): Promise<ImportChanged> {
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || !["read", "checking", "checked"].includes(found.state))
      return { outcome: "too-late" };
    const faults = faultsIn(settings, found.header);
    if (faults.length > 0) return { outcome: "refused", faults };
    await forgetChecks(tx, id);
    await changeImport(tx, id, { state: "checking", settings, reason: null });
    await services.jobs.enqueue(tx, "import-members", { shopId: shop.id, importId: id });
    return { outcome: "checking" };
  });
}

/** Changes what does not touch how rows are read: tiers, expiry. The preview stands as it is. */
export async function tuneImport(
  services: Services,
  shop: ShopRow,
  { id, settings }: { id: string; settings: ImportSettings },
): Promise<boolean> {
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || found.state !== "checked") return false;
    await changeImport(tx, id, { settings });
    return true;
  });
}

/**
 * Lets the rows that are ready go into the books. The others stay behind, with their reasons: also those of customers
 * whom another import has brought in since the preview, so that two previews of the same people never both count.
 */
export async function applyImport(
  services: Services,
  shop: ShopRow,
  id: string,
  by: By | null = null,
): Promise<ImportChanged> {
  return services.db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const found = await lockImport(tx, id);
    if (found === null || found.state !== "checked") return { outcome: "too-late" };
    if (settingsOf(found).kind === "members" && (await isMovingIn(tx))) return { outcome: "busy" };
    await refuseMovedIn(tx, found);
    const { ready = 0 } = await countRows(tx, shop.id, id);
    if (ready === 0) return { outcome: "too-late" };
    await changeImport(tx, id, { state: "applying", reason: null });
    await noteImport(services, tx, { action: "import.applied", id, fileName: found.fileName, by });
    await services.jobs.enqueue(tx, "import-members", { shopId: shop.id, importId: id });
    return { outcome: "applying" };
  });
}

/** Forgets a file of which nothing was moved. */
export async function discardImport(
  services: Services,
  shop: ShopRow,
  id: string,
  by: By | null = null,
): Promise<ImportChanged> {
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || !["reading", "read", "checking", "checked"].includes(found.state))
      return { outcome: "too-late" };
    await deleteImport(tx, id);
    await noteImport(services, tx, { action: "import.discarded", id, fileName: found.fileName, by });
    return { outcome: "discarded" };
  });
}
