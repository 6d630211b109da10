import { claimBenefit, findBenefit } from "../../db/benefits.ts";
import { findShopById, type ShopRow } from "../../db/shops.ts";
import { isPaused } from "../../db/store-pauses.ts";
import type { RedemptionId } from "../../loyalty/ids.ts";
import { MINUTE } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { workOffBenefit } from "./work-off-benefit.ts";

/** Longer than everything that is asked of the store for one benefit: whoever dies with it loses it after this. */
const LEASE = 2 * MINUTE;
/** A job that goes on for long is taken for dead: the rest is left for the next. */
const MOST_A_JOB = 200;
const LOOK_EVERY_MS = 60;

/** Has the store make and disable what redemptions and their releases made necessary, until nothing is due. */
export async function makeBenefits(services: Services, shopId: number): Promise<void> {
  const { sql } = services.db;
  for (let done = 0; done < MOST_A_JOB; done++) {
    const shop = await findShopById(sql, shopId);
    if (shop === null || shop.uninstalledAt !== null) return;
    if (!(await makeNext(services, shop, null))) return;
  }
  await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "make-benefits", { shopId }));
}

/**
 * The same for one redemption, for whoever waits for its code: at most so long. What is not made by then goes on being
 * made, here or by the job.
 */
export async function makeBenefitSoon(
  services: Services,
  shop: ShopRow,
  { redemptionId, withinMs }: { redemptionId: RedemptionId; withinMs: number },
): Promise<void> {
  if (await isPaused(services.db.sql, shop.id, services.clock())) return;
  const deadline = performance.now() + withinMs;
  const underWay = makeNext(services, shop, redemptionId).catch((error: unknown) =>
    services.log.error({ shop: shop.domain, error }, "a benefit was not made at once; the job goes on"),
  );
  await Promise.race([underWay, sleep(withinMs)]);
  // The job may have it in hand.
  while (performance.now() < deadline) {
    const benefit = await findBenefit(services.db.sql, shop.id, redemptionId);
    if (benefit?.task !== "make" || benefit.state !== "due" || benefit.reason !== null) return;
    await sleep(LOOK_EVERY_MS);
  }
}

async function makeNext(
  services: Services,
  shop: ShopRow,
  redemptionId: RedemptionId | null,
): Promise<boolean> {
  const { sql } = services.db;
  const now = services.clock();
  if (await isPaused(sql, shop.id, now)) return false;
  const claimed = await claimBenefit(sql, shop.id, { now, until: now + LEASE, redemptionId });
  if (claimed === null) return false;
  await workOffBenefit(services, shop, claimed);
  return true;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
