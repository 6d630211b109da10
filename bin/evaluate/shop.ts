import { learnBuyers } from "../../app/insight/buyers/learn-buyers.ts";
import type { Happenings, ShopPast } from "../../app/insight/buyers/shop-past.ts";
import { areaUnderCurve, meanAbsoluteError } from "../../app/insight/numeric/measures.ts";
import { chanceOf, fitLogistic } from "../../app/insight/numeric/logistic-regression.ts";
import { nextOrder, shopRhythm } from "../../app/insight/rhythm.ts";
import type { Purchases } from "../../app/insight/value/buyers.ts";
import { readDay } from "../insight/read-day.ts";
import { readTable } from "../insight/read-table.ts";
import { holdBack, readCdnow, readElog, readOnlineRetail } from "./buyer-data.ts";
import { meanInterval, pairsInterval } from "./interval.ts";
import { findData, type LeftOut, type Measured } from "./measured.ts";

const PART = "shop";
const HORIZON_DAYS = 90;

type Sets = readonly [file: string, measure: (path: string) => Iterable<Measured>][];

const SETS: Sets = [
  ["cdnow/CDNOW_sample.txt", (path) => asShop("CDNOW", readCdnow(path))],
  ["online_retail/lines_2010-12_2011-12.csv.gz", (path) => asShop("Online Retail", readOnlineRetail(path))],
  ["btyd_small/groceryElog.csv", rhythms],
  ["telco/telco_A.csv", contracts],
];

/** What a shop is told of its members, as the nightly training works it out. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  for (const [file, measure] of SETS) {
    const path = findData(data, file);
    if (path === null) yield { leftOut: file };
    else yield* measure(path);
  }
}

/** The figures of the model card: everything but the last days is known, and those are asked about. */
function* asShop(name: string, purchases: Purchases): Generator<Measured> {
  const grouping = { languages: [], channels: [] };
  const { lookBack } = learnBuyers({ past: pastOf(purchases), horizon: HORIZON_DAYS, grouping });
  const protocol = `${name}, its last ${HORIZON_DAYS} days, as the card of the model has it`;
  for (const { name: measure, value, base, rows: many, low, high } of lookBack?.figures ?? [])
    yield {
      ...{ part: PART, measure, base, known: null, ours: value, protocol: `${protocol}, ${many} customers` },
      ...(low === undefined || high === undefined ? {} : { interval: [low, high] }),
      // Orders come in whole numbers, so bounds of four in five hold more.
      goal: measure.endsWith("-within") ? { atLeast: 0.8 } : null,
    };
}

export function pastOf({ customer, day, amount, customers }: Purchases): ShopPast {
  const days = Int32Array.from(day, Math.floor);
  const known = new Int32Array(customers).fill(2 ** 31 - 1);
  days.forEach((at, n) => {
    const place = customer[n] ?? 0;
    known[place] = Math.min(known[place] ?? at, at);
  });
  return {
    ...{ customers, until: days.reduce((last, at) => Math.max(last, at), 0), known },
    purchases: { customer, day: days, value: amount },
    ...{ returns: nothing(), rewards: nothing(), levels: nothing() },
  };
}

function nothing(): Happenings {
  return { customer: new Int32Array(), day: new Int32Array(), value: new Float64Array() };
}

/** When regular buyers come next. */
function* rhythms(path: string): Generator<Measured> {
  const until = readDay("2006-12-31") ?? NaN;
  const { known, cameOn } = holdBack(readElog(path), until, until + 364);
  const shop = shopRhythm(
    known.map(({ day }) => day),
    until,
  );
  const told = known.flatMap(({ day }, n) => {
    const next = nextOrder(day, until, shop);
    return next === null ? [] : [{ ...next, came: cameOn[n] ?? null }];
  });
  const isWithin = ({ early, late, came }: (typeof told)[number]) =>
    came !== null && came >= early && came <= late;
  const protocol = `Grocery log, first day bought after 2006-12-31, ${told.length} customers with a date`;
  const row = { part: PART, base: null, known: null, goal: null, protocol };
  const hits = told.filter(isWithin).length;
  yield {
    ...{ ...row, measure: "next order within its bounds (four in five)", ours: hits / told.length },
    interval: meanInterval(told.map((each) => (isWithin(each) ? 1 : 0))),
  };
  const back = told.flatMap(({ on, came }) => (came === null ? [] : [{ on, came }]));
  yield {
    ...{ ...row, protocol: `${protocol}, of whom ${back.length} came within a year` },
    measure: "next order off by, days",
    ours: meanAbsoluteError(
      back.map(({ on }) => on),
      back.map(({ came }) => came),
    ),
    interval: meanInterval(back.map(({ on, came }) => Math.abs(on - came))),
  };
}

const FOLDS = 5;
const RIDGE = 0.001;

/** The regression itself on contracts of a telephone company, by five folds. */
function* contracts(path: string): Generator<Measured> {
  const columns = [
    "tenure",
    "MonthlyCharges",
    "TotalCharges",
    "Contract",
    "InternetService",
    "PaymentMethod",
  ];
  const asked = [...columns, "OnlineSecurity", "TechSupport", "PaperlessBilling", "SeniorCitizen", "Churn"];
  const people = readTable(path, asked);
  const words = asked.slice(3, -1).flatMap((column) => {
    return [...new Set(people.map(({ cells }) => cells[column] ?? ""))].map((word) => ({ column, word }));
  });
  const features = people.map(({ cells }) => [
    ...["tenure", "MonthlyCharges", "TotalCharges"].map((column) => Math.log1p(Number(cells[column]) || 0)),
    Number(cells.tenure) || 0,
    ...words.map(({ column, word }) => (cells[column] === word ? 1 : 0)),
  ]);
  const left = Uint8Array.from(people, ({ cells }) => (cells.Churn === "Yes" ? 1 : 0));
  const chances = new Float64Array(people.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = features.flatMap((row, n) => (n % FOLDS === fold ? [] : [{ row, n }]));
    const table = {
      values: Float64Array.from(learned.flatMap(({ row }) => row)),
      columns: features[0]?.length ?? 0,
    };
    const model = fitLogistic(
      table,
      Uint8Array.from(learned, ({ n }) => left[n] ?? 0),
      RIDGE,
    );
    features.forEach((row, n) => {
      if (n % FOLDS === fold) chances[n] = chanceOf(model, row);
    });
  }
  yield {
    ...{ part: PART, measure: "regression: area under the curve", base: 0.5, known: 0.85, goal: null },
    ...{ ours: areaUnderCurve(chances, left), interval: pairsInterval(chances, left, areaUnderCurve) },
    protocol: `Telco, ${people.length} contracts, five folds (known: learned of these, asked of others)`,
  };
}
