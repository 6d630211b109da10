/**
 * ISO 4217's minor units where they are not 2. What a display library says differs (it shows forints, rupiahs and
 * Taiwan dollars without decimals), and with it every amount of such a shop would be wrong by a factor of 100.
 */
const DECIMALS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/** With 2 decimals. Those withdrawn lately stand too: a shop that has not changed its setting still sells in them. */
const TWO_DECIMALS =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF " +
  "CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK " +
  "HTG HUF IDR ILS INR IRR JEP JMD KES KGS KHR KID KPW KYD KZT LAK LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT " +
  "MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR " +
  "SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED " +
  "VEF VES WST XCD XCG YER ZAR ZMW ZWG ZWL";

const decimalsOfCurrency = new Map<string, number>();
for (const code of TWO_DECIMALS.split(" ")) decimalsOfCurrency.set(code, 2);
for (const [decimals, codes] of Object.entries(DECIMALS))
  for (const code of codes.split(" ")) decimalsOfCurrency.set(code, Number(decimals));

export function isCurrency(code: string): boolean {
  return decimalsOfCurrency.has(code);
}

/** How many decimals a currency's amounts have. Throws a RangeError where ISO 4217 does not know the currency. */
export function currencyDecimals(currency: string): number {
  const decimals = decimalsOfCurrency.get(currency);
  if (decimals === undefined) throw new RangeError(`not a currency: ${currency}`);
  return decimals;
}
