import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { openBacktest } from "../../loyalty/backtest/backtest.ts";
import { reportOf, type BacktestReport } from "../../loyalty/backtest/report.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import type { ProductFacts } from "../../loyalty/order.ts";
import { namesProductFacts } from "../../loyalty/product-facts.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { listPastOrders } from "./list-past-orders.ts";

export type PastOrdersPreview = Pick<BacktestReport, "orders" | "members" | "points" | "cost" | "tiers"> & {
  /** When the first version would begin. */
  since: Instant;
};

export interface PastWish {
  since: Instant;
  /** Is told how many orders were looked at. */
  tell?(orders: number): void;
}

/**
 * What the store's past orders would bring: each is handled now, the oldest first, by the same code that would take it
 * in, in a book of its own. Writes nothing. null where the shop has no programme yet.
 */
export async function previewPastOrders(
  services: Services,
  shop: ShopRow,
  { since, tell }: PastWish,
): Promise<PastOrdersPreview | null> {
  const versions = withStart(await listVersions(services.db.sql, shop.id), since);
  if (versions.length === 0) return null;
  const at = services.clock();
  const facts = new Map<ProductId, ProductFacts>();
  const asks = versions.some(({ programme }) => namesProductFacts(programme.earning));
  const backtest = openBacktest({
    versions,
    product: (id) => facts.get(id) ?? null,
    comesAgain: () => false,
  });
  let orders = 0;
  for await (const part of listPastOrders(services, shop, { since, until: at })) {
    const products = part.flatMap(({ order }) => order.lines.flatMap(({ productId }) => productId ?? []));
    const unknown = asks ? [...new Set(products)].filter((id) => !facts.has(id)) : [];
    if (unknown.length > 0)
      for (const fact of await services.platform.productFacts(shop.domain, unknown)) facts.set(fact.id, fact);
    for (const { order } of part) {
      const cause = { eventId: "preview", actor: "store" };
      backtest.tell({ event: { kind: "order", order }, at, cause, nothingBefore: at });
    }
    orders += part.length;
    tell?.(orders);
  }
  backtest.finish(at);
  const report = reportOf(backtest, { until: at, from: since, against: null, warnings: [] });
  const { orders: counts, members, points, cost, tiers } = report;
  return { since, orders: counts, members, points, cost, tiers };
}

/** The versions as they would be with the first of them beginning then, where that is earlier. */
function withStart(versions: readonly ProgrammeVersion[], since: Instant): ProgrammeVersion[] {
  return versions.map((version, place) =>
    place === 0 ? { ...version, effectiveFrom: Math.min(version.effectiveFrom, since) } : version,
  );
}
