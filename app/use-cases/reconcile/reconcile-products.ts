import { listStaleProducts, renewProducts } from "../../db/stale-products.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Reconciling, Turn } from "./reconciling.ts";

const PRODUCTS_A_RUN = 100;

/** Asks again for what is known of products, the longest unasked first: word of a tag or a collection may be missed. */
export async function reconcileProducts({ services, shop, run }: Reconciling): Promise<Turn> {
  const { sql } = services.db;
  const stale = { before: run.startedAt - DAY, limit: PRODUCTS_A_RUN };
  const ids = await listStaleProducts(sql, shop.id, stale);
  if (ids.length === 0) return { cursor: null, looked: {} };
  const told = await services.platform.productFacts(shop.domain, ids);
  await renewProducts(sql, shop.id, { ids, told, now: services.clock() });
  return { cursor: null, looked: { products: ids.length } };
}
