import { findGiftCard, issueGiftCard, moveOnGiftCard, plainCode } from "../../commerce/gift-cards.ts";
import { toMinor } from "../../commerce/money.ts";
import type { GiftCard } from "../../state/credit-types.ts";
import { gid } from "../../state/ids.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { dateTime } from "../views/common.ts";
import { findCustomer } from "../views/customers.ts";
import { giftCardView } from "../views/gift-cards.ts";
import { numberOf, parseGlobalId } from "../views/ids.ts";
import { moneyV2 } from "../views/money.ts";
import { failed, type UserError } from "./user-errors.ts";

type MoneyInput = { amount: string | number; currencyCode: string };
type RecipientInput = { id: string; message?: string | null; preferredName?: string | null };

type CreateInput = {
  code?: string | null;
  customerId?: string | null;
  expiresOn?: string | null;
  initialValue?: string | number | null;
  initialAmount?: MoneyInput | null;
  note?: string | null;
  recipientAttributes?: RecipientInput | null;
  templateSuffix?: string | null;
};

function giftCardCreate({ input }: { input: CreateInput }, context: Context): View {
  const faults = faultsOf(context, input);
  if (faults.length > 0) return failed(["giftCard", "giftCardCode"], faults);
  const { sandbox, shop } = context;
  const recipient = input.recipientAttributes;
  const currency = input.initialAmount?.currencyCode ?? shop.currency;
  const card = issueGiftCard(sandbox.store, shop.domain, {
    at: sandbox.now(),
    currency,
    initialValue: toMinor(valueOf(input), currency),
    code: input.code ?? null,
    customerId: input.customerId == null ? null : parseGlobalId(input.customerId).id,
    expiresOn: input.expiresOn ?? null,
    note: input.note ?? null,
    templateSuffix: input.templateSuffix ?? null,
    recipient: recipient
      ? {
          customerId: parseGlobalId(recipient.id).id,
          message: recipient.message ?? null,
          preferredName: recipient.preferredName ?? null,
        }
      : null,
  });
  return { giftCard: giftCardView(context, card), giftCardCode: card.code, userErrors: [] };
}

function valueOf({ initialAmount, initialValue }: CreateInput): string {
  return String(initialAmount?.amount ?? initialValue ?? "0");
}

function faultsOf(context: Context, input: CreateInput): UserError[] {
  const fault = (field: string, message: string, code: string): UserError => ({
    field: ["input", field],
    message,
    code,
  });
  const { code, customerId, recipientAttributes: recipient } = input;
  if (input.initialValue == null && input.initialAmount == null)
    return [fault("initialValue", "can't be blank", "MISSING_ARGUMENT")];
  if (Number(valueOf(input)) <= 0) return [fault("initialValue", "must be greater than 0", "GREATER_THAN")];
  if (customerId != null && !findCustomer(context, numberOf(customerId, "Customer")))
    return [fault("customerId", "The customer could not be found.", "CUSTOMER_NOT_FOUND")];
  if (recipient && !findCustomer(context, numberOf(recipient.id, "Customer")))
    return [fault("recipientAttributes", "The recipient could not be found.", "RECIPIENT_NOT_FOUND")];
  if (code == null) return [];
  const plain = plainCode(code);
  if (plain.length < 8) return [fault("code", "is too short (minimum is 8 characters)", "TOO_SHORT")];
  if (plain.length > 20) return [fault("code", "is too long (maximum is 20 characters)", "TOO_LONG")];
  if (!/^[a-z0-9]+$/.test(plain))
    return [fault("code", "can only contain letters(a-z) and numbers(0-9)", "INVALID")];
  const { sandbox, shop } = context;
  const taken = findGiftCard(sandbox.store, shop.domain, code);
  return taken ? [fault("code", "has already been taken", "TAKEN")] : [];
}

/** Cannot be undone. */
function giftCardDeactivate({ id }: { id: string }, context: Context): View {
  const card = context.collection("giftCard").find(numberOf(id, "GiftCard"));
  if (!card)
    return failed(
      ["giftCard"],
      [{ field: ["id"], message: "The gift card could not be found.", code: "GIFT_CARD_NOT_FOUND" }],
    );
  const now = context.sandbox.now();
  const off: GiftCard = { ...card, deactivatedAt: card.deactivatedAt ?? now, updatedAt: now };
  context.collection("giftCard").put(off);
  return { giftCard: giftCardView(context, off), userErrors: [] };
}

type MoveInput = { note?: string | null; processedAt?: string | null };
type CreditArgs = { id: string; creditInput: { creditAmount: MoneyInput } & MoveInput };
type DebitArgs = { id: string; debitInput: { debitAmount: MoneyInput } & MoveInput };

function giftCardCredit({ id, creditInput }: CreditArgs, context: Context): View {
  return move(context, { id, money: creditInput.creditAmount, ...creditInput }, 1);
}

function giftCardDebit({ id, debitInput }: DebitArgs, context: Context): View {
  return move(context, { id, money: debitInput.debitAmount, ...debitInput }, -1);
}

type Move = { id: string; money: MoneyInput } & MoveInput;

function move(context: Context, { id, money, note, processedAt }: Move, sign: 1 | -1): View {
  if (processedAt != null) throw notInTheSandbox("processedAt of gift card transactions");
  const [input, thing, type] =
    sign > 0
      ? (["creditInput", "giftCardCreditTransaction", "GiftCardCreditTransaction"] as const)
      : (["debitInput", "giftCardDebitTransaction", "GiftCardDebitTransaction"] as const);
  const refused = (field: string[], message: string, code: string) =>
    failed([thing], [{ field, message, code }]);
  const { sandbox, shop } = context;
  const card = context.collection("giftCard").find(numberOf(id, "GiftCard"));
  if (!card) return refused(["id"], "The gift card could not be found.", "GIFT_CARD_NOT_FOUND");
  const amount = toMinor(String(money.amount), money.currencyCode) * sign;
  const place = [input, sign > 0 ? "creditAmount" : "debitAmount"];
  if (money.currencyCode !== card.currency)
    return refused(place, "The currency provided does not match the gift card.", "MISMATCHING_CURRENCY");
  if (amount * sign <= 0) return refused(place, "A positive amount must be used.", "NEGATIVE_OR_ZERO_AMOUNT");
  if (card.balance + amount < 0)
    return refused(place, "The gift card does not have sufficient funds.", "INSUFFICIENT_FUNDS");
  const at = sandbox.now();
  const moved = moveOnGiftCard(sandbox.store, shop.domain, card, { amount, at, note: note ?? null });
  const entry = moved.entries.at(-1);
  return {
    [thing]: {
      __typename: type,
      id: gid(type, entry?.id ?? ""),
      amount: moneyV2(String(money.amount), money.currencyCode),
      giftCard: () => giftCardView(context, moved),
      note: note ?? null,
      processedAt: dateTime(at),
    },
    userErrors: [],
  };
}

export const giftCardMutations = {
  giftCardCreate,
  giftCardDeactivate,
  giftCardCredit,
  giftCardDebit,
} as Fields;
