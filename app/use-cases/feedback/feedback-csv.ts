import { listFeedback, type Feedback } from "../../db/feedback.ts";
import type { ShopRow } from "../../db/shops.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../moving/write-csv.ts";
import { noteDeed, type By } from "../staff/actions.ts";
import type { Services } from "../services.ts";
import { listTopics, type FeedbackQuery } from "./list-feedback.ts";

const LINES_AT_ONCE = 500;
const COLUMNS = [
  ...["id", "received", "source", "customer_id", "order_id", "language", "label", "score", "topics"],
  ...["answer_by", "state", "state_since", "text", "note"],
];

/** Everything that the inbox's filters find, in its order; customers stand in it by their number alone. */
export async function writeFeedbackCsv(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { query, by, write }: { query: FeedbackQuery; by: By; write(text: string): Promise<void> },
): Promise<void> {
  const now = services.clock();
  await write(`${BYTE_ORDER_MARK}${csvLine(COLUMNS)}`);
  for (let offset = 0; ; offset += LINES_AT_ONCE) {
    const page = { filter: query.filter, now, offset, limit: LINES_AT_ONCE };
    const rows = await listFeedback(services.db.sql, shop.id, page);
    await write(rows.map((row) => csvLine(cellsOf(row))).join(""));
    if (rows.length < LINES_AT_ONCE) break;
  }
  await noteDeed(services, shop.id, { ...by, action: "feedback.exported", subject: null });
}

/** What was spoken of, week by week, as the chart of the inbox has it; it tells of nobody. */
export async function writeTopicsCsv(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const { topics } = await listTopics(services, shop);
  const lines = topics.map(({ week, topic, count, unhappy }) =>
    csvLine([week, topic, String(count), String(unhappy)]),
  );
  await write(`${BYTE_ORDER_MARK}${csvLine(["week", "topic", "messages", "unhappy"])}${lines.join("")}`);
}

function cellsOf(row: Feedback): string[] {
  const topics = row.topics.map(({ topic, label }) => (label === null ? topic : `${topic} ${label}`));
  return [
    ...[row.id, formatInstant(row.receivedAt), row.source, row.memberId ?? "", row.orderId ?? ""],
    ...[row.language, row.label, row.score.toFixed(3), topics.join("; ")],
    ...[formatInstant(row.answerBy), row.state, formatInstant(row.stateAt), row.text, row.note],
  ];
}
