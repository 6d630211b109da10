import { findAgency, findSharedStore, listSharedStores } from "../../db/agencies.ts";
import { listVersions } from "../../db/programmes.ts";
import { findShop, requireShop, type ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";

/** A store that a shop may look at: its own, or one that has agreed to it. */
export interface SeenStore {
  shop: ShopRow;
  isOwn: boolean;
}

/** Its own first. Whoever wants to see another store asks here, and nowhere else. */
export async function listSeenStores(sql: Sql, shop: ShopRow): Promise<SeenStore[]> {
  const shared = await listSharedStores(sql, shop.id);
  const others = await Promise.all(shared.map(({ shopId }) => requireShop(sql, shopId)));
  return [{ shop, isOwn: true }, ...others.map((other) => ({ shop: other, isOwn: false }))];
}

/** Whether it looks after other stores: nobody else needs a list of them. */
export async function isAgency({ db }: Pick<Services, "db">, shop: ShopRow): Promise<boolean> {
  return (await findAgency(db.sql, shop.id)) !== null;
}

/** null for every store that it may not look at, whether or not there is one. */
export async function findSeenStore(sql: Sql, shop: ShopRow, domain: string): Promise<SeenStore | null> {
  if (domain === shop.domain) return { shop, isOwn: true };
  const shared = await findSharedStore(sql, shop.id, domain);
  const other = shared === null ? null : await findShop(sql, shared.domain);
  return other === null ? null : { shop: other, isOwn: false };
}

/** The store whose programme the others are held against: the agency's own unless it chose one that it still sees. */
export async function findTemplate(sql: Sql, shop: ShopRow): Promise<SeenStore> {
  const agency = await findAgency(sql, shop.id);
  const seen = await listSeenStores(sql, shop);
  return seen.find((store) => store.shop.id === agency?.templateId) ?? { shop, isOwn: true };
}

export async function versionInForce(
  sql: Sql,
  shop: ShopRow,
  now: Instant,
): Promise<ProgrammeVersion | null> {
  return versionAt(await listVersions(sql, shop.id), now);
}
