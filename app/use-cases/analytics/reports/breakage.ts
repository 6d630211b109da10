import { ALL_DAYS } from "../../../db/figures/read.ts";
import type { CellRow } from "../../../db/figures/read.ts";
import { currentVersions } from "../../../db/programmes.ts";
import { EVERYBODY } from "../../../insight/contribution.ts";
import {
  forecastBreakage,
  MONTHS_NEEDED,
  type BreakageTerms,
  type IssueMonth,
} from "../../../insight/breakage.ts";
import { monthOf, monthsBetween, type Day } from "../../../insight/days.ts";
import type { Fate } from "../../../insight/member-facts.ts";
import { versionAt } from "../../../loyalty/versions.ts";
import { pointValue } from "../point-value.ts";
import type { FigureId, Report, Row } from "../report.ts";
import { cellsOfAll, figure, quantity, rowsIn, type ReportContext } from "./context.ts";

/** Where points never expire, what is not used for so long is taken as never used. */
const HORIZON = 36;

/** How many of the points that members have will never be used. */
export async function buildBreakage(context: ReportContext): Promise<Report> {
  const [cells, value, terms] = await Promise.all([
    cellsOfAll(context, "life", ALL_DAYS),
    pointValue(context.db, context.shop, context.now),
    termsOf(context),
  ]);
  const months = issueMonths(cells, context.today);
  const left = months.reduce((sum, month) => sum + month.points, 0n);
  const forecast = forecastBreakage(
    months.map(({ month }) => month),
    terms,
  );
  const outstanding = quantity("points", left);
  if ("outcome" in forecast)
    return {
      figures: [
        figure("usable", "points", left, null, rowsIn(context, "breakage")("lots", { segment: EVERYBODY })),
      ],
      sections: [
        {
          id: "breakage",
          headline: {
            value: null,
            before: null,
            also: [quantity("entries", String(MONTHS_NEEDED)), quantity("entries", String(forecast.months))],
          },
          drawing: { kind: "none" },
          columns: [],
          rows: [],
          nothing: "too-little",
        },
      ],
    };
  const { isVague } = forecast;
  const [expected, least, most] = [whole(forecast.expected), whole(forecast.least), whole(forecast.most)];
  /** Each figure with its own worth, so that nobody takes the money of one for that of another. */
  const told = (id: "breakage" | "least" | "most", worth: FigureId, points: bigint) => [
    figure(id, "points", points, null),
    ...(value === null ? [] : [figure(worth, "money", value.of(points), null)]),
  ];
  const oldest = months.reduce((most, { month }) => Math.max(most, month.agesOver), 0);
  return {
    figures: [
      figure("usable", "points", left, null, rowsIn(context, "breakage")("lots", { segment: EVERYBODY })),
      ...(isVague ? [] : told("breakage", "expectedWorth", expected)),
      ...told("least", "leastWorth", least),
      ...told("most", "mostWorth", most),
    ],
    sections: [
      {
        id: "breakage",
        headline: {
          value: isVague ? null : quantity("points", expected),
          before: null,
          also: [quantity("points", least), quantity("points", most), outstanding],
        },
        drawing: { kind: "lines", columns: ["survival"] },
        columns: [{ id: "survival", unit: "share" }],
        rows: forecast.survival.slice(0, Math.max(MONTHS_NEEDED, oldest) + 1).map((part, age): Row => ({
          label: { kind: "gap", from: age, to: age },
          cells: [part.toFixed(4)],
        })),
      },
    ],
  };
}

function whole(points: number): bigint {
  return BigInt(Math.round(points));
}

async function termsOf({ db, shop, now }: ReportContext): Promise<BreakageTerms> {
  const expiry = versionAt(await currentVersions(db.sql, shop), now)?.programme.points.expiry;
  const expiresAt = expiry?.kind === "lots" ? expiry.months : null;
  return { expiresAt, horizon: Math.max(HORIZON, (expiresAt ?? 0) + 1) };
}

/** What became of the points of each month; a forecast is made of numbers that may be rounded, so they are floats here. */
function issueMonths(cells: readonly CellRow[], today: Day): { month: IssueMonth; points: bigint }[] {
  const byMonth = Map.groupBy(cells, ({ day }) => day);
  return [...byMonth].map(([day, rows]) => {
    const fates: Record<Fate, number[]> = { issued: [], withdrawn: [], redeemed: [], expired: [] };
    let points = 0n;
    for (const { key, amount } of rows) {
      const [fate = "", age = ""] = key.split(":");
      fates[fate as Fate][Math.max(0, Number(age))] = Number(amount);
      points += fate === "issued" ? amount : -amount;
    }
    const month = {
      ...fates,
      agesOver: monthsBetween(day, monthOf(today)) - 1,
      left: Math.max(0, Number(points)),
    };
    return { month, points };
  });
}
