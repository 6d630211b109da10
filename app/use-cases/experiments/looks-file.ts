import { listLooks } from "../../db/experiment-looks.ts";
import { findExperiment } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import type { MeasureName } from "../../insight/experiments/plan.ts";
import { csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";

const COLUMNS = ["day", "measure", "unit", "arm", "members", "without", "difference", "low", "high"];

/** Every measure of every day, as other programs read it. null where there is no such experiment. */
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
          unitOf(measure, shop.currency),
          arm,
          ...numbers.map((number) => (number === null ? "" : String(number))),
        ]);
      }),
    ),
  ];
}

/** Of each member; a number alone would be taken for pounds where it is pence. */
function unitOf(measure: MeasureName, currency: string): string {
  if (measure === "bought") return "share";
  return measure === "orders" ? "orders" : `${currency} in its smallest unit`;
}
