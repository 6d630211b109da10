import type { Days } from "./buyers.ts";
import { fitCautiously } from "./choose-purchase-model.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** With fewer customers, or none who bought again, a shop's own past says next to nothing of what they will do. */
export const NEEDED = { buyers: 30, boughtAgain: 1 } as const;

/** What is known of shops before they have customers counts as much as so many of the shop's own. */
const PRIOR_COUNTS_AS = 30;

/** What a shop is drawn to whose own past is too little. */
export interface FewBuyers {
  buyers: number;
  boughtAgain: number;
  /** A model of other shops alone. */
  prior: PurchaseModel;
  /** Between what the shop's own past says and what the prior does. */
  drawn(own: number, prior: number): number;
}

/** null where there is enough to go by the shop's own past. */
export function fewBuyers(days: readonly Days[]): FewBuyers | null {
  const buyers = days.length;
  const boughtAgain = days.filter(({ day }) => day.length > 1).length;
  if (buyers >= NEEDED.buyers && boughtAgain >= NEEDED.boughtAgain) return null;
  const none = new Float64Array();
  const share = PRIOR_COUNTS_AS / (buyers + PRIOR_COUNTS_AS);
  return {
    ...{ buyers, boughtAgain, prior: fitCautiously("mbg-nbd", { x: none, tx: none, T: none }) },
    drawn: (own, prior) => own + share * (prior - own),
  };
}
