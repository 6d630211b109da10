import { listRowsBehind, sumRowsBehind, type RowBehind, type RowPlace } from "../../db/figures/behind.ts";
import { listCurrencies } from "../../db/figures/currencies.ts";
import { readReadiness } from "../../db/figures/readiness.ts";
import { savedName } from "../../db/figures/saved-segments.ts";
import { findNamings, NAMELESS, type Naming } from "../../db/persons.ts";
import { listSegmentNames } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Day } from "../../insight/days.ts";
import { isCurrency } from "../../loyalty/currencies.ts";
import { formatMoney } from "../../loyalty/money.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { lookAtSaved } from "./look-at-saved.ts";
import type { ReportView } from "./report.ts";
import { readRowsQuestion, ROWS_OF, type RowsKind, type RowsQuestion } from "./rows-question.ts";
import { rowsSource } from "./rows-source.ts";
import { todayIn } from "./today.ts";

const PAGE = 50;
const NO_ROWS = {
  sums: { rows: "0", amount: "0", more: "0", paid: null },
  isPaidAbroad: false,
  rows: [],
  next: null,
};
/** A report compares these two also where nobody is in one of them. */
const COMPARED = ["engaged:yes", "engaged:no"];

/** A row as staff read it: amounts of people and orders are decimal money, the others whole points. */
export interface RowView {
  id: string;
  member: { id: string } & Naming;
  at: Instant | null;
  day: Day | null;
  thing: string | null;
  level: { from: string | null; to: string | null } | null;
  amount: string | null;
  more: string | null;
  /** What an order was paid in, where that is not the shop's currency; "unread" where nobody can say. */
  paid: { amount: string; currency: string } | "unread" | null;
}

export interface RowsBehindView {
  question: RowsQuestion;
  /** Segments that were saved, as they are called. */
  saved: ReportView["saved"];
  /** How far the sums of the saved segment are that is asked for: its rows are there once all are in; else null. */
  among: ReportView["among"];
  kind: RowsKind;
  /** Of all rows, counted from themselves; `paid` is null where there is no one currency beside the shop's. */
  sums: { rows: string; amount: string; more: string; paid: string | null };
  /** Orders were paid in other currencies than the shop's. */
  isPaidAbroad: boolean;
  rows: RowView[];
  /** Names the last one shown where there are more. */
  next: string | null;
}

/** What a figure is made of, row by row; null for a figure that there is not. */
export async function listRowsOfFigure(
  { db, clock, jobs }: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  asked: URLSearchParams,
): Promise<RowsBehindView | null> {
  const found = await askedRows({ db, clock, jobs }, shop, asked);
  if (found === null) return null;
  const { question, saved, among } = found;
  const kind = ROWS_OF[question.of];
  if (among?.isReady === false) return { ...found, ...NO_ROWS, kind };
  const source = await rowsSource({ db, shop, now: clock() }, question);
  const [currencies, sums, listed] = await Promise.all([
    listCurrencies(db.sql, shop.id),
    sumRowsBehind(db.sql, source),
    listRowsBehind(db.sql, source, { after: readPlace(asked.get("after")), limit: PAGE + 1 }),
  ]);
  const shown = listed.slice(0, PAGE);
  const last = shown.at(-1);
  const amountOf = amountsOf(kind, shop);
  return {
    question,
    saved,
    among,
    kind,
    sums: {
      rows: String(sums.rows),
      amount: amountOf(sums.amount) ?? "0",
      more: String(sums.more ?? 0n),
      paid: sums.paid === null || question.currency === "" ? null : formatMoney(sums.paid, question.currency),
    },
    isPaidAbroad: currencies.length > 0,
    rows: await describeRows(db, shop, { kind, rows: shown }),
    next: listed.length > PAGE && last !== undefined ? `${last.place.sort}.${last.place.id}` : null,
  };
}

/**
 * The question that an address asks, and the segments it could have named; null for no question. From now on the sums of
 * a saved segment are kept that it asks for; what it asks is answered once they are there.
 */
export async function askedRows(
  { db, clock, jobs }: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  asked: URLSearchParams,
): Promise<Pick<RowsBehindView, "question" | "saved" | "among"> | null> {
  const today = todayIn(shop.timezone, clock());
  const [{ firstDay, segments }, named] = await Promise.all([
    readReadiness(db.sql, { shopId: shop.id, now: clock() }),
    listSegmentNames(db.sql, shop.id),
  ]);
  const saved = named.map(({ id, name }) => ({ segment: savedName(id), name }));
  const known = [...segments, ...saved.map(({ segment }) => segment), ...COMPARED];
  const question = readRowsQuestion(asked, { today, first: firstDay ?? today, segments: known });
  if (question === null) return null;
  const among = await lookAtSaved({ db, clock }, shop, question.segment);
  if (among?.isBehind === true) jobs.soon("follow-ledger", { shopId: shop.id });
  return { question, saved, among };
}

/** With the names of whom they are about. */
export async function describeRows(
  { sql }: Services["db"],
  shop: ShopRow,
  { kind, rows }: { kind: RowsKind; rows: readonly RowBehind[] },
): Promise<RowView[]> {
  const namings = await findNamings(sql, shop.id, [...new Set(rows.map(({ memberId }) => memberId))]);
  const amountOf = amountsOf(kind, shop);
  return rows.map(({ memberId, place: _, amount, more, currency, paid, ...row }) => ({
    ...row,
    paid: paidOf(currency, paid),
    member: { id: memberId, ...(namings.get(memberId) ?? NAMELESS) },
    amount: amountOf(amount),
    more: more?.toString() ?? null,
  }));
}

function paidOf(currency: string | null, paid: bigint | null): RowView["paid"] {
  if (currency === null || paid === null) return null;
  return isCurrency(currency) ? { amount: formatMoney(paid, currency), currency } : "unread";
}

function amountsOf(kind: RowsKind, { currency }: ShopRow): (amount: bigint | null) => string | null {
  const isMoney = kind === "people" || kind === "orders";
  return (amount) => (amount === null ? null : isMoney ? formatMoney(amount, currency) : amount.toString());
}

function readPlace(text: string | null): RowPlace | null {
  const [, sort, id] = /^(-?\d{1,15})\.([^\0]{1,200})$/.exec(text ?? "") ?? [];
  return sort === undefined || id === undefined ? null : { sort: BigInt(sort), id };
}
