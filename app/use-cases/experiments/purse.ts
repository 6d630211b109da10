import { add, ceiling, fraction, multiply, type Fraction } from "../../loyalty/fraction.ts";

/** A sum that gifts are taken from. */
export interface Purse {
  /** In whole minor units, as it is set aside. */
  readonly spent: bigint;
  /** By how much a gift of this price would raise it. */
  costOf(price: Fraction): bigint;
  take(price: Fraction): void;
}

/**
 * Counts parts of a penny on, so that a third of one three hundred times is a pound: what is set aside is the exact sum,
 * rounded up once. `given` is what was taken before; where prices have changed since, the sum goes on from whole units.
 */
export function newPurse(
  committed: bigint,
  given: readonly { price: Fraction | null; gifts: number }[],
): Purse {
  const taken = given.reduce(
    (sum, { price, gifts }) => (price === null ? sum : add(sum, multiply(price, fraction(BigInt(gifts))))),
    fraction(0n),
  );
  let exact = ceiling(taken) === committed ? taken : fraction(committed);
  return {
    get spent() {
      return ceiling(exact);
    },
    costOf: (price) => ceiling(add(exact, price)) - ceiling(exact),
    take: (price) => {
      exact = add(exact, price);
    },
  };
}
