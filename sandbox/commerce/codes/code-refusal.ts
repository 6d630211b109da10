import { Refusal } from "../../http/answer.ts";

/** Why a code does not count for an order; the checkout has a sentence for each, in the shopper's language. */
export type CodeReason =
  | "unknown"
  | "not-yet"
  | "over"
  | "used-up"
  | "used-by-you"
  | "sign-in"
  | "not-yours"
  | "minimum"
  | "wrong-items"
  | "no-shipping"
  | "not-together";

const SENTENCES: Record<CodeReason, (code: string) => string> = {
  unknown: (code) => `There is no discount code ${code}.`,
  "not-yet": (code) => `${code} does not count yet.`,
  over: (code) => `${code} has expired.`,
  "used-up": (code) => `${code} has been used as often as it may be.`,
  "used-by-you": (code) => `The customer has used ${code} already.`,
  "sign-in": (code) => `${code} is for certain customers, and this is a guest.`,
  "not-yours": (code) => `${code} is for other customers.`,
  minimum: (code) => `The order does not reach what ${code} asks for.`,
  "wrong-items": (code) => `${code} is for nothing of what is ordered.`,
  "no-shipping": (code) => `${code} is for shipping that this order does not have.`,
  "not-together": (code) => `${code} does not go with the other discounts.`,
};

/** A code that cannot be used for an order, and why. */
export class CodeRefusal extends Refusal {
  readonly code: string;
  readonly reason: CodeReason;

  constructor(code: string, reason: CodeReason) {
    super(SENTENCES[reason](code));
    this.code = code;
    this.reason = reason;
  }
}
