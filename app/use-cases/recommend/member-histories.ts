import type { Purchases } from "../../db/purchases.ts";
import type { Recommender } from "../../insight/recommend/recommender.ts";
import { historyOf, visitsOf, type Visits } from "../../insight/recommend/visits.ts";
import type { MemberId } from "../../loyalty/ids.ts";

/** The days on which each member bought, by the places that the recommender knows; what it does not know is missing. */
export function historiesIn(bought: Purchases, recommender: Recommender): Map<MemberId, Visits> {
  const places = Int32Array.from(bought.products, (id) => recommender.placeOf(id) ?? -1);
  const isKnown = (row: number) =>
    (bought.member[row] ?? -1) >= 0 && (places[bought.product[row] ?? 0] ?? -1) >= 0;
  const rows = bought.member.map((_, row) => row).filter(isKnown);
  const histories = visitsOf({
    customer: rows.map((row) => bought.member[row] ?? 0),
    item: rows.map((row) => places[bought.product[row] ?? 0] ?? 0),
    day: Float64Array.from(rows, (row) => bought.day[row] ?? 0),
    ...{
      customers: bought.members.length,
      items: places.reduce((most, place) => Math.max(most, place + 1), 0),
    },
  });
  return new Map(bought.members.map((id, place) => [id, historyOf(histories, place)]));
}
