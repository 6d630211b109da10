import type { FunctionPerks } from "../../../loyalty/perk-configuration.ts";
import { formatInstant } from "../../../loyalty/time.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  DiscountAutomaticActivateDocument,
  DiscountAutomaticAppCreateDocument,
  DiscountAutomaticDeactivateDocument,
  PerkDiscountsDocument,
  type PerkDiscountsQuery,
} from "../generated/admin.ts";
import { nextOf } from "../reconcile/orders.ts";
import { metafieldsOf, requireDone, type Owner, type Ways } from "./owner.ts";

/** The handle of the extension. */
const FUNCTION = "perennial-discount";
const TITLE = "Member prices and gifts";
/** Before everything, so that no clock of the store lies before it. */
const STARTS_AT = formatInstant(0);

/** Our one automatic discount. What it goes together with the merchant may change. */
export function discountWays(api: AdminApi, shop: string): Ways {
  return {
    of: "discount",
    list: () => listOurs(api, shop),
    make: (wanted) => make(api, shop, wanted),
    async start(id) {
      requireDone((await api(shop, DiscountAutomaticActivateDocument, { id })).discountAutomaticActivate);
    },
    async end(id) {
      requireDone((await api(shop, DiscountAutomaticDeactivateDocument, { id })).discountAutomaticDeactivate);
    },
  };
}

async function listOurs(api: AdminApi, shop: string): Promise<Owner[]> {
  const ours: Owner[] = [];
  let after: string | null = null;
  do {
    const answer: PerkDiscountsQuery = await api(shop, PerkDiscountsDocument, { after });
    const { nodes, pageInfo } = answer.automaticDiscountNodes;
    for (const { id, perks, variables, automaticDiscount } of nodes) {
      if (perks == null || !("status" in automaticDiscount)) continue;
      ours.push({ id, isActive: automaticDiscount.status === "ACTIVE", perks, variables: variables ?? null });
    }
    after = nextOf(pageInfo);
  } while (after !== null);
  return ours;
}

async function make(api: AdminApi, shop: string, wanted: FunctionPerks): Promise<void> {
  const discount = {
    title: TITLE,
    functionHandle: FUNCTION,
    startsAt: STARTS_AT,
    discountClasses: ["PRODUCT" as const],
    // Codes of rewards and free delivery may come besides, where they say so of themselves.
    combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true },
    metafields: metafieldsOf(wanted),
  };
  const variables = { discount };
  const answer = await api(shop, DiscountAutomaticAppCreateDocument, variables, { once: true });
  requireDone(answer.discountAutomaticAppCreate);
}
