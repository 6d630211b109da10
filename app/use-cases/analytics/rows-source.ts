import type { Database } from "../../db/database.ts";
import {
  levelMovesBehind,
  lotsBehind,
  pendingBehind,
  rewardsBehind,
} from "../../db/figures/behind-others.ts";
import { ordersBehind, type OrdersAsked } from "../../db/figures/behind-orders.ts";
import { peopleBehind, type PeopleAsked } from "../../db/figures/behind-people.ts";
import type { RowsSource } from "../../db/figures/behind.ts";
import { listLevelMoves } from "../../db/figures/level-moves.ts";
import { ALL_DAYS } from "../../db/figures/read.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import { orderOfLevels, type LevelOrder } from "./level-order.ts";
import { daysOfMonth, monthLater, ROWS_OF, type RowsQuestion } from "./rows-question.ts";

/** Where the rows that a question asks for are found. */
export async function rowsSource(
  { db, shop, now }: { db: Database; shop: ShopRow; now: Instant },
  question: RowsQuestion,
): Promise<RowsSource> {
  const { of, segment, range, month, reward } = question;
  switch (ROWS_OF[of]) {
    case "people":
      return peopleBehind(shop, peopleAsked(question));
    case "orders":
      return ordersBehind(shop, ordersAsked(question));
    case "rewards":
      return rewardsBehind(shop, { segment, range, reward });
    case "lots":
      return lotsBehind(shop, { segment, since: month === null ? null : daysOfMonth(month) });
    case "pending":
      return pendingBehind(shop.id, { segment });
    case "moves": {
      const pairs = of === "moves" ? [question.levels] : await pairsGoing(of === "up" ? "up" : "down");
      return levelMovesBehind(shop, { range, pairs });
    }
  }

  async function pairsGoing(way: keyof LevelOrder): Promise<{ from: string | null; to: string | null }[]> {
    const [moves, goes] = await Promise.all([
      listLevelMoves(db.sql, shop, range),
      orderOfLevels(db.sql, shop, now),
    ]);
    return moves.filter(goes[way]);
  }
}

function peopleAsked(question: RowsQuestion): PeopleAsked {
  const { of, segment, range, month, currency } = question;
  const byItsEnd = { from: ALL_DAYS.from, to: range.to };
  // Cohorts are whole months: by another clock an order of this one may bear a later day than ours.
  const firstOrder = { from: daysOfMonth(month ?? range.from).from, to: daysOfMonth(month ?? range.to).to };
  switch (of) {
    case "new":
      return { segment, joined: range };
    case "active":
      return { segment, active: range };
    case "engaged":
      return { segment, joined: byItsEnd, engaged: true };
    case "buyers":
      return { segment, bought: range, currency };
    case "returning":
      return { segment, bought: range, currency, secondBy: range.to };
    case "cohort":
      return { segment, firstOrder };
    case "cohort-later":
      return { segment, firstOrder, bought: monthLater(question), currency };
    default:
      return { segment, joined: byItsEnd };
  }
}

function ordersAsked(question: RowsQuestion): OrdersAsked {
  const { of, segment, range, month, gap, currency } = question;
  switch (of) {
    case "first":
    case "again":
      return { segment, placed: range, currency, which: of };
    case "gap":
      return { segment, placed: range, gap };
    case "cohort-orders":
      return {
        ...{ segment, currency, firstOrder: month === null ? ALL_DAYS : daysOfMonth(month) },
        placed: { from: daysOfMonth(month ?? 0).from, to: monthLater(question).to },
      };
    default:
      return { segment, placed: range, currency };
  }
}
