import { beforeEach } from "vitest";
import { replacePredictions, type MemberPrediction } from "../../app/db/save-predictions.ts";
import { actOnOffers } from "../../app/use-cases/offers/act-on-offers.ts";
import { app, formOf, ids, OWNER, shop, startExperiments } from "./experiment-shop.ts";
import { NOON } from "./perennial.ts";

/** The shop of experiments; every other member is likely to leave, and all of them spend 30.00. */
export function startOffers(): void {
  startExperiments();
  beforeEach(async () => {
    const same = (value: number) => ({ value, low: value, high: value });
    const predictions = ids.map((memberId, n): MemberPrediction => ({
      ...{
        memberId,
        alive: same(1),
        orders: same(1),
        value: same(30),
        leaving: same(n % 2 === 0 ? 0.6 : 0.01),
      },
      ...{ next: null, group: "new", scores: { recency: 1, frequency: 1, money: 1 }, purchases: 1 },
      ...{ lastOrderOn: 20_000, reasons: [] },
    }));
    await app.db.inShop(shop.id, (tx) => replacePredictions(tx, predictions, { version: 1, madeAt: NOON }));
  });
}

const OFFERS = { points: "300", rewards: "thanks", budget: "20.00", generosity: "20", reason: "For you" };

/** What the page of offers sends: its fields are as they are at first, but for those that are given. */
export const act = (deed: string, fields: Record<string, string> = {}) => {
  const form = formOf({ id: "offers-one", deed, ...OFFERS, ...fields });
  return actOnOffers(app.services, shop, { form, locale: "en", by: OWNER });
};

export async function drawnUp(fields: Record<string, string> = {}) {
  const drawn = await act("preview", fields);
  if (drawn.outcome !== "drawn-up") throw new Error(JSON.stringify(drawn));
  return drawn.preview;
}

/** What the page showed, as the form says it again. */
export const confirm = ({ given, cost }: { given: number; cost: number }) => ({
  ...{ given: String(given), cost: String(cost) },
});
