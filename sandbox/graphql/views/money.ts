import { moneySet } from "../../commerce/money.ts";
import type { MoneySet } from "../../state/order-payload.ts";
import type { Amount, Currencies, Pair } from "../../state/types.ts";

/** The shortest decimal with at least one digit behind the point, as the API prints money: "25.98", "12.5", "0.0". */
export function decimal(amount: Amount): string {
  const [whole, fraction = ""] = amount.split(".");
  return `${whole}.${fraction.replace(/0+$/, "") || "0"}`;
}

export function moneyV2(amount: Amount, currencyCode: string) {
  return { __typename: "MoneyV2", amount: decimal(amount), currencyCode };
}

/** The payload's money set as a MoneyBag. */
export function moneyBag({ shop_money, presentment_money }: MoneySet) {
  return {
    shopMoney: moneyV2(shop_money.amount, shop_money.currency_code),
    presentmentMoney: moneyV2(presentment_money.amount, presentment_money.currency_code),
  };
}

export function moneyBagOf(pair: Pair, currencies: Currencies) {
  return moneyBag(moneySet(pair, currencies));
}
