import { latestModel } from "../../db/models.ts";
import { listPredictions, sumPredictions, type NamedPrediction } from "../../db/predictions.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../moving/write-csv.ts";
import { noteDeed, type By } from "../staff/actions.ts";
import type { Services } from "../services.ts";
import { readPredictionQuery, type BuyersBasis } from "./show-predictions.ts";

const MEMBERS_AT_ONCE = 1_000;

/** In English, whatever language the page has, so that sheets go on working. */
const COLUMNS = [
  ...["customer_id", "first_name", "last_name", "email", "group", "orders", "last_order"],
  ...["churn_risk", "churn_risk_low", "churn_risk_high", "p_alive", "p_alive_low", "p_alive_high"],
  ...["expected_orders", "expected_orders_low", "expected_orders_high"],
  ...["expected_value", "expected_value_low", "expected_value_high", "currency"],
  ...["next_order", "next_order_early", "next_order_late", "reasons"],
];

/** Everybody whom the list of this address shows, a thousand at a time. */
export async function writePredictions(
  services: Services,
  shop: ShopRow,
  { asked, by, write }: { asked: URLSearchParams; by: By; write(text: string): Promise<void> },
): Promise<void> {
  const { view } = readPredictionQuery(asked);
  await write(`${BYTE_ORDER_MARK}${csvLine(COLUMNS)}`);
  let offset = 0;
  for (;;) {
    const wish = { view, offset, limit: MEMBERS_AT_ONCE };
    const members = await listPredictions(services.db.sql, shop.id, wish);
    await write(members.map((member) => csvLine(cellsOf(member, shop.currency))).join(""));
    offset += members.length;
    if (members.length < MEMBERS_AT_ONCE) break;
  }
  await noteDeed(services, shop.id, {
    ...{ staff: by.staff, role: by.role, action: "members.exported", subject: null },
    detail: { members: String(offset) },
  });
}

function cellsOf(member: NamedPrediction, currency: string): string[] {
  const { leaving, alive, orders, value, next, reasons } = member;
  const bounded = (figure: typeof leaving, digits: number) =>
    [figure.value, figure.low, figure.high].map((each) => each.toFixed(digits));
  return [
    ...[member.memberId, member.firstName ?? "", member.lastName ?? "", member.email ?? ""],
    ...[member.group, String(member.purchases), dateOf(member.lastOrderOn)],
    ...[...bounded(leaving, 4), ...bounded(alive, 4), ...bounded(orders, 3), ...bounded(value, 2)],
    currency,
    ...(next === null ? ["", "", ""] : [next.on, next.early, next.late].map(dateOf)),
    reasons.map(({ kind, raises }) => `${kind} ${raises ? "raises" : "lowers"}`).join("; "),
  ];
}

/** The numbers behind the two charts; null for nothing that there is. */
export async function predictionFigures(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  file: string,
): Promise<string[] | null> {
  if (file === "risks") {
    const { risks } = await sumPredictions(db.sql, shop.id);
    const rows = risks.map((members, tenth) => [tenth / 10, (tenth + 1) / 10, members].map(String));
    return [csvLine(["risk_from", "risk_to", "members"]), ...rows.map(csvLine)];
  }
  if (file !== "calibration") return null;
  const model = await latestModel(db.sql, shop.id, "buyers");
  const basis: BuyersBasis | undefined = model?.basis;
  return [
    csvLine(["told", "left", "left_low", "left_high", "members"]),
    ...(basis?.heldBack?.calibration ?? []).map(({ told, actual, low, high, customers }) =>
      csvLine([told, actual, low, high, customers].map(String)),
    ),
  ];
}
