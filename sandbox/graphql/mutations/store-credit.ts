import { decimalsOf, toMinor } from "../../commerce/money.ts";
import { balanceOf, credit, debit, openAccount } from "../../commerce/store-credit.ts";
import { toInstant } from "../../state/instants.ts";
import type { StoreCreditAccount } from "../../state/credit-types.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { findCustomer } from "../views/customers.ts";
import { parseGlobalId } from "../views/ids.ts";
import { accountView, entryView, findAccount, tillOf } from "../views/store-credit.ts";
import { failed, type UserError } from "./user-errors.ts";

type MoneyInput = { amount: string | number; currencyCode: string };
type CreditArgs = { id: string; creditInput: { creditAmount: MoneyInput; expiresAt?: string | null } };
type DebitArgs = { id: string; debitInput: { debitAmount: MoneyInput } };

/** A shopper's account holds no more than this, in each currency's own units (Shopify: 15,000 USD worth). */
const MOST = 15_000;

function storeCreditAccountCredit({ id, creditInput }: CreditArgs, context: Context): View {
  const { creditAmount, expiresAt } = creditInput;
  const found = accountFor(context, id, creditAmount.currencyCode, "creditInput");
  if ("message" in found) return refused(found);
  const amount = minorOf(creditAmount);
  if (amount <= 0) return refused(notPositive("creditInput", "creditAmount", "credit"));
  if (expiresAt != null && toInstant(new Date(expiresAt)) <= context.sandbox.now())
    return refused({
      field: ["creditInput", "expiresAt"],
      message: "The expiry date must be in the future",
      code: "EXPIRES_AT_IN_PAST",
    });
  if (balanceOf(found) + amount > MOST * 10 ** decimalsOf(found.currency))
    return refused({
      field: ["creditInput", "creditAmount", "amount"],
      message: "The operation would cause the account's credit limit to be exceeded",
      code: "CREDIT_LIMIT_EXCEEDED",
    });
  const until = expiresAt == null ? null : toInstant(new Date(expiresAt));
  const written = credit(tillOf(context), found, amount, { event: "ADJUSTMENT", expiresAt: until });
  return told(context, written);
}

function storeCreditAccountDebit({ id, debitInput }: DebitArgs, context: Context): View {
  const { debitAmount } = debitInput;
  const found = accountFor(context, id, debitAmount.currencyCode, "debitInput");
  if ("message" in found) return refused(found);
  const amount = minorOf(debitAmount);
  if (amount <= 0) return refused(notPositive("debitInput", "debitAmount", "debit"));
  if (amount > balanceOf(found))
    return refused({
      field: ["debitInput", "debitAmount", "amount"],
      message: "The store credit account does not have sufficient funds to satisfy the request",
      code: "INSUFFICIENT_FUNDS",
    });
  return told(context, debit(tillOf(context), found, amount, { event: "ADJUSTMENT" }));
}

/** By its own id, or that of its owner: a customer's account is made when first money is put into it. */
function accountFor(
  context: Context,
  globalId: string,
  currency: string,
  input: "creditInput" | "debitInput",
): StoreCreditAccount | UserError {
  const { type, id } = parseGlobalId(globalId);
  if (type === "CompanyLocation") throw notInTheSandbox("store credit of companies");
  const account = type === "StoreCreditAccount" ? findAccount(context, id) : null;
  if (account && account.currency !== currency)
    return {
      field: [input, input === "creditInput" ? "creditAmount" : "debitAmount", "currencyCode"],
      message: "The currency provided does not match the currency of the store credit account",
      code: "MISMATCHING_CURRENCY",
    };
  if (account) return account;
  const customer = type === "Customer" ? findCustomer(context, id) : null;
  if (customer) {
    const opened = openAccount(tillOf(context), customer, currency);
    if (input === "creditInput" || opened.entries.length > 0) return opened;
  } else if (type === "Customer" && input === "creditInput")
    return { field: ["id"], message: "Owner does not exist", code: "OWNER_NOT_FOUND" };
  return { field: ["id"], message: "Store credit account does not exist", code: "ACCOUNT_NOT_FOUND" };
}

function minorOf({ amount, currencyCode }: MoneyInput): number {
  return toMinor(String(amount), currencyCode);
}

function notPositive(input: string, field: string, what: string): UserError {
  return {
    field: [input, field, "amount"],
    message: `A positive amount must be used to ${what} a store credit account`,
    code: "NEGATIVE_OR_ZERO_AMOUNT",
  };
}

function refused(error: UserError): View {
  return failed(["storeCreditAccountTransaction"], [error]);
}

function told(context: Context, { account, entry }: ReturnType<typeof credit>): View {
  return {
    storeCreditAccountTransaction: {
      ...entryView(context, account, entry),
      account: () => accountView(context, account),
    },
    userErrors: [],
  };
}

export const storeCreditMutations = { storeCreditAccountCredit, storeCreditAccountDebit } as Fields;
