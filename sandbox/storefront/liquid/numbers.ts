/**
 * Shopify's Liquid calculates as Ruby does: whole numbers of any size stay whole and are divided downwards, and text
 * with a decimal point becomes a decimal that prints its point ("120.00" times 100 is 12000.0). JavaScript has none of
 * this, so templates that work here with floats would print something else there.
 */
export class Decimal {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  valueOf(): number {
    return this.value;
  }

  toString(): string {
    return Number.isInteger(this.value) ? `${this.value}.0` : String(this.value);
  }
}

type Whole = number | bigint;
type Numeric = Whole | Decimal;

export function toNumeric(input: unknown): Numeric {
  if (input instanceof Decimal || typeof input === "bigint") return input;
  if (typeof input === "number") return Number.isInteger(input) ? input : new Decimal(input);
  if (typeof input !== "string") return 0;
  const text = input.trim();
  if (/^-?\d+$/.test(text)) return narrow(BigInt(text));
  return /^-?\d+\.\d+$/.test(text) ? new Decimal(Number(text)) : 0;
}

/** A number where it is exact, a bigint beyond. */
function narrow(value: bigint): Whole {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function calculate(
  a: unknown,
  b: unknown,
  whole: (a: bigint, b: bigint) => bigint,
  decimal: (a: number, b: number) => number,
): Numeric {
  const left = toNumeric(a);
  const right = toNumeric(b);
  if (left instanceof Decimal || right instanceof Decimal)
    return new Decimal(decimal(Number(left), Number(right)));
  return narrow(whole(BigInt(left), BigInt(right)));
}

function divideDown(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new Error("Liquid error: divided by 0");
  const towardsZero = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? towardsZero - 1n : towardsZero;
}

const toWhole = (round: (value: number) => number) => (input: unknown) => {
  const value = toNumeric(input);
  return value instanceof Decimal ? round(value.value) : value;
};

export const numberFilters = {
  plus: (a: unknown, b: unknown) =>
    calculate(
      a,
      b,
      (x, y) => x + y,
      (x, y) => x + y,
    ),
  minus: (a: unknown, b: unknown) =>
    calculate(
      a,
      b,
      (x, y) => x - y,
      (x, y) => x - y,
    ),
  times: (a: unknown, b: unknown) =>
    calculate(
      a,
      b,
      (x, y) => x * y,
      (x, y) => x * y,
    ),
  divided_by: (a: unknown, b: unknown) => calculate(a, b, divideDown, (x, y) => x / y),
  modulo: (a: unknown, b: unknown) =>
    calculate(
      a,
      b,
      (x, y) => x - divideDown(x, y) * y,
      (x, y) => x - Math.floor(x / y) * y,
    ),
  abs: (input: unknown) => {
    const value = toNumeric(input);
    if (value instanceof Decimal) return new Decimal(Math.abs(value.value));
    return value < 0 ? narrow(-BigInt(value)) : value;
  },
  floor: toWhole(Math.floor),
  ceil: toWhole(Math.ceil),
  round: (input: unknown, digits?: unknown) => {
    const value = toNumeric(input);
    if (!(value instanceof Decimal)) return value;
    if (!digits) return Math.round(value.value);
    return new Decimal(Number(value.value.toFixed(Number(toNumeric(digits)))));
  },
  at_least: (a: unknown, b: unknown) => (toNumeric(a) < toNumeric(b) ? toNumeric(b) : toNumeric(a)),
  at_most: (a: unknown, b: unknown) => (toNumeric(a) > toNumeric(b) ? toNumeric(b) : toNumeric(a)),
};
