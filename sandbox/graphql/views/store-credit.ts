import { accountsOf, balanceOf, upToDate, type Till } from "../../commerce/store-credit.ts";
import { toAmount } from "../../commerce/money.ts";
import { gid } from "../../state/ids.ts";
import type { StoreCreditAccount, StoreCreditEntry } from "../../state/credit-types.ts";
import type { Customer } from "../../state/types.ts";
import { connect, type ListArgs } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime, dateTimeOrNull } from "./common.ts";
import { customerView } from "./customers.ts";
import { numberOf } from "./ids.ts";
import { moneyV2 } from "./money.ts";
import { findOrder } from "./orders.ts";
import { transactionView } from "./refunds.ts";

const TYPES = {
  credit: "StoreCreditAccountCreditTransaction",
  debit: "StoreCreditAccountDebitTransaction",
  revert: "StoreCreditAccountDebitRevertTransaction",
  expiration: "StoreCreditAccountExpirationTransaction",
} as const;

export function tillOf({ sandbox, shop }: Context): Till {
  return { store: sandbox.store, shop: shop.domain, at: sandbox.now() };
}

export function findAccount(context: Context, id: string): StoreCreditAccount | null {
  const account = context.collection("storeCreditAccount").find(id);
  return account && upToDate(tillOf(context), account);
}

export function accountView(context: Context, account: StoreCreditAccount): View {
  return {
    __typename: "StoreCreditAccount",
    id: gid("StoreCreditAccount", account.id),
    balance: money(account, balanceOf(account)),
    owner: () => customerView(context, context.collection("customer").require(account.customerId)),
    transactions: (args: ListArgs) =>
      connect(args, {
        resource: "transactions",
        docs: account.entries,
        idOf: ({ id }) => id,
        view: (entry) => entryView(context, account, entry),
        search: {
          type: ({ kind }) => [kind],
          expires_at: ({ expiresAt }) => [expiresAt],
          id: ({ id }) => [id],
        },
        sortKeys: {
          CREATED_AT: ({ at }) => at,
          EXPIRES_AT: ({ expiresAt }) => expiresAt ?? "",
        },
      }),
  };
}

export function entryView(context: Context, account: StoreCreditAccount, entry: StoreCreditEntry): View {
  return {
    __typename: TYPES[entry.kind],
    ...(entry.kind === "expiration" ? {} : { id: gid(TYPES[entry.kind], entry.id) }),
    account: () => accountView(context, account),
    amount: money(account, entry.amount),
    balanceAfterTransaction: money(account, entry.balanceAfter),
    createdAt: dateTime(entry.at),
    event: entry.event,
    origin: () => originView(context, entry),
    ...kindFields(context, account, entry),
  };
}

function kindFields(context: Context, account: StoreCreditAccount, entry: StoreCreditEntry): View {
  const earlier = () => {
    const found = account.entries.find(({ id }) => id === entry.of);
    return found ? entryView(context, account, found) : null;
  };
  if (entry.kind === "credit")
    return {
      expiresAt: dateTimeOrNull(entry.expiresAt),
      remainingAmount: money(account, entry.remaining),
    };
  if (entry.kind === "revert") return { debitTransaction: earlier };
  return entry.kind === "expiration" ? { creditTransaction: earlier } : {};
}

function originView(context: Context, { transaction: origin }: StoreCreditEntry): View | null {
  const order = origin && findOrder(context, origin.orderId);
  const transaction = order?.books.transactions.find(({ id }) => String(id) === origin?.id);
  return order && transaction ? transactionView(order, transaction) : null;
}

function money({ currency }: StoreCreditAccount, minor: number) {
  return moneyV2(toAmount(minor, currency), currency);
}

/** `customer.storeCreditAccounts`. */
export function accountsField(context: Context, customer: Customer): View {
  return {
    storeCreditAccounts: (args: ListArgs) =>
      connect(args, {
        resource: "storeCreditAccounts",
        docs: accountsOf(tillOf(context), customer.id),
        idOf: ({ id }) => id,
        view: (account) => accountView(context, account),
        search: { currency_code: ({ currency }) => [currency] },
      }),
  };
}

export const storeCreditQueries = {
  storeCreditAccount: ({ id }: { id: string }, context) => {
    const account = findAccount(context, numberOf(id, "StoreCreditAccount"));
    return account && accountView(context, account);
  },
} satisfies Fields;
