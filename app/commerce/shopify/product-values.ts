import { currencyDecimals } from "../../loyalty/currencies.ts";
import type { Money } from "../../loyalty/money.ts";
import type { SoldProduct } from "../catalogue-store.ts";

/** A word that came after this was written is one more reason not to show the product. */
export function statusOf(word: string | null): SoldProduct["status"] {
  const status = word?.toLowerCase();
  return status === "active" || status === "draft" || status === "unlisted" ? status : "archived";
}

/** A cost may have more decimals than the currency. */
export function minorUnits(amount: string | null | undefined, currency: string): Money | null {
  const units = Number(amount ?? NaN) * 10 ** currencyDecimals(currency);
  return Number.isFinite(units) && units >= 0 ? BigInt(Math.round(units)) : null;
}

export function textOrNull(text: string | null | undefined): string | null {
  return text === "" || text === undefined ? null : text;
}
