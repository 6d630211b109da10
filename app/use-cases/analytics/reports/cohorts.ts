import { ALL_DAYS, type CellRow } from "../../../db/figures/read.ts";
import { monthOf, monthsBetween, type Day } from "../../../insight/days.ts";
import { decimalOf, shareOf } from "../../../insight/shares.ts";
import { currencyDecimals } from "../../../loyalty/currencies.ts";
import type { Report, Section } from "../report.ts";
import { cellsIn, figure, quantity, total, rowsIn, type ReportContext } from "./context.ts";
import { foreignCurrency } from "./orders-in.ts";

/** A year and a half stands in the tables: what is wider nobody reads. */
const MOST_MONTHS = 18;

/** Members by the month of their first order: how many of them bought again in each month after it, and for how much. */
export async function buildCohorts(context: ReportContext): Promise<Report> {
  const [cells, paid] = await Promise.all([
    cellsIn(context, "cohort", ALL_DAYS),
    context.terms.currency === "" ? [] : cellsIn(context, "paid-cohort", ALL_DAYS),
  ]);
  const bought = cells.filter(({ key }) => key.startsWith("order:"));
  const thisMonth = monthOf(context.today);
  const all = cohortsOf(bought, thisMonth);
  const shown = all.filter(({ month }) => monthsBetween(month, thisMonth) < MOST_MONTHS);
  const cohorts = shown.map((cohort) => inCurrency(context, cohort, paid));
  const [retention, value] = [retentionSection(context, cohorts), valueSection(context, cohorts)];
  const members = total(all.map(({ size }) => size));
  return {
    figures: [
      figure(
        "buyers",
        "members",
        members,
        null,
        rowsIn(context, "cohorts")("cohort", {
          range: { from: all[0]?.month ?? context.today, to: context.today },
        }),
      ),
    ],
    sections: [retention, value],
  };
}

interface Cohort {
  month: Day;
  size: bigint;
  /** [months after the first]: who bought, and for how much; only months that have begun. */
  months: { buyers: bigint; value: bigint }[];
}

function cohortsOf(cells: readonly CellRow[], thisMonth: Day): Cohort[] {
  const byFirst = Map.groupBy(cells, ({ key }) => Number(key.slice("order:".length)));
  return [...byFirst]
    .filter(([month]) => month <= thisMonth)
    .sort(([a], [b]) => a - b)
    .map(([month, rows]) => {
      const months = Array.from({ length: monthsBetween(month, thisMonth) + 1 }, () => ({
        buyers: 0n,
        value: 0n,
      }));
      for (const { day, count, amount } of rows) {
        const after = months[monthsBetween(month, day)];
        if (after === undefined) continue;
        after.buyers += count;
        after.value += amount;
      }
      return { month, size: months[0]?.buyers ?? 0n, months };
    });
}

/** The same people, and of what they bought only what was paid in the currency of the report, told in it. */
function inCurrency(
  context: ReportContext,
  { month, size, months }: Cohort,
  paid: readonly CellRow[],
): Cohort {
  const { currency } = context.terms;
  if (currency === "") return { month, size, months };
  const foreign = foreignCurrency(context);
  const its = new Map(
    paid
      .filter(({ key }) => key === `${foreign ?? ""}:${month}`)
      .map(({ day, amount, count }) => [monthsBetween(month, day), { buyers: count, value: amount }]),
  );
  return {
    month,
    size,
    months: months.map(({ buyers, value }, after) => {
      const there = its.get(after) ?? { buyers: 0n, value: 0n };
      return foreign === null ? { buyers: buyers - there.buyers, value: value - there.value } : there;
    }),
  };
}

function retentionSection(context: ReportContext, cohorts: readonly Cohort[]): Section {
  const rows = rowsIn(context, "cohorts");
  const columns = widthOf(cohorts);
  // Cohorts whose next month is over, so that none is judged by a month that has only begun.
  const judged = cohorts.filter(({ months }) => months.length > 2);
  const back = shareOf(
    total(judged.map(({ months }) => months[1]?.buyers ?? 0n)),
    total(judged.map(({ size }) => size)),
  );
  return {
    id: "cohorts",
    headline: { value: back === null ? null : quantity("share", back), before: null, also: [] },
    drawing: { kind: "triangle" },
    columns: [
      { id: "members", unit: "members" },
      ...columns.map((after) => ({ id: `month-${after}` as const, unit: "share" as const })),
    ],
    rows: cohorts.map(({ month, size, months }) => ({
      label: { kind: "month", month },
      cells: [
        size.toString(),
        ...columns.map((after) => {
          const there = months[after];
          return there === undefined ? null : shareOf(there.buyers, size);
        }),
      ],
      links: [rows("cohort", { month }), ...columns.map((later) => rows("cohort-later", { month, later }))],
    })),
    ...(cohorts.length === 0 ? { nothing: "no-data" as const } : {}),
  };
}

/** What a member of each cohort has bought for in all, up to each month. */
function valueSection(context: ReportContext, cohorts: readonly Cohort[]): Section {
  const rows = rowsIn(context, "cohorts");
  const columns = widthOf(cohorts);
  const currency = foreignCurrency(context);
  const decimals = currencyDecimals(currency ?? context.shop.currency);
  const money = { unit: "money" as const, ...(currency === null ? {} : { currency }) };
  const perMember = (minorUnits: bigint, size: bigint) =>
    size === 0n ? null : decimalOf(minorUnits, size * 10n ** BigInt(decimals), decimals);
  const [oldest] = cohorts;
  const grown = oldest && perMember(total(oldest.months.map(({ value }) => value)), oldest.size);
  return {
    id: "cohort-value",
    headline: { value: grown == null ? null : { ...money, value: grown }, before: null, also: [] },
    drawing: { kind: "triangle" },
    columns: [
      { id: "members", unit: "members" },
      ...columns.map((after) => ({ id: `month-${after}` as const, ...money })),
    ],
    rows: cohorts.map(({ month, size, months }) => ({
      label: { kind: "month", month },
      cells: [
        size.toString(),
        ...columns.map((after) => {
          const soFar = months.slice(0, after + 1);
          return after < months.length ? perMember(total(soFar.map(({ value }) => value)), size) : null;
        }),
      ],
      links: [rows("cohort", { month }), ...columns.map((later) => rows("cohort-orders", { month, later }))],
    })),
    ...(cohorts.length === 0 ? { nothing: "no-data" as const } : {}),
  };
}

function widthOf(cohorts: readonly Cohort[]): number[] {
  const most = cohorts.reduce((width, { months }) => Math.max(width, months.length), 0);
  return Array.from({ length: most }, (_, after) => after);
}
