import type { Action } from "../../sandbox/commerce/actions.ts";
import { Chance } from "../../sandbox/history/chance.ts";

/** How many of the customers live where prices are in euros. */
const ABROAD = 0.15;

/** The same past in a shop that sells abroad too: some live in Ireland, and what they buy online they pay in euros. */
export function withMarkets(actions: readonly Action[]): Action[] {
  return actions.map((action) => {
    if (action.do === "customer.create" && action.address != null && isAbroad(`ref:${action.ref}`))
      return { ...action, address: { ...action.address, country: "Ireland", countryCode: "IE" } };
    if (action.do === "order.place" && action.source === "web" && isAbroad(action.customer ?? ""))
      return { ...action, presentment: { currency: "EUR", rate: rateAt(action.at) } };
    return action;
  });
}

function isAbroad(customer: string): boolean {
  return customer.startsWith("ref:c-") && new Chance(`market of ${customer}`).happens(ABROAD);
}

/** Another one each month, as a store's rates are. */
function rateAt(at: string | undefined): string {
  return (1.13 + new Chance(`rate of ${at?.slice(0, 7) ?? ""}`).int(0, 7) / 100).toFixed(2);
}
