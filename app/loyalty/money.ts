/** Whole minor units (pence, cents, fils; whole yen) of one currency, which the context names. */
export type Money = bigint;

/** A shop's currency as ISO 4217 has it: three capitals. */
export declare function currencyDecimals(currency: string): number;

/** Throws a RangeError on text that is not money of this currency. Below 0 only with `mayBeNegative`. */
export declare function parseMoney(text: string, currency: string, options?: { mayBeNegative?: boolean }): Money;

/** "1234.50": a plain decimal with all decimals of the currency. */
export declare function formatMoney(amount: Money, currency: string): string;
