import type { ShopRow } from "../../db/shops.ts";
import { settingsOf } from "../settings/shop-settings.ts";
import type { Services } from "../services.ts";
import { mayDo } from "./permissions.ts";
import type { Recognised } from "./recognise-staff.ts";

/**
 * Whether somebody may spend a customer's points at the till, and give them back. A role that an owner gave decides;
 * many at the till never open the app, so those whom nobody gave one may as the shop's settings say.
 */
export async function mayRedeemAtTill(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { role, ownRole }: Pick<Recognised, "role" | "ownRole">,
): Promise<boolean> {
  if (mayDo(ownRole ?? role, "members.manage")) return true;
  return ownRole === null && (await settingsOf(db.sql, shop.id)).tillRedeems;
}
