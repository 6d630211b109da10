import { listRowsBehind, type RowBehind, type RowPlace } from "../../db/figures/behind.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { UNREAD_CURRENCY } from "../../loyalty/order.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";
import { noteDeed, type By } from "../staff/actions.ts";
import { describeRows, type RowView } from "./list-rows-behind.ts";
import { ROWS_OF, type RowsKind, type RowsQuestion } from "./rows-question.ts";
import { rowsSource } from "./rows-source.ts";

const ROWS_AT_ONCE = 1_000;

const PERSON = ["customer_id", "first_name", "last_name", "email"];

/** As docs/analytics.md describes them: in English, whatever language the page has, so that sheets go on working. */
const COLUMNS: Record<RowsKind, readonly string[]> = {
  people: [...PERSON, "joined", "orders", "ordered_for", "currency"],
  orders: [
    ...PERSON,
    "placed_at",
    "order",
    "value",
    "currency",
    "days_since_the_one_before",
    "paid",
    "paid_in",
  ],
  moves: [...PERSON, "at", "from_level", "to_level"],
  rewards: [...PERSON, "chosen_at", "reward", "points"],
  lots: [...PERSON, "available_at", "available", "held"],
  pending: [...PERSON, "pending"],
};

/** All rows of a figure as a file, a thousand at a time; who fetched it stands in the log. */
export async function writeRowsOfFigure(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { question, by, write }: { question: RowsQuestion; by: By; write(text: string): Promise<void> },
): Promise<void> {
  const kind = ROWS_OF[question.of];
  const source = await rowsSource({ db, shop, now: clock() }, question);
  await write(`${BYTE_ORDER_MARK}${csvLine(COLUMNS[kind])}`);
  let written = 0;
  for (let after: RowPlace | null = null; ;) {
    const rows: RowBehind[] = await listRowsBehind(db.sql, source, { after, limit: ROWS_AT_ONCE });
    const described = await describeRows(db, shop, { kind, rows });
    await write(described.map((row) => csvLine(cellsOf(row, kind, shop.currency))).join(""));
    written += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) break;
    after = last.place;
  }
  await noteDeed({ db, clock }, shop.id, {
    ...{ staff: by.staff, role: by.role, action: "figure-rows.exported", subject: null },
    detail: { of: question.of, rows: String(written) },
  });
}

function cellsOf(row: RowView, kind: RowsKind, currency: string): string[] {
  const { member, thing, level } = row;
  const [amount, more] = [row.amount ?? "", row.more ?? ""];
  const when = row.at !== null ? formatInstant(row.at) : row.day !== null ? dateOf(row.day) : "";
  const person = [member.id, member.firstName ?? "", member.lastName ?? "", member.email ?? ""];
  switch (kind) {
    case "people":
      return [...person, when, more, amount, currency];
    case "orders":
      return [
        ...[...person, when, thing ?? "", amount, currency, more],
        ...(row.paid === "unread"
          ? ["", UNREAD_CURRENCY]
          : [row.paid?.amount ?? "", row.paid?.currency ?? ""]),
      ];
    case "moves":
      return [...person, when, level?.from ?? "", level?.to ?? ""];
    case "rewards":
      return [...person, when, thing ?? "", amount];
    case "lots":
      return [...person, when, amount, more];
    case "pending":
      return [...person, amount];
  }
}
