import { isDeepStrictEqual } from "node:util";
import { saveStoredSettings } from "../../db/shop-settings.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { mayDo } from "../staff/permissions.ts";
import { findSettings, writeSettings, type ShopSettings } from "./shop-settings.ts";

export interface SettingsChange {
  change: Partial<ShopSettings>;
  /** The revision that the form was made from. */
  revision: number;
  by: By;
  action: "settings.saved" | "retention.saved";
}

export type SettingsSaved =
  | { outcome: "saved"; revision: number }
  /** Somebody saved meanwhile: what they wrote is not overwritten unseen. */
  | { outcome: "overtaken"; savedBy: string; savedAt: Instant }
  /** Whoever could raise the limits of their own role would have none. */
  | { outcome: "not-allowed"; permission: "staff.manage" };

/** Saves what changed. The same form sent twice saves once, and is logged once. */
export async function saveSettings(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { change, revision, by, action }: SettingsChange,
): Promise<SettingsSaved> {
  return db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const found = await findSettings(tx, shop.id);
    const next = { ...found.settings, ...change };
    if (isDeepStrictEqual(next, found.settings)) return { outcome: "saved", revision: found.revision };
    if (found.saved !== null && found.revision !== revision)
      return { outcome: "overtaken", savedBy: found.saved.savedBy, savedAt: found.saved.savedAt };
    if (changesAccess(found.settings, next) && !mayDo(by.role, "staff.manage"))
      return { outcome: "not-allowed", permission: "staff.manage" };
    const saved = { revision: found.revision + 1, savedAt: clock(), savedBy: by.staff };
    await saveStoredSettings(tx, { ...saved, settings: writeSettings(next) });
    const changed = (Object.keys(change) as (keyof ShopSettings)[]).filter(
      (key) => !isDeepStrictEqual(next[key], found.settings[key]),
    );
    await noteAction(tx, shop.id, {
      ...{ at: saved.savedAt, ...by, action, subject: null },
      detail: { changed: changed.join(", ") },
    });
    return { outcome: "saved", revision: saved.revision };
  });
}

function changesAccess(before: ShopSettings, after: ShopSettings): boolean {
  const accessOf = ({ defaultRole, tillRedeems, limits }: ShopSettings) => ({
    defaultRole,
    tillRedeems,
    limits,
  });
  return !isDeepStrictEqual(accessOf(before), accessOf(after));
}
