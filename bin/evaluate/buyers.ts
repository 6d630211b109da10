import { predict } from "../../app/insight/predict.ts";
import {
  areaUnderCurve,
  brierScore,
  calibrationSlope,
  captured,
  meanAbsoluteError,
} from "../../app/insight/numeric/measures.ts";
import { fitBgNbd } from "../../app/insight/value/bg-nbd.ts";
import { buyersOf, type Days } from "../../app/insight/value/buyers.ts";
import { fitGammaGamma } from "../../app/insight/value/gamma-gamma.ts";
import { fitMbgNbd } from "../../app/insight/value/mbg-nbd.ts";
import { fitParetoNbd } from "../../app/insight/value/pareto-nbd.ts";
import type { PurchaseModel } from "../../app/insight/value/purchase-model.ts";
import { readDay } from "../insight/read-day.ts";
import { readTable } from "../insight/read-table.ts";
import { holdBack, readCdnow, readElog, readOnlineRetail, readSummary, type HeldBack } from "./buyer-data.ts";
import { meanInterval, pairsInterval, type Interval } from "./interval.ts";
import { findData, type Goal, type LeftOut, type Measured } from "./measured.ts";

const PART = "buyers";

/** Who buys again, what they spend and who leaves. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  yield* onFile(data, "cdnow/cdnow_customers_summary.csv", publishedPurchases);
  yield* onFile(data, "cdnow/cdnow_customers_summary_with_transactions.csv", publishedSpend);
  yield* onFile(data, "cdnow/CDNOW_sample.txt", cdnow);
  yield* onFile(data, "btyd_small/groceryElog.csv", regularBuyers);
  yield* onFile(data, "online_retail/lines_2010-12_2011-12.csv.gz", onlineRetail);
}

function* onFile(
  data: string,
  file: string,
  measure: (path: string) => Iterable<Measured>,
): Generator<Measured | LeftOut> {
  const path = findData(data, file);
  if (path === null) yield { leftOut: file };
  else yield* measure(path);
}

interface Terms {
  base?: number;
  known?: number;
  goal?: Goal;
  interval?: Interval;
}

function row(protocol: string, measure: string, ours: number, terms: Terms = {}): Measured {
  const { base = null, known = null, goal = null, interval } = terms;
  const bounds = interval === undefined ? {} : { interval };
  return { part: PART, measure, base, known, goal, ours, ...bounds, protocol };
}

/** What each customer's figure was off by, at 95 %. */
function errorInterval(told: readonly number[], came: Float64Array): Interval {
  return meanInterval(told.map((value, n) => Math.abs(value - (came[n] ?? 0))));
}

function topTenth(scores: ArrayLike<number>, worth: ArrayLike<number>): number {
  return captured(scores, worth, 0.1);
}

/** To three digits, or by so much: near a top everything is about as high, and searches end where they end. */
function published(value: number, off = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2) / 2): Terms {
  return { known: value, goal: { atLeast: value - off, atMost: value + off } };
}

function* publishedPurchases(path: string): Generator<Measured> {
  const protocol = "CDNOW, 2,357 customers to 1997-09-30, as the papers sum them up";
  const buyers = readSummary(path, ["frequency", "recency", "T"]);
  const models: [string, PurchaseModel, Record<string, number>][] = [
    ["BG/NBD", fitBgNbd(buyers), { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }],
    ["Pareto/NBD", fitParetoNbd(buyers), { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }],
    ["MBG/NBD", fitMbgNbd(buyers), {}],
  ];
  const likelihoods: Record<string, number> = {
    "BG/NBD": -9582.4,
    "Pareto/NBD": -9595,
    "MBG/NBD": -9582.1,
  };
  for (const [name, model, parameters] of models) {
    for (const [parameter, value] of Object.entries(parameters))
      yield row(protocol, `${name} ${parameter}`, model.parameters[parameter] ?? NaN, published(value));
    const best = likelihoods[name] ?? 0;
    yield row(protocol, `${name} log-likelihood`, model.logLikelihood, published(best, 0.1));
  }
  const expected = models[0]?.[1].expected(2, 30.43, 38.86, 39) ?? NaN;
  yield row(protocol, "BG/NBD E[Y(39)] of customer 1", expected, published(1.226));
}

function* publishedSpend(path: string): Generator<Measured> {
  const repeaters = readTable(path, ["x", "zbar"])
    .map(({ cells }) => ({ x: Number(cells.x), mean: Number(cells.zbar) }))
    .filter(({ x, mean }) => x > 0 && mean > 0);
  const { parameters } = fitGammaGamma(
    repeaters.map(({ x }) => x),
    repeaters.map(({ mean }) => mean),
  );
  const protocol = `CDNOW, ${repeaters.length} who bought again`;
  for (const [name, value] of [
    ["p", 6.25],
    ["q", 3.74],
    ["v", 15.44],
  ] as const)
    yield row(protocol, `Gamma-Gamma ${name}`, parameters[name], published(value));
}

