import { randomBytes } from "node:crypto";
import type { Store } from "../state/store.ts";
import type { GiftCard } from "../state/credit-types.ts";
import { inZone } from "../state/instants.ts";
import type { Id, Instant, Shop } from "../state/types.ts";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GENERATED_LENGTH = 16;

export type NewGiftCard = { initialValue: number; currency: string; at: Instant } & Partial<
  Pick<GiftCard, "customerId" | "recipient" | "note" | "expiresOn" | "templateSuffix">
> & { code?: string | null };

/** "ABCD 1234-efgh" → "abcd1234efgh": how codes are compared. */
export function plainCode(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, "");
}

export function issueGiftCard(store: Store, shop: string, { at, code, ...input }: NewGiftCard): GiftCard {
  const card: GiftCard = {
    id: store.nextId("giftCard"),
    code: code == null ? madeUpCode() : plainCode(code),
    balance: input.initialValue,
    entries: [],
    customerId: null,
    recipient: null,
    note: null,
    expiresOn: null,
    templateSuffix: null,
    deactivatedAt: null,
    createdAt: at,
    updatedAt: at,
    ...input,
  };
  store.collection(shop, "giftCard").put(card);
  return card;
}

function madeUpCode(): string {
  return [...randomBytes(GENERATED_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

export function findGiftCard(store: Store, shop: string, code: string): GiftCard | null {
  return store.collection(shop, "giftCard").firstBy("code", plainCode(code));
}

/** The last day counts in the shop's own zone. */
export function hasExpired({ expiresOn }: GiftCard, { timezone }: Shop, at: Instant): boolean {
  return expiresOn !== null && inZone(at, timezone).slice(0, 10) > expiresOn;
}

export type GiftCardMove = { amount: number; at: Instant; note?: string | null; orderId?: Id | null };

/** Puts money on the card (above 0) or takes it off (below 0). */
export function moveOnGiftCard(store: Store, shop: string, card: GiftCard, move: GiftCardMove): GiftCard {
  const { amount, at, note = null, orderId = null } = move;
  const entry = { id: store.nextId("giftCardEntry"), amount, at, note, orderId };
  const moved = {
    ...card,
    balance: card.balance + amount,
    entries: [...card.entries, entry],
    updatedAt: at,
  };
  store.collection(shop, "giftCard").put(moved);
  return moved;
}
