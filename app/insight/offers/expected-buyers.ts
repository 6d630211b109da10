import type { Because } from "./choose-offer.ts";

/**
 * How many of these members are expected to buy within a window, whether or not they are offered anything: by their chance
 * of buying nothing within the horizon of the predictions, as if each day were alike. Whoever nothing is known of counts
 * for nobody.
 */
export function expectedBuyers(
  reached: readonly Pick<Because, "worth" | "risk">[],
  { windowDays, horizonDays }: { windowDays: number; horizonDays: number },
): number {
  const part = windowDays / Math.max(1, horizonDays);
  return reached.reduce((sum, { worth, risk }) => sum + (worth > 0 ? 1 - risk ** part : 0), 0);
}