function* cdnow(path: string): Generator<Measured> {
  const held = holdBack(readCdnow(path), dayOf("1997-09-30"), dayOf("1998-06-30"));
  const { of } = predict(held.known, { until: dayOf("1997-09-30"), horizon: 273 });
  const protocol = `CDNOW, 39 weeks after 1997-09-30, ${of.length} customers`;
  const orders = of.map((one) => one.orders);
  const value = of.map((one) => one.value);
  yield row(protocol, "orders: mean absolute error", meanAbsoluteError(orders, held.orders), {
    ...{ base: constantError(held.orders), known: 0.755, goal: { atMost: 0.755 } },
    interval: errorInterval(orders, held.orders),
  });
  yield row(protocol, "spend: mean absolute error", meanAbsoluteError(value, held.spent), {
    ...{ base: constantError(held.spent), known: 29.5, interval: errorInterval(value, held.spent) },
  });
  yield row(protocol, "spend held by the top tenth", topTenth(value, held.spent), {
    ...{ base: topTenth(pastSpend(held), held.spent), known: 0.5, goal: { atLeast: 0.52 } },
    interval: pairsInterval(value, held.spent, topTenth),
  });
}

function* regularBuyers(path: string): Generator<Measured> {
  const until = dayOf("2006-12-31");
  const held = holdBack(readElog(path), until, dayOf("2007-12-30"));
  const { of } = predict(held.known, { until, horizon: 364 });
  const protocol = `Grocery log, 52 weeks after 52, ${of.length} customers who buy regularly`;
  const orders = of.map((one) => one.orders);
  yield row(protocol, "orders: mean absolute error", meanAbsoluteError(orders, held.orders), {
    ...{ base: constantError(held.orders), known: 1.508, interval: errorInterval(orders, held.orders) },
  });
  const likelihood = fitMbgNbd(buyersOf(held.known, until)).logLikelihood;
  yield row(protocol, "MBG/NBD log-likelihood", likelihood, { known: -15_781.9 });
}

function* onlineRetail(path: string): Generator<Measured> {
  const until = dayOf("2011-09-09");
  const held = holdBack(readOnlineRetail(path), until, until + 90);
  const { of } = predict(held.known, { until, horizon: 90 });
  const left = Array.from(held.orders, (orders) => (orders === 0 ? 1 : 0));
  const risk = of.map((one) => one.leaving);
  const base = meanOf(left);
  const protocol = `Online Retail, no purchase in 90 days after 2011-09-09, ${of.length} customers, ${percent(base)} left`;
  const silence = held.known.map(({ day }) => until - (day.at(-1) ?? until));
  yield row(protocol, "leaving: area under the curve", areaUnderCurve(risk, left), {
    ...{ base: areaUnderCurve(silence, left), known: 0.74, goal: { atLeast: 0.74 } },
    interval: pairsInterval(risk, left, areaUnderCurve),
  });
  yield row(protocol, "leaving: Brier score", brierScore(risk, left), {
    ...{ base: base * (1 - base), known: 0.211, goal: { atMost: 0.209 } },
    interval: pairsInterval(risk, left, brierScore),
  });
  yield row(protocol, "leaving: calibration slope", calibrationSlope(risk, left), {
    goal: { atLeast: 0.8, atMost: 1.2 },
    interval: pairsInterval(risk, left, calibrationSlope),
  });
  yield* riskiest(held, { until, risk, left });
  const value = of.map((one) => one.value);
  yield row(protocol, "spend held by the top tenth", topTenth(value, held.spent), {
    base: topTenth(pastSpend(held), held.spent),
    interval: pairsInterval(value, held.spent, topTenth),
  });
}

/** Of those who bought lately and more than once, how many of the leaving are among the riskiest. */
function* riskiest(
  { known }: HeldBack,
  { until, risk, left }: { until: number; risk: readonly number[]; left: readonly number[] },
): Generator<Measured> {
  const active = known
    .map((_, place) => place)
    .filter((place) => isActive(known[place] ?? { day: [], amount: [] }, until));
  const [risks, leaves] = [risk, left].map((values) => active.map((place) => values[place] ?? 0));
  if (risks === undefined || leaves === undefined) return;
  const protocol = `the same, ${active.length} who bought twice or more and within 180 days, ${percent(meanOf(leaves))} left`;
  yield row(protocol, "leaving: recall in the riskiest 15 %", captured(risks, leaves, 0.15), {
    ...{ base: 0.15, known: 0.262, goal: { atLeast: 0.27 } },
    interval: pairsInterval(risks, leaves, (told, came) => captured(told, came, 0.15)),
  });
  yield row(protocol, "leaving: area under the curve", areaUnderCurve(risks, leaves), {
    ...{ known: 0.727, interval: pairsInterval(risks, leaves, areaUnderCurve) },
  });
}

function isActive({ day }: Days, until: number): boolean {
  return day.length >= 2 && until - (day.at(-1) ?? 0) <= 180;
}

/** What everybody is off by who is told the mean of all. */
function constantError(actual: Float64Array): number {
  return meanAbsoluteError(new Float64Array(actual.length).fill(meanOf(actual)), actual);
}

function pastSpend({ known }: HeldBack): number[] {
  return known.map(({ amount }) => amount.reduce((sum, each) => sum + each, 0));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function dayOf(date: string): number {
  const day = readDay(date);
  if (day === null) throw new RangeError(`${date} is no date`);
  return day;
}
