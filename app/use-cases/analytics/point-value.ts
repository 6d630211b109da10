import type { Database } from "../../db/database.ts";
import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { floor, fraction, multiply } from "../../loyalty/fraction.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { costOfPoint, type PointCost } from "../../loyalty/point-cost.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";

/** What points may cost in money at most. */
export interface PointValue extends PointCost {
  /** A decimal amount in the shop's currency, parts of minor units dropped. */
  of(points: bigint): string;
  /** The same in minor units. */
  minorUnits(points: bigint): bigint;
}

/** By the rewards of the version in force; null where none of them is worth an amount of money. */
export async function pointValue(db: Database, shop: ShopRow, now: Instant): Promise<PointValue | null> {
  const version = versionAt(await currentVersions(db.sql, shop), now);
  const cost = version === null ? null : costOfPoint(version.programme);
  if (cost === null) return null;
  const minorUnits = (points: bigint) => floor(multiply(cost.each, fraction(points)));
  return { ...cost, minorUnits, of: (points) => formatMoney(minorUnits(points), shop.currency) };
}
