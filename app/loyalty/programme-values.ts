import { z } from "zod";
import { floor, fraction, fractionOfDecimal, multiply } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { currencyDecimals, parseMoney } from "./money.ts";
import type { Money } from "./money.ts";
import type { Points } from "./points.ts";
import { shown } from "./programme-faults.ts";
import { parseInstant } from "./time.ts";
import type { Instant } from "./time.ts";

/** Why a value cannot be read. The words go on from the path of the value. */
class Wrong {
  readonly problem: string;
  readonly mend: string;
  constructor(problem: string, mend: string) {
    this.problem = problem;
    this.mend = mend;
  }
}

/** More digits than any amount has; keeps a hostile document from making the arithmetic slow. */
const LONGEST_NUMBER = 40;
const LONGEST_TEXT = 1000;
/** Finer than any currency. */
const ANY_DECIMALS = fraction(10n ** 9n);
/** Control characters but for line ends and tabs: the database has no room for the first of them. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u;

function value<T>(mend: string, read: (input: unknown) => T | Wrong): z.ZodType<T> {
  return z.unknown().transform((input, context): T => {
    const found =
      input === undefined
        ? new Wrong("is missing", mend)
        : input === null
          ? new Wrong("is empty", `${mend}, or remove the key where it may be left out`)
          : read(input);
    if (!(found instanceof Wrong)) return found;
    context.addIssue({ code: "custom", message: found.problem, params: { mend: found.mend } });
    return z.NEVER;
  });
}

/** An object with these keys and no others. */
export function keysOf<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : undefined),
  });
}

/** One of several shapes, told apart by their `kind`. */
export function kindsOf<
  S extends readonly [
    z.ZodObject<{ kind: z.ZodLiteral<string> }>,
    ...z.ZodObject<{ kind: z.ZodLiteral<string> }>[],
  ],
>(shapes: S) {
  const known = shapes.map((shape) => shape.shape.kind.value).join(", ");
  return z.discriminatedUnion("kind", shapes, {
    error: (issue) => (issue.code === "invalid_union" ? known : undefined),
  });
}

/** A key that may be left out; null then. */
export function orNull<T>(schema: z.ZodType<T>) {
  return schema.optional().transform((read) => read ?? null);
}

/**
 * The decimal as it was written. A number that is not whole passes only with so few digits that its shortest
 * decimal is the one written; it is never computed with as a binary number.
 */
function writtenDecimal(input: unknown): string | null {
  if (typeof input === "string")
    return /^-?\d+(\.\d+)?$/.test(input) && input.length <= LONGEST_NUMBER ? input : null;
  if (typeof input !== "number") return null;
  const text = String(input);
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  return Number.isSafeInteger(input) || text.replace(/\D/g, "").length <= 15 ? text : null;
}

/** Money of `currency` in minor units; with null (the currency itself is at fault) in some unit that still compares. */
export function money(currency: string | null, options: { aboveZero?: boolean } = {}): z.ZodType<Money> {
  const mend = 'write an amount such as "20.00"';
  return value(mend, (input) => {
    const text = writtenDecimal(input);
    if (text === null) return new Wrong("is not an amount of money", mend);
    if (text.startsWith("-")) return new Wrong("is below 0", mend);
    if (currency === null) return floor(multiply(fractionOfDecimal(text), ANY_DECIMALS));
    try {
      const amount = parseMoney(text, currency);
      return options.aboveZero && amount === 0n ? new Wrong("is 0", "write an amount above 0") : amount;
    } catch {
      return new Wrong(
        `has more decimals than ${currency} has`,
        `write it with at most ${currencyDecimals(currency)} decimals`,
      );
    }
  });
}

