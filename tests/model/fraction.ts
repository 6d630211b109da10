/** Exact fractions. Money, rates and multipliers of the model are these; nothing is rounded but by `floor`. */
export interface Fraction {
  /** Numerator; carries the sign. */
  top: bigint;
  /** Denominator, above 0. */
  bottom: bigint;
}

export const ZERO: Fraction = { top: 0n, bottom: 1n };
export const ONE: Fraction = { top: 1n, bottom: 1n };

/** Reads a whole number or a decimal string such as "-12.50". */
export function fraction(value: string | number | bigint): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (!match) throw new Error(`not a decimal: ${value}`);
  const [, sign, whole = "", decimals = ""] = match;
  const top = BigInt(whole + decimals);
  return { top: sign ? -top : top, bottom: 10n ** BigInt(decimals.length) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { top: -b.top, bottom: b.bottom });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

/** `b` must be above 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom, bottom: a.bottom * b.top };
}

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(values: Fraction[]): Fraction {
  return values.reduce(plus, ZERO);
}

export function atLeastZero(a: Fraction): Fraction {
  return a.top < 0n ? ZERO : a;
}

/** The largest whole number not above a fraction of 0 or more. */
export function floor(a: Fraction): bigint {
  return a.top / a.bottom;
}
