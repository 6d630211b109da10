import { plainDecimal } from "../../../loyalty/editing/typed-amount.ts";

const NUMBER = /^-?\d{1,15}(\.\d{1,4})?$/;
/** One mark before three digits: a thousand to some, one and a little to others. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** "1.060,50" as "1060.50"; null for what is no number, or may be either of two. */
export function readTypedNumber(typed: string): string | null {
  const text = typed.trim();
  if (isEither(text)) return null;
  const read = plainDecimal(text).replace(",", ".");
  return NUMBER.test(read) ? read : null;
}

export function isEither(typed: string): boolean {
  return EITHER.test(typed.trim());
}

/** As it is read again: three digits behind the point get a fourth. */
export function numberToType(value: string): string {
  return isEither(value) ? `${value}0` : value;
}
