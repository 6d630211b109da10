import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { openBacktest } from "../../loyalty/backtest/backtest.ts";
import { countInReach } from "../../loyalty/backtest/standing-members.ts";
import { reportOf, type BacktestReport } from "../../loyalty/backtest/report.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import type { ProductFacts } from "../../loyalty/order.ts";
import { costAtMost } from "../../loyalty/point-cost.ts";
import { namesProductFacts } from "../../loyalty/product-facts.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { countPastOrders, listPastOrders, notCountingYet } from "./list-past-orders.ts";

export type PastOrdersPreview = Pick<BacktestReport, "orders" | "members" | "points" | "cost" | "tiers"> & {
  /** When the first version would begin. */
  since: Instant;
  /** The newest version that there was. */
  version: number;
  /** Orders of that time that count already, and are in none of the figures. */
  countingAlready: number;
  /** When the oldest order was processed that the store lets us read; null without any. */
  oldest: Instant | null;
  /** What these points may cost, rounded up to the smallest coin; null where no reward is worth an amount of money. */
  mayCost: string | null;
  /** Members who could have at least one reward with these points. */
  inReach: number;
};

export interface PastWish {
  since: Instant;
  /** Is told how many of all orders were looked at. */
  tell?(done: number, of: number): void | Promise<void>;
}

/**
 * What the store's past orders would bring that do not count yet: each is handled now, the oldest first, by the same code
 * that would take it in, in a book of its own. Writes nothing. null where the shop has no programme yet.
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
  const past = { since, until: at };
  const of = await countPastOrders(services, shop, past);
  let [done, countingAlready] = [0, 0];
  let oldest: Instant | null = null;
  for await (const all of listPastOrders(services, shop, past)) {
    const part = await notCountingYet(services, shop, all);
    for (const { order } of all) oldest = Math.min(oldest ?? order.processedAt, order.processedAt);
    const products = part.flatMap(({ order }) => order.lines.flatMap(({ productId }) => productId ?? []));
    const unknown = asks ? [...new Set(products)].filter((id) => !facts.has(id)) : [];
    if (unknown.length > 0)
      for (const fact of await services.platform.productFacts(shop.domain, unknown)) facts.set(fact.id, fact);
    for (const { order } of part) {
      const cause = { eventId: "preview", actor: "store" };
      backtest.tell({ event: { kind: "order", order }, at, cause, nothingBefore: at });
    }
    done += all.length;
    countingAlready += all.length - part.length;
    await tell?.(done, Math.max(done, of));
  }
  backtest.finish(at);
  const report = reportOf(backtest, { until: at, from: since, against: null, warnings: [] });
  const { orders, members, points, cost, tiers } = report;
  const current = versionAt(versions, at)?.programme;
  const inReach = current === undefined ? 0 : countInReach(backtest.book, current, at);
  const mayCost = current === undefined ? null : costAtMost(current, BigInt(points.outstanding));
  const version = versions.at(-1)?.number ?? 0;
  return {
    ...{ since, version, orders, members, points, cost, tiers },
    countingAlready,
    oldest,
    inReach,
    mayCost,
  };
}

/** The versions as they would be with the first of them beginning then, where that is earlier. */
function withStart(versions: readonly ProgrammeVersion[], since: Instant): ProgrammeVersion[] {
  return versions.map((version, place) =>
    place === 0 ? { ...version, effectiveFrom: Math.min(version.effectiveFrom, since) } : version,
  );
}
