import { Refusal } from "../http/answer.ts";
import type { GiftCard, StoreCreditEvent } from "../state/credit-types.ts";
import type { Transaction } from "../state/order-payload.ts";
import type { Customer, Order, Pair, Tender } from "../state/types.ts";
import { GiftCardRefusal } from "./gift-card-refusal.ts";
import { findGiftCard, hasExpired, moveOnGiftCard } from "./gift-cards.ts";
import { both, divide, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";
import { accountsOf, balanceOf, debit, revert, type Till } from "./store-credit.ts";
import { outstandingOf } from "./totals.ts";
import { capture, GIFT_CARD, STORE_CREDIT } from "./transactions.ts";

/** Takes gift cards as payment, one after the other, each as far as it reaches. */
export function payWithGiftCards(scene: Scene, order: Order, codes: string[]): void {
  for (const code of codes) {
    const card = usableCard(scene, order, code);
    const paid = take(scene, order, card.balance, GIFT_CARD);
    if (!paid) continue;
    noteTender(order, { transaction: paid.id, giftCard: card.id });
    moveOnGiftCard(scene.store, scene.shop.domain, card, {
      amount: -minorOf(paid),
      at: scene.at,
      orderId: order.id,
    });
  }
}

function usableCard(scene: Scene, order: Order, code: string): GiftCard {
  const card = findGiftCard(scene.store, scene.shop.domain, code);
  if (!card || card.deactivatedAt !== null) throw new GiftCardRefusal(code, "unknown-card");
  if (hasExpired(card, scene.shop, scene.at)) throw new GiftCardRefusal(code, "card-over");
  if (card.balance === 0) throw new GiftCardRefusal(code, "card-empty");
  if (card.currency !== order.currencies.presentment) throw new GiftCardRefusal(code, "card-currency");
  return card;
}

/** Takes as much of the customer's store credit as is needed. One in another currency cannot be used. */
export function payWithStoreCredit(scene: Scene, order: Order, customer: Customer | null): void {
  if (!customer) throw new Refusal("A guest has no store credit.");
  const account = accountsOf(tillOf(scene), customer.id).find(
    ({ currency }) => currency === order.currencies.presentment,
  );
  const paid = account ? take(scene, order, balanceOf(account), STORE_CREDIT) : null;
  if (!account || !paid) return;
  const { entry } = debit(tillOf(scene), account, minorOf(paid), {
    event: "ORDER_PAYMENT",
    transaction: { orderId: order.id, id: String(paid.id) },
  });
  noteTender(order, { transaction: paid.id, storeCredit: account.id, entry: entry.id });
}

/** Puts what is given back of a payment where it came from; a card's own bank is not the sandbox's business. */
export function returnTender(
  scene: Scene,
  order: Order,
  back: { payment: Transaction; given: Transaction; amount: number; event: StoreCreditEvent },
): void {
  const { payment, given, amount, event } = back;
  const tender = order.books.tenders?.find(({ transaction }) => transaction === payment.id);
  if (!tender || amount === 0) return;
  if ("giftCard" in tender) {
    const card = scene.collection("giftCard").require(tender.giftCard);
    moveOnGiftCard(scene.store, scene.shop.domain, card, { amount, at: scene.at, orderId: order.id });
    return;
  }
  const account = scene.collection("storeCreditAccount").require(tender.storeCredit);
  revert(tillOf(scene), account, amount, {
    event,
    of: tender.entry,
    transaction: { orderId: order.id, id: String(given.id) },
  });
}

function take(scene: Scene, order: Order, balance: number, gateway: string): Transaction | null {
  const wanted = outstandingOf(order);
  if (wanted.presentment <= 0 || balance <= 0) return null;
  if (!order.payload.payment_gateway_names.includes(gateway))
    order.payload.payment_gateway_names.push(gateway);
  return capture(scene, order, partOf(wanted, balance), { kind: "sale", gateway });
}

/** As much of an amount as the balance covers, in both currencies. */
function partOf(wanted: Pair, balance: number): Pair {
  if (balance >= wanted.presentment) return wanted;
  return both((side) => divide(BigInt(wanted[side]) * BigInt(balance), BigInt(wanted.presentment)));
}

function noteTender(order: Order, tender: Tender): void {
  order.books.tenders = [...(order.books.tenders ?? []), tender];
}

function minorOf({ amount, currency }: Transaction): number {
  return toMinor(amount, currency);
}

export function tillOf({ store, shop, at }: Scene): Till {
  return { store, shop: shop.domain, at };
}
