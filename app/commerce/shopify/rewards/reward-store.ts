import type { BenefitOrder, Made, RewardStore } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { deactivate, discountBenefit, findDiscount, makeDiscount } from "./discounts.ts";
import { findGiftCard, makeGiftCard } from "./gift-cards.ts";
import { addCodes, codesAdded, makeSharedDiscount, withdrawCode } from "./shared-discounts.ts";
import { creditStore, creditsSince, newestCredit } from "./store-credit.ts";
import { tagCustomer } from "./tags.ts";

/** Rewards by Shopify's own means: discounts, store credit, gift cards, and a tag where there is nothing to hand over. */
export function rewardStore(api: AdminApi): RewardStore {
  return {
    makeBenefit: (shop, order) => make(api, shop, order),
    benefitWatermark: async (shop, order) =>
      order.benefit.kind === "store-credit" ? newestCredit(api, shop, order) : null,
    findBenefit: (shop, order, watermark) => find(api, shop, order, watermark),
    disableCode: (shop, code) => deactivate(api, shop, code),
    withdrawCode: (shop, code) => withdrawCode(api, shop, code),
    makeSharedDiscount: (shop, discount) => makeSharedDiscount(api, shop, discount),
    addCodes: (shop, discount, codes) => addCodes(api, shop, discount, codes),
    codesAdded: (shop, adding) => codesAdded(api, shop, adding),
  };
}

async function make(api: AdminApi, shop: string, order: BenefitOrder): Promise<Made> {
  const { benefit } = order;
  const discount = discountBenefit(benefit);
  if (discount !== null) {
    const customerIds = [order.customerId, ...order.alsoFor];
    return makeDiscount(api, shop, { ...order, benefit: discount, customerIds });
  }
  if (benefit.kind === "exclusive") return tagCustomer(api, shop, order.customerId, benefit.grants);
  if (benefit.kind === "store-credit") return creditStore(api, shop, order, benefit.value);
  if (benefit.kind === "gift-card") return makeGiftCard(api, shop, order, benefit.value);
  throw new Error(`nobody makes a ${benefit.kind}`);
}

async function find(
  api: AdminApi,
  shop: string,
  order: BenefitOrder,
  watermark: string | null,
): Promise<string[]> {
  const { benefit } = order;
  switch (benefit.kind) {
    case "store-credit":
      return creditsSince(api, shop, { order, amount: benefit.value, watermark });
    case "gift-card":
      return findGiftCard(api, shop, order);
    case "exclusive":
      // A tag that is added again is still there once: there is nothing to look for.
      return [];
    default: {
      const id = await findDiscount(api, shop, order.code);
      return id === null ? [] : [id];
    }
  }
}
