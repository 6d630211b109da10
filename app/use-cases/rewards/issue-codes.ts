import { StoreUnavailable } from "../../commerce/platform.ts";
import { OutcomeUnknown, StoreRefused, type SharedDiscount } from "../../commerce/reward-store.ts";
import { listVersions } from "../../db/programmes.ts";
import { claimBatch, settleBatch, settleCodes, type IssueBatch } from "../../db/reward-issues.ts";
import { findShopById, type ShopRow } from "../../db/shops.ts";
import { isPaused, noteStoreAnswer, noteStoreFailure } from "../../db/store-pauses.ts";
import { benefitOf } from "../../loyalty/reward-benefit.ts";
import { MINUTE } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { termsOf } from "./redemption-facts.ts";
import { withdrawCodes } from "./withdraw-codes.ts";

const LEASE = 2 * MINUTE;
const MOST_A_JOB = 100;
/** The store adds codes in its own time: asked again after this. */
const LOOK_AGAIN = 2_000;
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 30 * MINUTE;

/**
 * Has the store make the codes of rewards that were given to many, a discount at a time. Every step can be done again:
 * a discount is found by its first code, and a code that is there already counts as added. What is to be withdrawn goes
 * first.
 */
export async function issueCodes(services: Services, shopId: number): Promise<void> {
  const { sql } = services.db;
  const open = await findShopById(sql, shopId);
  if (open === null || open.uninstalledAt !== null || (await isPaused(sql, shopId, services.clock()))) return;
  await withdrawCodes(services, open);
  for (let done = 0; done < MOST_A_JOB; done++) {
    const shop = await findShopById(sql, shopId);
    const now = services.clock();
    if (shop === null || shop.uninstalledAt !== null || (await isPaused(sql, shopId, now))) return;
    const batch = await claimBatch(sql, shopId, { now, until: now + LEASE });
    if (batch === null) return;
    await workOffBatch(services, shop, batch);
  }
  await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "issue-codes", { shopId }));
}

async function workOffBatch(services: Services, shop: ShopRow, batch: IssueBatch): Promise<void> {
  const { sql } = services.db;
  // All of its members were erased, and their codes are withdrawn one by one: there is nothing left to make or to end.
  if (batch.codes.length === 0)
    return settleBatch(sql, shop.id, batch, { state: "disabled", at: services.clock() });
  try {
    if (batch.cancelled) await disable(services, shop, batch);
    else await (batch.state === "adding" ? look(services, shop, batch) : add(services, shop, batch));
    await noteStoreAnswer(sql, shop.id);
  } catch (error) {
    if (error instanceof StoreRefused) return refuse(services, shop, { batch, reason: error.message });
    const reason = error instanceof Error ? error.message : String(error);
    services.log.warn(
      { shop: shop.domain, issue: batch.issue.id, batch: batch.number, reason },
      "codes wait",
    );
    const now = services.clock();
    if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown)
      await noteStoreFailure(sql, shop.id, now);
    const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(batch.attempts - 1, 20), LONGEST_PAUSE);
    await settleBatch(sql, shop.id, batch, { state: "due", reason, at: now + pause });
  }
}

async function add(services: Services, shop: ShopRow, batch: IssueBatch): Promise<void> {
  const { sql } = services.db;
  const discount = batch.discount ?? (await makeDiscount(services, shop, batch));
  const [, ...others] = batch.codes.map(({ code }) => code);
  if (others.length === 0) return finish(services, shop, { batch, discount, refused: new Map() });
  const creation = await services.platform.addCodes(shop.domain, discount, others);
  const at = services.clock() + LOOK_AGAIN;
  await settleBatch(sql, shop.id, batch, { state: "adding", discount, creation, at });
}

async function makeDiscount(services: Services, shop: ShopRow, batch: IssueBatch): Promise<string> {
  const order = await discountOf(services, shop, batch);
  const made = await services.platform.makeSharedDiscount(shop.domain, order);
  if (made.outcome === "refused") throw new StoreRefused(made.reason);
  if (made.reference === null) throw new OutcomeUnknown("the store does not find the discount it has");
  const { sql } = services.db;
  // Known before anything else is asked, so that a process that dies goes on from here.
  const at = services.clock() + LEASE;
  await settleBatch(sql, shop.id, batch, { state: "due", discount: made.reference, at });
  return made.reference;
}

async function discountOf(
  { db }: Services,
  shop: ShopRow,
  { issue, codes }: IssueBatch,
): Promise<SharedDiscount> {
  const terms = termsOf(await listVersions(db.sql, shop.id), issue);
  const benefit = terms === null ? null : benefitOf(terms.reward, null, terms.currency);
  const [first] = codes;
  if (terms === null || first === undefined || benefit === null)
    throw new StoreRefused(`The programme does not say what ${issue.rewardId} gives.`);
  if (benefit.kind === "donation" || benefit.kind === "custom")
    throw new StoreRefused(`A reward of the kind ${benefit.kind} has no codes.`);
  return {
    benefit,
    currency: terms.currency,
    code: first.code,
    title: `Loyalty gift: ${issue.rewardId} (${issue.id})`,
    minimum: terms.reward.minimum,
    combinesWith: terms.reward.combinesWith,
    startsAt: issue.at,
    endsAt: issue.endsAt,
    customerIds: codes.map(({ memberId }) => memberId),
  };
}

async function look(services: Services, shop: ShopRow, batch: IssueBatch): Promise<void> {
  const added = await services.platform.codesAdded(shop.domain, batch.creation ?? "");
  if (added.state === "done")
    return finish(services, shop, { batch, discount: null, refused: added.refused });
  const at = services.clock() + LOOK_AGAIN;
  await settleBatch(services.db.sql, shop.id, batch, { state: "adding", at });
}

async function finish(
  services: Services,
  shop: ShopRow,
  { batch, discount, refused }: { batch: IssueBatch; discount: string | null; refused: Map<string, string> },
): Promise<void> {
  await services.db.inShop(shop.id, async (tx) => {
    await settleBatch(tx, shop.id, batch, { state: "done", discount, at: services.clock() });
    await settleCodes(tx, batch, refused);
    await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
  });
}

async function refuse(
  services: Services,
  shop: ShopRow,
  { batch, reason }: { batch: IssueBatch; reason: string },
): Promise<void> {
  services.log.error(
    { shop: shop.domain, issue: batch.issue.id, reason },
    "the store refused a gift's codes",
  );
  await services.db.inShop(shop.id, async (tx) => {
    await settleBatch(tx, shop.id, batch, { state: "refused", reason, at: services.clock() });
    await settleCodes(tx, batch, new Map(batch.codes.map(({ code }) => [code, reason])));
  });
}

/** With its first code the whole discount is over, and with it all its codes. */
async function disable(services: Services, shop: ShopRow, batch: IssueBatch): Promise<void> {
  const [first] = batch.codes;
  if (first !== undefined) await services.platform.disableCode(shop.domain, first.code);
  await settleBatch(services.db.sql, shop.id, batch, { state: "disabled", at: services.clock() });
}
