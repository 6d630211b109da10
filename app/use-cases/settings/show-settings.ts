import type { ShopRow } from "../../db/shops.ts";
import { formatMoney } from "../../loyalty/money.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";
import { findSettings, type ShopSettings } from "./shop-settings.ts";
import type { SettingsField } from "./read-settings.ts";

/** Points and money are decimal strings, as they stand in the fields; empty for no limit. */
export interface SettingsView {
  now: Instant;
  revision: number;
  shop: Pick<ShopRow, "name" | "domain" | "currency" | "timezone" | "installedAt">;
  defaultRole: ShopSettings["defaultRole"];
  tillRedeems: boolean;
  fields: Record<SettingsField, string>;
  /** What whoever saved these is called. */
  names: Record<string, string>;
}

export async function showSettings(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<SettingsView> {
  const { settings, revision, saved } = await findSettings(db.sql, shop.id);
  const { support, manager } = settings.limits;
  const { name, domain, currency, timezone, installedAt } = shop;
  return {
    now: clock(),
    revision,
    shop: { name, domain, currency, timezone, installedAt },
    defaultRole: settings.defaultRole,
    tillRedeems: settings.tillRedeems,
    fields: {
      supportEach: support.each?.toString() ?? "",
      supportDay: support.day?.toString() ?? "",
      managerEach: manager.each?.toString() ?? "",
      managerDay: manager.day?.toString() ?? "",
      liabilityLimit: settings.liabilityLimit === null ? "" : formatMoney(settings.liabilityLimit, currency),
    },
    names: await staffNames({ db }, shop, saved === null ? [] : [saved.savedBy]),
  };
}
