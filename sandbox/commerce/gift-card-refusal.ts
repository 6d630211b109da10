import { Refusal } from "../http/answer.ts";

export type GiftCardReason = "unknown-card" | "card-over" | "card-empty" | "card-currency";

const SENTENCES: Record<GiftCardReason, string> = {
  "unknown-card": "There is no gift card with this code.",
  "card-over": "This gift card has expired.",
  "card-empty": "There is nothing left on this gift card.",
  "card-currency": "This gift card does not hold the currency of the order.",
};

/** A gift card that cannot pay for an order, and why. */
export class GiftCardRefusal extends Refusal {
  readonly code: string;
  readonly reason: GiftCardReason;

  constructor(code: string, reason: GiftCardReason) {
    super(SENTENCES[reason]);
    this.code = code;
    this.reason = reason;
  }
}
