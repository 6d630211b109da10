import { Refusal } from "../http/answer.ts";
import type { GiftCard, StoreCreditAccount } from "../state/credit-types.ts";
import { toInstant } from "../state/instants.ts";
import type { ActionOf } from "./actions.ts";
import { findGiftCard, issueGiftCard } from "./gift-cards.ts";
import { toAmount, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";
import { balanceOf, credit, debit, openAccount } from "./store-credit.ts";
import { tillOf } from "./tenders.ts";

/** Puts store credit on a customer's account in the shop's currency. */
export function creditCustomer(scene: Scene, input: ActionOf<"storeCredit.credit">): StoreCreditAccount {
  const amount = aboveZero(scene, input.amount);
  const account = openAccount(tillOf(scene), scene.customer(input.customer), scene.shop.currency);
  const expiresAt = input.expiresAt === undefined ? null : toInstant(new Date(input.expiresAt));
  if (expiresAt !== null && expiresAt <= scene.at)
    throw new Refusal("Store credit expires in the future or never.");
  return credit(tillOf(scene), account, amount, { event: "ADJUSTMENT", expiresAt }).account;
}

export function debitCustomer(scene: Scene, input: ActionOf<"storeCredit.debit">): StoreCreditAccount {
  const amount = aboveZero(scene, input.amount);
  const account = openAccount(tillOf(scene), scene.customer(input.customer), scene.shop.currency);
  const most = balanceOf(account);
  if (amount > most)
    throw new Refusal(`There is ${toAmount(most, account.currency)} on the account, not ${input.amount}.`);
  return debit(tillOf(scene), account, amount, { event: "ADJUSTMENT" }).account;
}

export function giveGiftCard(scene: Scene, input: ActionOf<"giftCard.issue">): GiftCard {
  const { code, customer, expiresOn } = input;
  if (code !== undefined && findGiftCard(scene.store, scene.shop.domain, code))
    throw new Refusal("There is a gift card with this code already.");
  return issueGiftCard(scene.store, scene.shop.domain, {
    at: scene.at,
    currency: scene.shop.currency,
    initialValue: aboveZero(scene, input.amount),
    code: code ?? null,
    customerId: customer === undefined ? null : scene.customer(customer).id,
    expiresOn: expiresOn ?? null,
  });
}

export function switchOffGiftCard(scene: Scene, { giftCard }: ActionOf<"giftCard.deactivate">): GiftCard {
  const cards = scene.collection("giftCard");
  const card = cards.find(giftCard) ?? findGiftCard(scene.store, scene.shop.domain, giftCard);
  if (!card) throw new Refusal(`There is no gift card "${giftCard}".`, 404);
  const off = { ...card, deactivatedAt: card.deactivatedAt ?? scene.at, updatedAt: scene.at };
  cards.put(off);
  return off;
}

function aboveZero(scene: Scene, amount: string): number {
  const minor = toMinor(amount, scene.shop.currency);
  if (minor <= 0) throw new Refusal(`${amount} is not an amount above 0.`);
  return minor;
}
