import type { HistoryEntry, LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { ownActivityName, ownRewardName } from "../../../perennial-shared/own-names.ts";
import type { Words } from "../surface.ts";
import { reasonText } from "./reason-text.ts";

/** Every gain and loss, newest first: when, what, why, how much. */
export function History({ words, member }: { words: Words; member: LoyaltySummary | null }) {
  const { t } = words;
  const entries = member?.history ?? [];
  return (
    <s-section heading={t("history.title")}>
      {entries.length === 0 && <s-text color="subdued">{t("history.empty")}</s-text>}
      <s-stack gap="base" accessibilityRole={entries.length === 0 ? "none" : "unordered-list"}>
        {entries.map((entry, index) => (
          <Line key={`${entry.at} ${index}`} words={words} entry={entry} />
        ))}
      </s-stack>
      {member?.older && <s-text color="subdued">{t("history.older")}</s-text>}
    </s-section>
  );
}

/** What moves points that the member had already: its amount bears no sign. */
const UNSIGNED: ReadonlySet<HistoryEntry["kind"]> = new Set(["vest", "take"]);

/** What is of an order, and says so in a sentence of its own. */
const OF_ORDERS: Partial<Record<string, string>> = {
  earn: "history.earn_order",
  refund: "history.refund_order",
  cancel: "history.cancel_order",
  edit: "history.edit_order",
  vest: "history.vest_order",
  take: "history.take_order",
  return: "history.return_order",
  owe: "history.owe_order",
  drop: "history.drop_order",
};
const ALONE: ReadonlySet<HistoryEntry["kind"]> = new Set([
  "signup",
  "birthday",
  "activity",
  "adjust",
  "import",
  "expire",
  "redeem",
  "release",
  "merge",
]);

function Line({ words, entry }: { words: Words; entry: HistoryEntry }) {
  const { t, number, change, date } = words;
  const note = noteOf(words, entry);
  const amount = UNSIGNED.has(entry.kind) ? number(entry.points) : change(entry.points);
  return (
    <s-grid gridTemplateColumns="1fr auto" gap="base" accessibilityRole="list-item">
      <s-stack gap="small-400">
        <s-text>{titleOf(words, entry)}</s-text>
        <s-text color="subdued">{date(entry.at)}</s-text>
        {entry.reason && <s-text color="subdued">{reasonText(words, entry.reason)}</s-text>}
        {note !== null && <s-text color="subdued">{note}</s-text>}
        {entry.availableAt && (
          <s-text color="subdued">{t("history.available", { date: date(entry.availableAt) })}</s-text>
        )}
      </s-stack>
      <s-text type="strong" dir="ltr">
        {amount}
      </s-text>
    </s-grid>
  );
}

/** A kind that a later version of the app added is told as what it is for sure. */
function titleOf({ t }: Words, { kind, order }: HistoryEntry): string {
  const ofOrder = OF_ORDERS[kind];
  if (ofOrder !== undefined && order !== null) return t(ofOrder, { order });
  const what = t(ofOrder !== undefined || ALONE.has(kind) ? `history.${kind}` : "history.changed");
  return order === null ? what : t("history.with_order", { what, order });
}

/** What the shop wrote, or the merchant's own name of the reward or activity; an id is nothing to read. */
function noteOf({ programme, language }: Words, { note }: HistoryEntry): string | null {
  if (note === null || programme === null) return note;
  const own = ownRewardName(programme, language, note) ?? ownActivityName(programme, language, note);
  const isId = [...programme.rewards, ...programme.activities].some(({ id }) => id === note);
  return own ?? (isId ? null : note);
}
