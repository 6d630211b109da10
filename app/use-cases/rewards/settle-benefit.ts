import type { ShopTransaction } from "../../db/database.ts";
import { disableAgain } from "../../db/open-codes.ts";
import { noteReference, settleBenefit, type BenefitNews } from "../../db/benefits.ts";
import { lockMembership } from "../../db/memberships.ts";
import { markSummaryStale } from "../../db/summaries.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { BenefitWork } from "./work-off-benefit.ts";

/**
 * The store made it: a code can be used from now on, everything else has been granted. Who was shut out while the store
 * was making a code does not get it.
 */
export async function settleMade(
  services: Services,
  work: BenefitWork,
  reference: string | null,
): Promise<void> {
  const { shop, record } = work;
  const news: BenefitNews = { state: "done", reference, askedAt: null, at: services.clock() };
  if (record.code !== null) {
    const isTheirs = await services.db.inShop(shop.id, (tx) => keepCode(services, tx, { work, news }));
    return isTheirs ? undefined : giveUpCode(services, work, reference);
  }
  const event = { kind: "granted", redemptionId: record.id } as const;
  await handleEvent(
    services,
    shop,
    { event, actor: "store", eventId: record.id },
    { then: async (tx) => void (await settleBenefit(tx, shop.id, work.claimed, news)) },
  );
}

/** False where the member may not have it any more. */
async function keepCode(
  services: Services,
  tx: ShopTransaction,
  { work, news }: { work: BenefitWork; news: BenefitNews },
): Promise<boolean> {
  const { shop, record, claimed } = work;
  // Until this is kept nobody can shut them out: a code is ready before that, or never.
  const member = await lockMembership(tx, record.memberId);
  if (member !== null && isBlocked(member)) return false;
  if (await settleBenefit(tx, shop.id, claimed, news)) await tell(services, tx, work);
  else {
    await noteReference(tx, shop.id, record.id, news.reference ?? null);
    // It was given up meanwhile, and who was to disable its code may have looked before it was there.
    await disableAgain(tx, [record.id], services.clock());
    await services.jobs.enqueue(tx, "make-benefits", { shopId: shop.id });
  }
  return true;
}

/** The points go back, and what a release makes due disables the code. */
async function giveUpCode(
  services: Services,
  { shop, record }: BenefitWork,
  reference: string | null,
): Promise<void> {
  const event = { kind: "release", redemptionId: record.id, because: "not-made" } as const;
  await handleEvent(
    services,
    shop,
    { event, actor: "store", eventId: record.id },
    { then: (tx) => noteReference(tx, shop.id, record.id, reference) },
  );
}

/** Who was shut out before the store was asked is given nothing new. */
export async function settleShutOut(services: Services, work: BenefitWork): Promise<void> {
  return notMade(services, work, "The member was blocked before it was made.");
}

/** The store will not have it: the points go back, and the merchant reads why. */
export async function settleRefused(services: Services, work: BenefitWork, reason: string): Promise<void> {
  const { shop, record } = work;
  services.log.error({ shop: shop.domain, redemption: record.id, reason }, "the store refused a benefit");
  return notMade(services, work, reason);
}

async function notMade(services: Services, work: BenefitWork, reason: string): Promise<void> {
  const { shop, claimed, record } = work;
  const news: BenefitNews = { state: "refused", askedAt: null, reason, at: services.clock() };
  if (claimed.task === "disable") {
    await settleBenefit(services.db.sql, shop.id, claimed, news);
    return;
  }
  const event = { kind: "release", redemptionId: record.id, because: "not-made" } as const;
  await handleEvent(
    services,
    shop,
    { event, actor: "store", eventId: record.id },
    {
      then: async (tx, { outcome }) => {
        // A release makes of it one to be disabled: there is nothing to disable.
        const isReleased = outcome.outcome === "released";
        const row = isReleased ? { ...claimed, attempts: 0, task: "disable" as const } : claimed;
        await settleBenefit(tx, shop.id, row, news);
      },
    },
  );
}

/** A person of the shop hands it over. */
export async function waitForStaff(services: Services, work: BenefitWork): Promise<void> {
  await services.db.inShop(work.shop.id, async (tx) => {
    const news: BenefitNews = { state: "by-hand", askedAt: null, at: services.clock() };
    if (await settleBenefit(tx, work.shop.id, work.claimed, news)) await tell(services, tx, work);
  });
}

/** No points moved, but the member reads another word now. */
async function tell(services: Services, tx: ShopTransaction, { record }: BenefitWork): Promise<void> {
  await markSummaryStale(tx, record.memberId);
  await services.jobs.enqueue(tx, "publish-summaries", { shopId: tx.shopId });
}
