/** Where and when a history plays, and in which money: zones with strange clocks, when these did something strange. */
import type { Instant } from "./calendar.ts";
import type { Product } from "./case-format.ts";
import type { Chance } from "./random.ts";

const DECIMALS = { GBP: 2, EUR: 2, JPY: 0, KRW: 0, KWD: 3, BHD: 3, CLF: 4 };

export type Currency = keyof typeof DECIMALS;

export interface Scene {
  zone: string;
  otherZone: string;
  currency: Currency;
  begins: Instant;
  taxesIncluded: boolean;
  /** What every amount is multiplied by: 1, but for a shop where everything is dear. */
  dearness: bigint;
}

/** A zone, and a day not long before its clocks do something. */
type Place = readonly [zone: string, day: string];

const PLACES: [Place, ...Place[]] = [
  ["Europe/London", "2026-01-25"],
  ["Europe/London", "2026-03-01"],
  ["Europe/London", "2026-09-20"],
  ["Europe/Berlin", "2024-01-28"],
  ["America/New_York", "2026-02-20"],
  ["America/New_York", "2026-10-15"],
  ["America/New_York", "2025-12-20"],
  ["America/St_Johns", "2026-02-25"],
  ["Australia/Lord_Howe", "2026-03-10"],
  ["Australia/Lord_Howe", "2026-09-10"],
  ["Pacific/Apia", "2011-11-20"],
  ["Pacific/Apia", "2026-01-15"],
  ["Pacific/Kiritimati", "1994-12-05"],
  ["Asia/Kolkata", "2026-01-20"],
  ["Asia/Kathmandu", "2023-12-20"],
  ["Africa/Casablanca", "2026-02-01"],
  ["America/Sao_Paulo", "2018-01-25"],
  ["America/Sao_Paulo", "2018-10-10"],
  ["America/Havana", "2026-02-15"],
  ["Asia/Beirut", "2026-03-05"],
  ["America/Santiago", "2026-08-20"],
  ["UTC", "2028-01-30"],
];

export function randomScene(chance: Chance): Scene {
  const [zone, day] = chance.oneOf(PLACES);
  return {
    zone,
    otherZone: chance.oneOf(PLACES)[0],
    currency: chance.oneOf(["GBP", "GBP", "EUR", "JPY", "KRW", "KWD", "BHD", "CLF"]),
    begins: Date.parse(`${day}T00:00:00Z`) + chance.whole(0, 30 * 24) * 3_600_000,
    taxesIncluded: chance.percent(30),
    dearness: chance.percent(4) ? chance.oneOf([1_000_003n, 10n ** 12n]) : 1n,
  };
}

export const PRODUCTS: Product[] = [
  { id: 81, tags: ["summer", "sale"], collections: ["shirts"], productType: "Shirt", vendor: "Acme" },
  { id: 82, tags: ["no-points"], collections: [], productType: "Coffee", vendor: "Acme" },
  { id: 83, tags: ["summer"], collections: ["sale"], productType: "Coffee", vendor: "Perennial" },
  { id: 84, tags: [], collections: [], productType: "", vendor: "Perennial" },
];

/** An amount of so many hundredths of "about a pound", written as the currency is: 2050 is 20.50, 2050 yen, 20.500. */
export function amount({ currency, dearness }: Scene, hundredths: number): string {
  const decimals = DECIMALS[currency];
  const minor = BigInt(hundredths) * (decimals > 2 ? 10n ** BigInt(decimals - 2) : 1n) * dearness;
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return minor < 0n ? `-${text}` : text;
}

/** The hundredths that `amount` wrote so. */
export function hundredthsOf({ currency, dearness }: Scene, written: string): number {
  const decimals = DECIMALS[currency];
  const scale = (decimals > 2 ? 10n ** BigInt(decimals - 2) : 1n) * dearness;
  return Number(BigInt(written.replace(".", "")) / scale);
}
