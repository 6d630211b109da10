import { formatMoney, type Money } from "../../../loyalty/money.ts";
import type { BenefitOrder, Made } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { GiftCardByCodeDocument, GiftCardCreateDocument } from "../generated/admin.ts";
import { customerGid } from "./gids.ts";
import { madeOf } from "./user-errors.ts";

/** With a code of our own choosing: a second asking finds it taken. */
export async function makeGiftCard(
  api: AdminApi,
  shop: string,
  { customerId, code, currency, title }: BenefitOrder,
  value: Money,
): Promise<Made> {
  const input = {
    initialValue: formatMoney(value, currency),
    customerId: customerGid(customerId),
    code: plain(code),
    note: title,
  };
  const { giftCardCreate } = await api(shop, GiftCardCreateDocument, { input }, { once: true });
  return madeOf(giftCardCreate?.giftCard?.id, giftCardCreate?.userErrors);
}

export async function findGiftCard(api: AdminApi, shop: string, code: string): Promise<string[]> {
  const { giftCards } = await api(shop, GiftCardByCodeDocument, { query: plain(code) });
  return giftCards.nodes.map(({ id }) => id);
}

/** Shopify's gift cards know letters and digits only. */
function plain(code: string): string {
  return code.replaceAll("-", "").toLowerCase();
}
