import { CodeRefusal } from "../../commerce/codes/code-refusal.ts";
import { findRedeemCode } from "../../commerce/codes/redeem-codes.ts";
import { GiftCardRefusal } from "../../commerce/gift-card-refusal.ts";
import { findGiftCard, plainCode } from "../../commerce/gift-cards.ts";
import { cartOf } from "../../commerce/place-order.ts";
import { Scene } from "../../commerce/scene.ts";
import { validationMessages, type Step } from "../../functions/validations.ts";
import type { Order } from "../../state/types.ts";
import type { Visit } from "../visit.ts";
import { linesOf, orderOf } from "./checkout-order.ts";

/** A code that does not count, and why (a key of the theme's locales). */
export type Problem = { code: string; reason: string };

export type Quote = { order: Order; problems: Problem[] };

const NO_FIELDS: ReadonlyMap<string, string> = new Map();

/** What the cart would cost as it stands; codes that no longer count are dropped, and told of. */
export function quoteOf(visit: Visit, form: ReadonlyMap<string, string> = NO_FIELDS): Quote {
  const problems: Problem[] = [];
  for (;;) {
    try {
      const asked = { ...orderOf(visit, new Map(form)), quote: true };
      const { order } = visit.sandbox.rehearse(visit.shop.domain, asked);
      if (!order) throw new Error("an order was rehearsed and is not there");
      return { order, problems };
    } catch (error) {
      const problem = dropRefused(visit, error);
      if (!problem) throw error;
      problems.push(problem);
    }
  }
}

/** What the shop's validations say against an order at this step; nothing where it may be placed. */
export function refusalsOf({ sandbox, shop, customer }: Visit, order: Order, step: Step): string[] {
  const scene = new Scene(sandbox, shop, sandbox.now(), null);
  const { email } = order.payload;
  return validationMessages(scene, cartOf(scene, order, email === null ? {} : { email }, customer), step);
}

/** The cart with what is taken off it just now, for pages that tell nothing of codes that do not count; null where nothing could be. */
export function discountedCart(visit: Visit): Order | null {
  const { codes, giftCards, storeCredit } = visit.session;
  const isPlain = codes.length === 0 && !hasFunctions(visit);
  if (isPlain || linesOf(visit).length === 0) return null;
  try {
    Object.assign(visit.session, { giftCards: [], storeCredit: false });
    return quoteOf(visit).order;
  } finally {
    Object.assign(visit.session, { codes, giftCards, storeCredit });
  }
}

/** Whether functions have a say in what a cart costs, or whether it may be bought. */
function hasFunctions({ sandbox: { store }, shop: { domain } }: Visit): boolean {
  return (["automaticDiscount", "validation"] as const).some(
    (type) => store.collection(domain, type).count() > 0,
  );
}

/** Takes the code that an order was refused for out of the session; null where it was refused for another reason. */
export function dropRefused({ session }: Visit, error: unknown): Problem | null {
  if (error instanceof CodeRefusal) {
    session.codes = session.codes.filter((code) => !sameCode(code, error.code));
    return { code: error.code, reason: error.reason };
  }
  if (error instanceof GiftCardRefusal) {
    session.giftCards = session.giftCards.filter((code) => plainCode(code) !== plainCode(error.code));
    return { code: error.code, reason: error.reason };
  }
  return null;
}

/** Takes in what was typed into the one field for discount codes and gift cards. */
export function enterCode({ sandbox, shop, session }: Visit, typed: string): void {
  const code = typed.trim();
  if (code === "") return;
  const isCard =
    findRedeemCode(sandbox, shop.domain, code) === null &&
    findGiftCard(sandbox.store, shop.domain, code) !== null;
  if (isCard) session.giftCards = [...session.giftCards.filter((known) => !sameCode(known, code)), code];
  else session.codes = [...session.codes.filter((known) => !sameCode(known, code)), code];
}

export function removeCode({ session }: Visit, code: string): void {
  session.codes = session.codes.filter((known) => !sameCode(known, code));
  session.giftCards = session.giftCards.filter((known) => !sameCode(known, code));
}

function sameCode(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
