import { formatMoney, type Money } from "../../../loyalty/money.ts";
import type { BenefitOrder, Made } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { GiftCardCreateDocument, GiftCardsOfCustomerDocument } from "../generated/admin.ts";
import { customerGid } from "./gids.ts";
import { madeOf } from "./user-errors.ts";

/** With a code of our own choosing: a second asking finds it taken. */
export async function makeGiftCard(
  api: AdminApi,
  shop: string,
  order: BenefitOrder,
  value: Money,
): Promise<Made> {
  const input = {
    initialValue: formatMoney(value, order.currency),
    customerId: customerGid(order.customerId),
    code: plain(order.code),
    note: noteOf(order),
  };
  const { giftCardCreate } = await api(shop, GiftCardCreateDocument, { input }, { once: true });
  return madeOf(giftCardCreate?.giftCard?.id, giftCardCreate?.userErrors);
}

/** By the note: a code is money, and has no place in a search. */
export async function findGiftCard(api: AdminApi, shop: string, order: BenefitOrder): Promise<string[]> {
  const query = `customer_id:${order.customerId}`;
  const { giftCards } = await api(shop, GiftCardsOfCustomerDocument, { query });
  return giftCards.nodes.filter(({ note }) => note === noteOf(order)).map(({ id }) => id);
}

function noteOf({ title, redemptionId }: BenefitOrder): string {
  return `${title} (${redemptionId})`;
}

/** Shopify's gift cards know letters and digits only. */
function plain(code: string): string {
  return code.replaceAll("-", "").toLowerCase();
}
