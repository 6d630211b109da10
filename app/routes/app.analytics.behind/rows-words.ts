import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { RowsBehindView, RowView } from "../../use-cases/analytics/list-rows-behind.ts";
import { monthLater, type RowsQuestion } from "../../use-cases/analytics/rows-question.ts";
import type { ProgrammeLabels } from "../../use-cases/programme-labels.ts";
import { labelText, type Wording } from "../app.analytics.$report/report-words.ts";

export type ShownRows = RowsBehindView & { names: ProgrammeLabels };

/** Which rows these are, as the start of a sentence. */
export function questionText(question: RowsQuestion, wording: Wording): string {
  const { t, f } = wording;
  const words = t.figureRows.what;
  const { of, range, gap, reward, levels } = question;
  const month = f.month(question.month ?? 0);
  const later = f.month(monthLater(question).from);
  const days =
    range.from === range.to ? f.day(range.from) : t.analytics.range.days(f.day(range.from), f.day(range.to));
  switch (of) {
    case "members":
    case "engaged":
      return words[of](f.day(range.to));
    case "cohort":
      return question.month === null ? words.buyersSince(days) : words.cohort(month);
    case "cohort-later":
      return words.cohortLater(month, later);
    case "cohort-orders":
      return words.cohortOrders(month, later);
    case "gap":
      return words.gap(days, labelText({ kind: "gap", ...gap }, "gaps", wording));
    case "moves":
      return words.moves(days, labelText({ kind: "level", ...levels }, "tier-flow", wording));
    case "rewards":
      return reward === null
        ? words.rewards(days)
        : words.reward(days, labelText({ kind: "reward", id: reward }, "rewards", wording));
    case "lots":
      return question.month === null ? words.lots : words.lotsOf(month);
    case "pending":
      return words.pending;
    default:
      return words[of](days);
  }
}

/** What all rows come to together; nothing for moves, which come to nothing but their number. */
export function sumsText({ kind, sums, question }: ShownRows, t: Texts, f: Formats): string | null {
  const words = t.figureRows.sums;
  const points = (value: string) => t.points(value, f.whole(value));
  switch (kind) {
    case "people":
      return words.people(f.money(sums.amount), t.figureRows.count.orders(sums.more, f.whole(sums.more)));
    case "orders":
      return sums.paid === null
        ? words.orders(f.money(sums.amount))
        : words.ordersPaid(f.moneyIn(sums.paid, question.currency), f.money(sums.amount));
    case "rewards":
      return words.rewards(points(sums.amount));
    case "lots":
      return words.lots(points(sums.amount), points(sums.more));
    case "pending":
      return words.pending(points(sums.amount));
    case "moves":
      return null;
  }
}

export interface ShownColumn {
  title: string;
  numeric?: boolean;
  text(row: RowView): string;
}

/** Columns beside that of the member. */
export function columnsOf(
  { kind, isPaidAbroad }: Pick<ShownRows, "kind" | "isPaidAbroad">,
  wording: Wording,
): ShownColumn[] {
  const { t, f } = wording;
  const words = t.figureRows.columns;
  const whole = (value: string | null) => (value === null ? "–" : f.whole(value));
  const money = ({ amount }: RowView) => (amount === null ? "–" : f.money(amount));
  const when = (title: string): ShownColumn => ({
    title,
    text: ({ at, day }) => (at !== null ? f.dateTime(at) : day !== null ? f.day(day) : "–"),
  });
  const points = (title: string): ShownColumn => ({ title, numeric: true, text: (row) => whole(row.amount) });
  const more = (title: string): ShownColumn => ({ title, numeric: true, text: (row) => whole(row.more) });
  const paid: ShownColumn = {
    title: words.paid,
    numeric: true,
    text: ({ paid: was }) =>
      was === null ? "–" : was === "unread" ? words.paidUnread : f.moneyIn(was.amount, was.currency),
  };
  switch (kind) {
    case "people":
      return [
        when(words.joined),
        more(words.ordersSoFar),
        { title: words.spentSoFar, numeric: true, text: money },
      ];
    case "orders":
      return [
        { title: words.order, text: ({ thing }) => thing ?? "–" },
        when(words.placed),
        ...(isPaidAbroad ? [paid] : []),
        { title: words.value, numeric: true, text: money },
        more(words.since),
      ];
    case "moves":
      return [
        when(words.when),
        {
          title: words.move,
          text: ({ level }) =>
            level === null ? "–" : labelText({ kind: "level", ...level }, "tier-flow", wording),
        },
      ];
    case "rewards":
      return [
        when(words.when),
        {
          title: words.reward,
          text: ({ thing }) =>
            thing === null ? "–" : labelText({ kind: "reward", id: thing }, "rewards", wording),
        },
        points(words.points),
      ];
    case "lots":
      return [when(words.availableSince), points(words.available), more(words.held)];
    case "pending":
      return [points(words.pending)];
  }
}
