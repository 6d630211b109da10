import { hasExpired } from "../../commerce/gift-cards.ts";
import { toAmount } from "../../commerce/money.ts";
import { gid } from "../../state/ids.ts";
import type { GiftCard } from "../../state/credit-types.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime, dateTimeOrNull } from "./common.ts";
import { customerView, findCustomer } from "./customers.ts";
import { numberOf } from "./ids.ts";
import { moneyV2 } from "./money.ts";

/** The whole code is told once, by the mutation that makes the card; afterwards only its last characters. */
export function giftCardView(context: Context, card: GiftCard): View {
  const last = card.code.slice(-4);
  return {
    __typename: "GiftCard",
    id: gid("GiftCard", card.id),
    lastCharacters: last,
    maskedCode: `•••• •••• •••• ${last}`,
    initialValue: money(card, card.initialValue),
    balance: money(card, card.balance),
    enabled: card.deactivatedAt === null,
    isRedeemable:
      card.deactivatedAt === null &&
      card.balance > 0 &&
      !hasExpired(card, context.shop, context.sandbox.now()),
    expiresOn: card.expiresOn,
    note: card.note,
    templateSuffix: card.templateSuffix,
    customer: () => customerOf(context, card.customerId),
    recipientAttributes: card.recipient && {
      message: card.recipient.message,
      preferredName: card.recipient.preferredName,
      recipient: () => customerOf(context, card.recipient?.customerId ?? null),
      sendNotificationAt: null,
    },
    order: null,
    lineItem: null,
    transactions: (args: ListArgs) =>
      connect(args, {
        resource: "transactions",
        docs: card.entries,
        idOf: ({ id }) => id,
        view: ({ id, amount, at, note }) => {
          const type = amount < 0 ? "GiftCardDebitTransaction" : "GiftCardCreditTransaction";
          return {
            __typename: type,
            id: gid(type, id),
            amount: money(card, amount),
            giftCard: () => giftCardView(context, card),
            note,
            processedAt: dateTime(at),
          };
        },
      }),
    createdAt: dateTime(card.createdAt),
    updatedAt: dateTime(card.updatedAt),
    deactivatedAt: dateTimeOrNull(card.deactivatedAt),
  };
}

function customerOf(context: Context, id: string | null): View | null {
  const customer = id === null ? null : findCustomer(context, id);
  return customer && customerView(context, customer);
}

function money({ currency }: GiftCard, minor: number) {
  return moneyV2(toAmount(minor, currency), currency);
}

function giftCardListing(context: Context): Listing<GiftCard> {
  return {
    resource: "gift cards",
    docs: context.collection("giftCard").list(),
    idOf: ({ id }) => id,
    view: (card) => giftCardView(context, card),
    search: {
      id: ({ id }) => [id],
      customer_id: ({ customerId }) => [customerId],
      recipient_id: ({ recipient }) => [recipient?.customerId ?? null],
      last_characters: ({ code }) => [code.slice(-4)],
      status: ({ deactivatedAt }) => [deactivatedAt === null ? "enabled" : "disabled"],
      balance_status: ({ balance, initialValue }) =>
        balance === 0 ? ["empty"] : [balance < initialValue ? "partial" : "full", "full_or_partial"],
      initial_value: ({ initialValue, currency }) => [toAmount(initialValue, currency)],
      expires_on: ({ expiresOn }) => [expiresOn],
      created_at: ({ createdAt }) => [createdAt],
      updated_at: ({ updatedAt }) => [updatedAt],
    },
    sortKeys: {
      BALANCE: ({ balance }) => balance,
      INITIAL_VALUE: ({ initialValue }) => initialValue,
      CREATED_AT: ({ createdAt }) => createdAt,
      UPDATED_AT: ({ updatedAt }) => updatedAt,
      EXPIRES_ON: ({ expiresOn }) => expiresOn ?? "",
    },
  };
}

export const giftCardQueries = {
  giftCard: ({ id }: { id: string }, context) => {
    const card = context.collection("giftCard").find(numberOf(id, "GiftCard"));
    return card && giftCardView(context, card);
  },
  giftCards: (args: ListArgs, context) => connect(args, giftCardListing(context)),
  giftCardsCount: (args: CountArgs, context) => count(args, giftCardListing(context)),
} satisfies Fields;
