import { listLooks } from "../../db/experiment-looks.ts";
import { findExperiment } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";

const COLUMNS = ["day", "measure", "arm", "members", "without", "difference", "low", "high"];

/**
 * Every measure of every day, as other programs read it: money in the smallest unit of the currency. null where there is
 * no such experiment.
 */
export async function looksFile(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  id: string,
): Promise<string[] | null> {
  if ((await findExperiment(db.sql, shop.id, id)) === null) return null;
  const looks = await listLooks(db.sql, shop.id, id);
  return [
    csvLine(COLUMNS),
    ...looks.flatMap(({ day, reading }) =>
      reading.effects.map(({ measure, arm, members, base, difference, low, high }) => {
        const numbers = [members, base, difference, low, high];
        return csvLine([
          dateOf(day),
          measure,
          arm,
          ...numbers.map((number) => (number === null ? "" : String(number))),
        ]);
      }),
    ),
  ];
}
