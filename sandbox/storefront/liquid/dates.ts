import { filters } from "liquidjs";
import { namedArguments, pageOf, plainArguments, printed, type Page } from "./page.ts";

type Filter = { context: { globals: object } };

/** Shopify's own formats, in the words of the page's language. */
const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  abbreviated_date: { year: "numeric", month: "short", day: "numeric" },
  basic: { year: "numeric", month: "numeric", day: "numeric" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_at_time: { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" },
  default: {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
};

function toDate(input: unknown, page: Page): Date | null {
  if (input === "now" || input === "today") return page.now;
  const seconds = typeof input === "number" ? input : /^\d+$/.test(String(input)) ? Number(input) : null;
  const date = seconds === null ? new Date(String(input)) : new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date;
}

function print(filter: Filter, date: Date, args: readonly unknown[]): string {
  const page = pageOf(filter);
  const pattern = plainArguments(args)[0];
  if (pattern !== undefined) return strftime(filter, date, printed(pattern));
  const name = printed(namedArguments(args).format ?? "default");
  const format = FORMATS[name];
  if (!format) throw new Error(`unknown date format: ${name}`);
  return new Intl.DateTimeFormat(page.locale, { ...format, timeZone: page.timezone }).format(date);
}

function strftime(filter: Filter, date: Date, pattern: string): string {
  const native = filters.date as (this: unknown, date: Date, pattern: string, zone: string) => unknown;
  return String(native.call(filter, date, pattern, pageOf(filter).timezone));
}

export const dateFilters = {
  /** What is no date comes back as it is, as in Shopify. */
  date(this: Filter, input: unknown, ...args: unknown[]): unknown {
    const date = toDate(input, pageOf(this));
    return date === null ? input : print(this, date, args);
  },
  time_tag(this: Filter, input: unknown, ...args: unknown[]): unknown {
    const date = toDate(input, pageOf(this));
    if (date === null) return input;
    const machine = date.toISOString().replace(/\.\d+Z$/, "Z");
    return `<time datetime="${machine}">${print(this, date, args)}</time>`;
  },
};
