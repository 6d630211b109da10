import type { Fraction } from "../../../loyalty/fraction.ts";
import type { MemberId } from "../../../loyalty/ids.ts";
import { formatMoney, type Money } from "../../../loyalty/money.ts";
import { formatInstant } from "../../../loyalty/time.ts";
import { StoreRefused, type BenefitOrder, type Made, type StoreBenefit } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  CodeDiscountByCodeDocument,
  DiscountCodeBasicCreateDocument,
  DiscountCodeBxgyCreateDocument,
  DiscountCodeDeactivateDocument,
  DiscountCodeFreeShippingCreateDocument,
} from "../generated/admin.ts";
import { customerGid } from "./gids.ts";
import { productsToBuy, rewardProduct, type RewardProduct } from "./products.ts";
import { madeOf, sentenceOf } from "./user-errors.ts";

/** A benefit that is used by a code at the checkout. */
export type DiscountBenefit =
  | { kind: "amount"; value: Money }
  | { kind: "percent"; percent: Fraction }
  | { kind: "free-shipping" }
  | { kind: "free-product" | "gift-with-purchase"; product: string };

export interface DiscountOrder extends Omit<
  BenefitOrder,
  "customerId" | "alsoFor" | "redemptionId" | "benefit"
> {
  benefit: DiscountBenefit;
  customerIds: MemberId[];
}

/** null for a benefit without a code. */
export function discountBenefit(benefit: StoreBenefit): DiscountBenefit | null {
  switch (benefit.kind) {
    case "amount":
      return { kind: "amount", value: benefit.value };
    case "percent":
    case "free-shipping":
    case "free-product":
    case "gift-with-purchase":
      return benefit;
    default:
      return null;
  }
}

export async function makeDiscount(api: AdminApi, shop: string, order: DiscountOrder): Promise<Made> {
  const { benefit } = order;
  switch (benefit.kind) {
    case "amount": {
      const amount = formatMoney(benefit.value, order.currency);
      return makeBasic(api, shop, order, {
        value: { discountAmount: { amount, appliesOnEachItem: false } },
        items: { all: true },
      });
    }
    case "percent": {
      // Shopify's own number here is a binary one between 0 and 1.
      const percentage = Number(benefit.percent.n) / Number(benefit.percent.d * 100n);
      return makeBasic(api, shop, order, { value: { percentage }, items: { all: true } });
    }
    case "free-shipping":
      return makeFreeShipping(api, shop, order);
    case "free-product":
    case "gift-with-purchase":
      return makeProductDiscount(api, shop, order, benefit);
  }
}

/** null where the store knows no such code. */
export async function findDiscount(api: AdminApi, shop: string, code: string): Promise<string | null> {
  const { codeDiscountNodeByCode } = await api(shop, CodeDiscountByCodeDocument, { code });
  return codeDiscountNodeByCode?.id ?? null;
}

export async function deactivate(api: AdminApi, shop: string, code: string): Promise<boolean> {
  const id = await findDiscount(api, shop, code);
  if (id === null) return false;
  const { discountCodeDeactivate } = await api(shop, DiscountCodeDeactivateDocument, { id });
  const errors = discountCodeDeactivate?.userErrors ?? [];
  if (errors.length > 0) throw new StoreRefused(sentenceOf(errors));
  return true;
}

/** What every code has in common: one use, by these customers, until it ends. */
function commonTerms({ title, code, customerIds, startsAt, endsAt, combinesWith }: DiscountOrder) {
  return {
    title,
    code,
    startsAt: formatInstant(startsAt),
    endsAt: endsAt === null ? null : formatInstant(endsAt),
    usageLimit: 1,
    appliesOncePerCustomer: true,
    context: { customers: { add: customerIds.map(customerGid) } },
    combinesWith: {
      orderDiscounts: combinesWith.order,
      productDiscounts: combinesWith.product,
      shippingDiscounts: combinesWith.shipping,
    },
  };
}

function minimumOf({ minimum, currency }: DiscountOrder) {
  if (minimum === 0n) return {};
  const greaterThanOrEqualToSubtotal = formatMoney(minimum, currency);
  return { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal } } };
}

type CustomerGets = {
  value: { percentage: number } | { discountAmount: { amount: string; appliesOnEachItem: boolean } };
  items: { all: boolean } | { products: { productsToAdd: string[] } };
};

async function makeBasic(
  api: AdminApi,
  shop: string,
  order: DiscountOrder,
  customerGets: CustomerGets,
): Promise<Made> {
  const discount = { ...commonTerms(order), ...minimumOf(order), customerGets };
  const { discountCodeBasicCreate } = await api(
    shop,
    DiscountCodeBasicCreateDocument,
    { discount },
    { once: true },
  );
  return madeOf(discountCodeBasicCreate?.codeDiscountNode?.id, discountCodeBasicCreate?.userErrors);
}

async function makeFreeShipping(api: AdminApi, shop: string, order: DiscountOrder): Promise<Made> {
  const common = commonTerms(order);
  const discount = {
    ...common,
    // Two discounts on shipping never go together: Shopify refuses one that says they may.
    combinesWith: { ...common.combinesWith, shippingDiscounts: false },
    ...minimumOf(order),
    destination: { all: true },
  };
  const { discountCodeFreeShippingCreate: created } = await api(
    shop,
    DiscountCodeFreeShippingCreateDocument,
    { discount },
    { once: true },
  );
  return madeOf(created?.codeDiscountNode?.id, created?.userErrors);
}

async function makeProductDiscount(
  api: AdminApi,
  shop: string,
  order: DiscountOrder,
  benefit: { kind: "free-product" | "gift-with-purchase"; product: string },
): Promise<Made> {
  const product = await rewardProduct(api, shop, benefit.product);
  if (product === null)
    return { outcome: "refused", reason: `The store has no product "${benefit.product}".` };
  // Of a discount on one product Shopify compares the minimum with that product alone; what is bought besides can only
  // be asked for where something is bought to get something.
  const buysMore = benefit.kind === "gift-with-purchase" || order.minimum > 0n;
  return buysMore
    ? makeBuyToGet(api, shop, order, product)
    : makeBasic(api, shop, order, {
        // The price of the cheapest, once an order: per cent would give away as many as are put into the cart.
        value: { discountAmount: { amount: product.price, appliesOnEachItem: false } },
        items: { products: { productsToAdd: [product.id] } },
      });
}

async function makeBuyToGet(
  api: AdminApi,
  shop: string,
  order: DiscountOrder,
  product: RewardProduct,
): Promise<Made> {
  const { minimum, currency } = order;
  const discount = {
    ...commonTerms(order),
    usesPerOrderLimit: 1,
    customerBuys: {
      value: minimum > 0n ? { amount: formatMoney(minimum, currency) } : { quantity: "1" },
      items: await productsToBuy(api, shop),
    },
    customerGets: {
      value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } },
      items: { products: { productsToAdd: [product.id] } },
    },
  };
  const { discountCodeBxgyCreate } = await api(
    shop,
    DiscountCodeBxgyCreateDocument,
    { discount },
    { once: true },
  );
  return madeOf(discountCodeBxgyCreate?.codeDiscountNode?.id, discountCodeBxgyCreate?.userErrors);
}
