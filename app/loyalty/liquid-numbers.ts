import { currencyDecimals } from "./currencies.ts";
import type { Money } from "./money.ts";
import type { Window } from "./programme.ts";
import type { Window as SummaryWindow } from "./summary.ts";

/** Liquid counts money in hundredths of the unit, whatever the currency; rounded up, so that nothing is promised early. */
export function hundredths(amount: Money, currency: string): bigint {
  const unit = 10n ** BigInt(currencyDecimals(currency));
  return (amount * 100n + unit - 1n) / unit;
}

/** Upwards for both ends: at a whole second, "not before" and "before" then answer as they do to the millisecond. */
export function seconds({ from, to }: Window): SummaryWindow {
  const whole = (instant: number | null) => (instant === null ? null : Math.ceil(instant / 1000));
  return { from: whole(from), to: whole(to) };
}