/** An exact decimal of 0 or more: a rate, a multiplier, a percentage. */
export function exact(options: { aboveZero?: boolean; atMost?: number } = {}): z.ZodType<Fraction> {
  const mend = 'write a decimal in quotes, such as "1.25"';
  return value(mend, (input) => {
    const text = writtenDecimal(input);
    if (text === null) return new Wrong("is not a decimal number", mend);
    const number = fractionOfDecimal(text);
    if (number.n < 0n) return new Wrong("is below 0", mend);
    if (options.aboveZero && number.n === 0n) return new Wrong("is 0", "write a number above 0");
    if (options.atMost !== undefined && number.n > BigInt(options.atMost) * number.d)
      return new Wrong(`is above ${options.atMost}`, `write ${options.atMost} or less`);
    return number;
  });
}

/** A whole number of points; in quotes it may pass 2^53. */
export function points(options: { aboveZero?: boolean } = {}): z.ZodType<Points> {
  const mend = "write a whole number of points, such as 50; a very large one in quotes";
  return value(mend, (input) => {
    const text = writtenDecimal(input);
    if (text === null || !/^-?\d+$/.test(text)) return new Wrong("is not a whole number of points", mend);
    const number = BigInt(text);
    if (number < 0n) return new Wrong("is below 0", mend);
    return options.aboveZero && number === 0n ? new Wrong("is 0", "write a number above 0") : number;
  });
}

/** Days, months, times: a small whole number. */
export function count(least: number, most: number): z.ZodType<number> {
  const mend = `write a whole number from ${least} to ${most}`;
  return value(mend, (input) => {
    if (typeof input !== "number" || !Number.isInteger(input))
      return new Wrong("is not a whole number", mend);
    return input < least || input > most ? new Wrong(`is ${input}, which is out of range`, mend) : input;
  });
}

export function instant(): z.ZodType<Instant> {
  const mend = "write an instant with its zone, such as 2026-06-01T00:00:00Z";
  return value(mend, (input) => {
    if (typeof input !== "string") return new Wrong("is not an instant", mend);
    try {
      return parseInstant(input);
    } catch {
      return new Wrong("is not an instant", mend);
    }
  });
}

export function text(longest = LONGEST_TEXT): z.ZodType<string> {
  const mend = `write a text of 1 to ${longest} characters`;
  return value(mend, (input) => {
    if (typeof input !== "string") return new Wrong("is not a text", `${mend}, in quotes`);
    const length = input.trim().length;
    if (length === 0 || length > longest) return new Wrong("is empty or too long", mend);
    return UNPRINTABLE.test(input) || !input.isWellFormed()
      ? new Wrong("holds characters that nobody can read", "write it with letters, digits and signs alone")
      : input;
  });
}

export function id(): z.ZodType<string> {
  const mend = "write letters, digits, hyphens, underscores and full stops, such as big-basket";
  return value(mend, (input) => {
    if (typeof input !== "string") return new Wrong("is not an id", `${mend}, in quotes`);
    return ID.test(input) ? input : new Wrong("is not an id", mend);
  });
}

/** A text that `known` must confirm. */
export function knownText(
  isKnown: (text: string) => boolean,
  problem: string,
  mend: string,
): z.ZodType<string> {
  return value(mend, (input) =>
    typeof input === "string" && isKnown(input) ? input : new Wrong(`is ${shown(input)}, ${problem}`, mend),
  );
}

/** An id of the store: digits, as a number or a text. */
export function storeId(): z.ZodType<string> {
  const mend = 'write the number that the store gave it, such as 8012345678901 or "8012345678901"';
  return value(mend, (input) => {
    const written = typeof input === "number" && Number.isSafeInteger(input) ? String(input) : input;
    return typeof written === "string" && /^\d{1,20}$/.test(written)
      ? written
      : new Wrong("is not an id", mend);
  });
}

/** Whole numbers of orders, for tiers that count them; a text too, for `at` is one everywhere. */
export function wholeNumber(): z.ZodType<bigint> {
  const mend = 'write a whole number, such as "10"';
  return value(mend, (input) => {
    const written = writtenDecimal(input);
    return written !== null && /^\d+$/.test(written)
      ? BigInt(written)
      : new Wrong("is not a whole number of 0 or more", mend);
  });
}
