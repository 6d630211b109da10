import type { Days } from "./buyers.ts";
import { fitCautiously } from "./choose-purchase-model.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** With fewer customers, or none who bought again, a shop's own past says next to nothing of what they will do. */
export const NEEDED = { buyers: 30, boughtAgain: 1 } as const;

/** What is known of shops before they have customers counts as much as so many of the shop's own. */
const PRIOR_COUNTS_AS = 30;
/** With so many, some of whom came again, nothing is drawn any more; below, the less the nearer to it. */
const GOES_BY_ITSELF = 60;

/** What a shop is drawn to whose own past is too little. */
export interface FewBuyers {
  buyers: number;
  boughtAgain: number;
  /** Fewer than needed; else figures are only drawn a little. */
  isTooFew: boolean;
  /** How far they are drawn, from 0 to 1. */
  share: number;
  /** A model of other shops alone. */
  prior: PurchaseModel;
  /** Between what the shop's own past says and what the prior does. */
  drawn(own: number, prior: number): number;
}

/** null where there is enough to go by the shop's own past. */
export function fewBuyers(days: readonly Days[]): FewBuyers | null {
  const buyers = days.length;
  const boughtAgain = days.filter(({ day }) => day.length > 1).length;
  const isAgain = boughtAgain >= NEEDED.boughtAgain;
  const fades = isAgain ? Math.max(0, 1 - buyers / GOES_BY_ITSELF) : 1;
  const share = (fades * PRIOR_COUNTS_AS) / (buyers + PRIOR_COUNTS_AS);
  if (share === 0) return null;
  const none = new Float64Array();
  return {
    ...{ buyers, boughtAgain, share, isTooFew: !isAgain || buyers < NEEDED.buyers },
    ...{ prior: fitCautiously("mbg-nbd", { x: none, tx: none, T: none }) },
    drawn: (own, prior) => own + share * (prior - own),
  };
}
