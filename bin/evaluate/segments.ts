import { sumOf } from "../../app/insight/recommend/figure.ts";
import { FEATURES, quantile, type Behaviour, type Feature } from "../../app/insight/segments/behaviour.ts";
import { findClusters } from "../../app/insight/segments/clusters.ts";
import { fifths, rfmScores, segmentOf, type Segment } from "../../app/insight/segments/rfm.ts";
import { readDay } from "../insight/read-day.ts";
import { readTable } from "../insight/read-table.ts";
import { meanInterval } from "./interval.ts";
import { findData, type LeftOut, type Measured } from "./measured.ts";

const FILE = "online_retail/lines_2010-12_2011-12.csv.gz";
const HORIZON = 90;

interface Line {
  day: number;
  item: string;
  amount: number;
}

/** Types of customers and the eleven groups. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  const file = findData(data, FILE);
  if (file === null) yield { leftOut: FILE };
  else {
    const customers = readCustomers(file);
    yield* types(customers);
    yield* groups(customers);
  }
}

function* types(customers: readonly Line[][]): Generator<Measured> {
  const until = lastDay(customers) + 1;
  const behaviour = behaviourOf(customers, until);
  const found = findClusters({ behaviour, before: [] });
  const protocol = `Online Retail, ${customers.length} customers, all days; four pairs of halves`;
  const row = (measure: string, ours: number | null, base: number | null): Measured => ({
    ...{ part: "segments", measure, base, known: null, goal: null, ours, protocol },
  });
  yield row("types: agreement of halves (adjusted Rand)", found?.stability ?? null, 0);
  yield row("types: silhouette, base mixed at random", found?.apart ?? null, found?.apartByChance ?? null);
  yield row("types: how many", found?.clusters.length ?? null, null);
}

/** Whether those whom the groups put first buy more often afterwards. */
function* groups(customers: readonly Line[][]): Generator<Measured> {
  const until = lastDay(customers) + 1 - HORIZON;
  const known = customers
    .map((lines) => ({ before: lines.filter(({ day }) => day < until), lines }))
    .filter(({ before }) => before.length > 0);
  const days = known.map(({ before }) => [...new Set(before.map(({ day }) => day))]);
  const scores = rfmScores(
    days.map((each) => until - Math.max(...each)),
    days.map((each) => each.length),
    known.map(({ before }) => before.reduce((sum, { amount }) => sum + amount, 0)),
  );
  const bought = known.map(({ lines }) => lines.some(({ day }) => day >= until));
  const came = (meant: readonly Segment[]) =>
    bought.flatMap((did, n) => {
      const score = scores[n];
      if (score === undefined) return [];
      const group = segmentOf({ ...score, purchases: days[n]?.length ?? 1 });
      return meant.includes(group) ? [did ? 1 : 0] : [];
    });
  const protocol = `Online Retail, ${known.length} customers up to ${HORIZON} days before its end, bought again in these`;
  const row = (measure: string, ours: number): Measured => ({
    ...{ part: "segments", measure, known: null, goal: null, ours, protocol },
    base: bought.filter(Boolean).length / bought.length,
  });
  const shares: [string, Segment[]][] = [
    ["champions and loyal: share who buy again", ["champions", "loyal"]],
    ["hibernating and lost: share who buy again", ["hibernating", "lost"]],
  ];
  for (const [measure, meant] of shares) {
    const did = came(meant);
    yield { ...row(measure, sumOf(did) / did.length), interval: meanInterval(did) };
  }
  const sizes = [1, 2, 3, 4, 5].map(
    (n) => fifths(days.map((each) => each.length)).filter((of) => of === n).length,
  );
  yield {
    ...row("largest fifth of frequency, ties kept together", Math.max(...sizes) / known.length),
    base: 0.2,
  };
}

/** Cancellations, corrections and postage are left out. */
function readCustomers(file: string): Line[][] {
  const columns = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"] as const;
  const customers = new Map<string, Line[]>();
  for (const { cells } of readTable(file, columns)) {
    const [quantity, price] = [Number(cells.Quantity), Number(cells.UnitPrice)];
    const isPurchase = !cells.InvoiceNo.startsWith("C") && /^\d{5}/.test(cells.StockCode);
    if (!isPurchase || cells.CustomerID === "" || !(quantity > 0) || !(price > 0)) continue;
    const line = { day: readDay(cells.InvoiceDate) ?? NaN, item: cells.StockCode, amount: quantity * price };
    const lines = customers.get(cells.CustomerID);
    if (lines === undefined) customers.set(cells.CustomerID, [line]);
    else lines.push(line);
  }
  return [...customers.values()];
}

/** Tills, returns and rewards stand in no such file. */
function behaviourOf(customers: readonly Line[][], until: number): Behaviour {
  const values = new Float64Array(customers.length * FEATURES.length);
  customers.forEach((lines, n) => {
    const days = [...new Set(lines.map(({ day }) => day))].sort((a, b) => a - b);
    const gaps = days
      .slice(1)
      .map((day, place) => day - (days[place] ?? day))
      .sort((a, b) => a - b);
    const mentions = new Set(lines.map(({ day, item }) => `${day} ${item}`)).size;
    const known: Record<Feature, number> = {
      recency: until - (days.at(-1) ?? until),
      orders: days.length,
      basket: lines.reduce((sum, { amount }) => sum + amount, 0) / days.length,
      gap: gaps.length === 0 ? Number.NaN : quantile(gaps, 0.5),
      pieces: mentions / days.length,
      repeats: 1 - new Set(lines.map(({ item }) => item)).size / mentions,
      ...{ till: 0, returns: 0, rewards: 0 },
    };
    FEATURES.forEach((feature, column) => (values[n * FEATURES.length + column] = known[feature]));
  });
  return { values, customers: customers.length };
}

function lastDay(customers: readonly Line[][]): number {
  return customers.reduce((last, lines) => lines.reduce((later, { day }) => Math.max(later, day), last), 0);
}
