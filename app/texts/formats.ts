import type { Instant } from "../loyalty/time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Has a 29 February. */
const LEAP_YEAR = 2024;

/** How numbers, money and dates are written, in the language of the texts and the zone of the shop. */
export interface Formats {
  /** A whole number of any size, given as a decimal string. */
  whole(points: string): string;
  /** With its sign, 0 without one. */
  signed(points: string): string;
  count(number: number): string;
  /** A decimal string with every digit that it has. */
  decimal(number: string): string;
  /** A decimal string in the shop's currency; one that ends in "…" is cut off and stays so. */
  money(amount: string): string;
  /** A decimal string in any currency. */
  moneyIn(amount: string, currency: string): string;
  /** In the shop's, with up to two places more than the currency has, for what is only a part of its smallest unit. */
  moneyFinely(amount: string): string;
  /** A part of a whole, as a decimal string: "0.125" is "12.5%". */
  share(part: string): string;
  /** A day of the shop's calendar, as days since 1970-01-01. */
  day(day: number): string;
  /** The month of such a day. */
  month(day: number): string;
  date(at: Instant): string;
  /** Of what is gone at an instant, mostly a midnight, the last day on which it was there. */
  lastDay(goneAt: Instant): string;
  dateTime(at: Instant): string;
  /** "5 March": a day of no particular year. */
  monthDay(day: { month: number; day: number }): string;
  /** "3 minutes ago", and the date once that says more. */
  ago(at: Instant, now: Instant): string;
  /** "12 minutes": how long something has lasted. */
  lasting(from: Instant, now: Instant): string;
  /** "in 3 minutes", and "now" for what is due. */
  ahead(at: Instant, now: Instant): string;
  /** A share by which something changed, with its sign: 0.125 is "+12.5%". */
  change(share: number): string;
  /** What a language is called, by its code. */
  language(code: string): string;
  /** "a, b and c". */
  list(parts: string[]): string;
  /** "a, b or c". */
  either(parts: string[]): string;
}

export interface FormatTerms {
  /** BCP 47. */
  locale: string;
  currency: string;
  timezone: string;
  /**
   * Shoppers know one currency, that of their shop, and read months by name, as the shop's theme writes them. Staff may
   * compare shops whose dollars are not the same. Staff unless it is said.
   */
  reader?: "shopper" | "staff";
}

const DATE_FOR: Record<"shopper" | "staff", Intl.DateTimeFormatOptions> = {
  shopper: { year: "numeric", month: "short", day: "numeric" },
  staff: { dateStyle: "medium" },
};
const DATE_TIME_FOR: Record<"shopper" | "staff", Intl.DateTimeFormatOptions> = {
  shopper: { ...DATE_FOR.shopper, hour: "numeric", minute: "2-digit" },
  staff: { dateStyle: "medium", timeStyle: "short" },
};

const MOST_MADE = 200;
const made = new Map<string, Formats>();

/** Made once for the same terms: a dozen formats take longer to make than most answers that are written with them. */
export function formatsFor(terms: FormatTerms): Formats {
  const { locale, currency, timezone, reader = "staff" } = terms;
  const name = [locale, currency, timezone, reader].join(" ");
  const known = made.get(name);
  if (known !== undefined) return known;
  const formats = makeFormats({ ...terms, reader });
  if (made.size >= MOST_MADE) made.clear();
  made.set(name, formats);
  return formats;
}

function makeFormats({ locale, currency, timezone, reader }: Required<FormatTerms>): Formats {
  const currencyDisplay = reader === "shopper" ? "narrowSymbol" : "symbol";
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const money = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay });
  const finely = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay,
    maximumFractionDigits: (money.resolvedOptions().maximumFractionDigits ?? 2) + 2,
  });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { ...DATE_FOR[reader], timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "short", timeZone: "UTC" });
  const date = new Intl.DateTimeFormat(locale, { ...DATE_FOR[reader], timeZone: timezone });
  const dateTime = new Intl.DateTimeFormat(locale, { ...DATE_TIME_FOR[reader], timeZone: timezone });
  const monthDay = new Intl.DateTimeFormat(locale, { month: "long", day: "numeric", timeZone: "UTC" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const change = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
    signDisplay: "exceptZero",
  });
  const language = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const either = new Intl.ListFormat(locale, { type: "disjunction" });
  return {
    whole: (points) => whole.format(BigInt(points)),
    signed: (points) => signed.format(BigInt(points)).replace("-", "\u2212"),
    count: (number) => whole.format(number),
    decimal: (number) => decimal.format(number as Intl.StringNumericLiteral),
    money: (amount) => moneyText(money, amount),
    moneyIn: (amount, currency) =>
      moneyText(new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }), amount),
    moneyFinely: (amount) => moneyText(finely, amount),
    share: (part) => share.format(part as Intl.StringNumericLiteral),
    day: (count) => day.format(count * DAY),
    month: (count) => month.format(count * DAY),
    date: (at) => date.format(at),
    lastDay: (goneAt) => date.format(goneAt - 1),
    dateTime: (at) => dateTime.format(at),
    monthDay: ({ month, day }) => monthDay.format(Date.UTC(LEAP_YEAR, month - 1, day)),
    ago: (at, now) => {
      const [number, unit] = spanOf(Math.max(0, now - at));
      if (unit === "day" && number > 6) return date.format(at);
      return unit === "second" ? relative.format(0, "second") : relative.format(-number, unit);
    },
    lasting: (from, now) => {
      const [number, unit] = spanOf(Math.max(0, now - from));
      return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(number);
    },
    ahead: (at, now) => {
      const [number, unit] = spanOf(Math.max(0, at - now));
      return relative.format(number, unit);
    },
    change: (share) => change.format(share).replace("-", "\u2212"),
    language: (code) => language.of(code) ?? code,
    list: (parts) => list.format(parts),
    either: (parts) => either.format(parts),
  };
}

function spanOf(span: number): [number, "second" | "minute" | "hour" | "day"] {
  if (span < MINUTE) return [Math.floor(span / 1000), "second"];
  if (span < HOUR) return [Math.floor(span / MINUTE), "minute"];
  if (span < DAY) return [Math.floor(span / HOUR), "hour"];
  return [Math.floor(span / DAY), "day"];
}

function moneyText(format: Intl.NumberFormat, amount: string): string {
  const isCutOff = amount.endsWith("…");
  const exact = (isCutOff ? amount.slice(0, -1) : amount) as Intl.StringNumericLiteral;
  return `${format.format(exact)}${isCutOff ? "…" : ""}`;
}
