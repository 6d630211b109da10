import { findStaffNames, listStaffMembers } from "../../db/staff-members.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** What these people are called, by their number: for pages that name whoever did something. */
export async function staffNames(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  ids: Iterable<string>,
): Promise<Record<string, string>> {
  return Object.fromEntries(await findStaffNames(db.sql, shop.id, [...new Set(ids)]));
}

/** The same of everybody who has opened the app. */
export async function namesOfStaff(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
): Promise<Record<string, string>> {
  const people = await listStaffMembers(db.sql, shop.id);
  return Object.fromEntries(people.flatMap(({ id, name }) => (name === "" ? [] : [[id, name]])));
}
