import { currencyDecimals } from "../money.ts";

/** A programme to begin with: YAML with its reasons beside it, for any currency and zone. */
export interface Template {
  name: string;
  /** What it is for, in a sentence. */
  about: string;
  text(of: TemplateTerms): string;
}

export interface TemplateTerms {
  currency: string;
  timezone: string;
}

/**
 * How many of a currency stand for one euro, dollar or pound in a template, as a round number: 100 yen, 1000 won. Good
 * enough to begin with; a merchant looks at every amount anyway. Those not named are 1.
 */
const ROUGHLY: Record<string, string> = {
  10: "BOB BWP CNY DKK EGP GTQ HKD MAD MOP MXN MYR NOK SEK TRY UAH ZAR THB TWD UYU PHP CZK MDL NAD HNL NIO SZL ZMW",
  100: "AFN ALL AMD BDT BTN DOP DZD ETB GMD HTG HUF INR ISK JMD JPY KES KGS LKR LRD MKD MUR MZN NPR PKR RSD RUB SRD XPF KZT YER",
  1000: "AOA ARS BIF CDF CLP COP CRC DJF IQD KMF KRW MMK MNT MWK NGN RWF SDG TZS XAF XOF",
  10000: "GNF IDR IRR KHR LAK LBP MGA PYG SLE UGX UZS VND",
};

const FACTOR_OF: ReadonlyMap<string, bigint> = new Map(
  Object.entries(ROUGHLY).flatMap(([factor, codes]) =>
    codes.split(" ").map((code): [string, bigint] => [code, BigInt(factor)]),
  ),
);

/** Writes so many euros as an amount of the currency: "20.00", "2000", "20.000". */
export function amountsIn(currency: string): (euros: number) => string {
  const factor = FACTOR_OF.get(currency) ?? 1n;
  const decimals = currencyDecimals(currency);
  return (euros) => {
    const whole = (BigInt(euros) * factor).toString();
    return decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}`;
  };
}
