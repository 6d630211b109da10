import { formatMoney, parseMoney, type Money } from "../../../loyalty/money.ts";
import type { BenefitOrder, Made } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  StoreCreditAccountCreditDocument,
  StoreCreditsOfCustomerDocument,
  type CurrencyCode,
} from "../generated/admin.ts";
import { customerGid, numberOf } from "./gids.ts";
import { madeOf } from "./user-errors.ts";

/**
 * Shopify's credits carry no word of ours, and `@idempotent` is only for mutations that say so, of which this is none:
 * so an asking whose answer was lost is looked for among the account's newest transactions.
 */
export async function creditStore(
  api: AdminApi,
  shop: string,
  { customerId, currency }: BenefitOrder,
  value: Money,
): Promise<Made> {
  const creditAmount = { amount: formatMoney(value, currency), currencyCode: currency as CurrencyCode };
  const { storeCreditAccountCredit } = await api(
    shop,
    StoreCreditAccountCreditDocument,
    { id: customerGid(customerId), credit: { creditAmount } },
    { once: true },
  );
  const transaction = storeCreditAccountCredit?.storeCreditAccountTransaction?.id;
  return madeOf(transaction, storeCreditAccountCredit?.userErrors);
}

/** The customer's newest credit; "0" before the first. */
export async function newestCredit(
  api: AdminApi,
  shop: string,
  { customerId }: BenefitOrder,
): Promise<string> {
  const credits = await listCredits(api, shop, customerId);
  return credits.reduce((newest, { number }) => (number > newest ? number : newest), 0n).toString();
}

/** Credits of this amount that came after, by nobody's order or refund; the oldest first. */
export async function creditsSince(
  api: AdminApi,
  shop: string,
  { order, amount, watermark }: { order: BenefitOrder; amount: Money; watermark: string | null },
): Promise<string[]> {
  const { customerId, currency } = order;
  return (await listCredits(api, shop, customerId))
    .filter(({ number, event }) => event === "ADJUSTMENT" && number > BigInt(watermark ?? "0"))
    .filter((credit) => credit.currency === currency && parseMoney(credit.amount, currency) === amount)
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id }) => id);
}

interface Credit {
  id: string;
  number: bigint;
  amount: string;
  currency: string;
  event: string;
}

async function listCredits(api: AdminApi, shop: string, customerId: string): Promise<Credit[]> {
  const { customer } = await api(shop, StoreCreditsOfCustomerDocument, {
    customerId: customerGid(customerId),
  });
  const accounts = customer?.storeCreditAccounts.nodes ?? [];
  return accounts
    .flatMap((account) => account.transactions.nodes)
    .flatMap((node) => {
      if (!("id" in node)) return [];
      const { id, event, amount } = node;
      return [{ id, number: numberOf(id), amount: amount.amount, currency: amount.currencyCode, event }];
    });
}
