import type { Day } from "../days.ts";
import { areaUnderCurve, captured, meanAbsoluteError } from "../numeric/measures.ts";
import { nextOrder, shopRhythm } from "../rhythm.ts";
import type { Days } from "../value/buyers.ts";
import { calibrationOf, wilson, type CalibrationBin } from "./calibration.ts";
import { expectationsOf, foresee, type Expected, type Foresight } from "./foresee.ts";
import { byGroup, type GroupCheck, type Grouping } from "./groups.ts";
import { slopeOf, type HeldFigure } from "./held-figure.ts";
import { keptDays, purchaseDays, type ShopPast } from "./shop-past.ts";

/** How good models are that knew nothing of the last days, on what came in them. */
export interface LookBack {
  /** The first and last of the days that were held back. */
  from: Day;
  to: Day;
  customers: number;
  /** The share that bought nothing in them. */
  left: number;
  figures: HeldFigure[];
  calibration: CalibrationBin[];
  groups: GroupCheck[];
  /** Whether who leaves was told apart better than by the share alone; null where too few were seen to say. */
  beatsBase: boolean | null;
}

/** Fewer customers then, or fewer of either kind after, show nothing. */
const ENOUGH_CUSTOMERS = 100;
const ENOUGH_OF_EACH = 20;
const SURE = 1.96;
/** As the list of who is about to leave has it. */
const ACTIVE_DAYS = 180;
/** So large a part of them a shop may do something about; in a small shop a larger one, for fewer show nothing. */
const RISKIEST = 0.15;

/** null where the past is too short, or too few had bought by then. */
export function lookBack(
  past: ShopPast,
  { horizon, grouping }: { horizon: number; grouping: Grouping },
): LookBack | null {
  const until = past.until - horizon;
  const foresight = foresee(past, { until, horizon });
  const { places, days } = foresight;
  if (places.length < ENOUGH_CUSTOMERS) return null;
  const later = daysAfter(past, foresight);
  const orders = Float64Array.from(later, ({ day }) => day.length);
  const left = Uint8Array.from(orders, (many) => (many === 0 ? 1 : 0));
  const gone = left.reduce((sum, one) => sum + one, 0);
  const spent = spentAfter(past, foresight);
  const told = expectationsOf(foresight);
  const share = gone / left.length;
  const isEnough = Math.min(gone, left.length - gone) >= ENOUGH_OF_EACH;
  const leaving = isEnough ? leavingFigures(told.leaving.value, left, silence(days, until)) : [];
  const riskiest = isEnough ? riskiestFigures(told.leaving.value, left, activePlaces(days, until)) : [];
  return {
    ...{ from: until + 1, to: past.until, customers: places.length, left: share },
    figures: [
      ...riskiest,
      ...leaving,
      errorFigure("orders-error", told.orders.value, orders),
      errorFigure("value-error", told.value.value, spent),
      capturedFigure(told.value.value, spent, foresight),
      withinFigure("orders-within", told.orders, orders),
      withinFigure("value-within", told.value, spent),
      ...nextFigures(foresight, later),
    ],
    calibration: isEnough ? calibrationOf(told.leaving.value, left) : [],
    groups: isEnough ? byGroup(told.leaving.value, left, { places, days, until, grouping }) : [],
    beatsBase: isEnough ? beats(leaving) : null,
  };
}

function daysAfter(past: ShopPast, { places, until }: Foresight): Days[] {
  const all = purchaseDays(past, past.until);
  return places.map((place) => {
    const { day, amount } = all[place] ?? { day: [], amount: [] };
    const from = day.findIndex((at) => at > until);
    return from === -1 ? { day: [], amount: [] } : { day: day.slice(from), amount: amount.slice(from) };
  });
}

/** What they had spent by the end more than before, returns taken off: some gave back more than they bought. */
function spentAfter(past: ShopPast, { places, kept }: Foresight): Float64Array {
  const all = keptDays(past, past.until);
  const sum = (amounts: readonly number[] = []) => amounts.reduce((total, each) => total + each, 0);
  return Float64Array.from(places, (place, n) => sum(all[place]?.amount) - sum(kept[n]?.amount));
}

/** Whoever bought several times and lately: those whom a shop can still lose. */
function activePlaces(days: readonly Days[], until: Day): number[] {
  const isActive = ({ day }: Days) => day.length > 1 && until - (day.at(-1) ?? -Infinity) < ACTIVE_DAYS;
  return [...days.keys()].filter((place) => isActive(days[place] ?? { day: [], amount: [] }));
}

/** How many of the riskiest active customers left; beside it how many of any of them. */
function riskiestFigures(chances: Float64Array, left: Uint8Array, active: readonly number[]): HeldFigure[] {
  const rows = Math.max(ENOUGH_OF_EACH, Math.round(active.length * RISKIEST));
  if (rows > active.length / 2) return [];
  const riskiest = [...active].sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0)).slice(0, rows);
  const gone = (some: readonly number[]) => some.filter((place) => left[place] === 1).length;
  const figure = shareFigure("leaving-top", gone(riskiest), rows);
  return [{ ...figure, base: gone(active) / active.length }];
}

function silence(days: readonly Days[], until: Day): number[] {
  return days.map(({ day }) => until - (day.at(-1) ?? until));
}

function leavingFigures(chances: Float64Array, left: Uint8Array, silent: readonly number[]): HeldFigure[] {
  const rows = left.length;
  const gone = left.reduce((sum, one) => sum + one, 0);
  const area = areaUnderCurve(chances, left);
  const error = areaError(area, gone, rows - gone);
  const share = gone / rows;
  return [
    {
      ...{ name: "leaving-auc", value: area, base: areaUnderCurve(silent, left), rows },
      ...{ low: Math.max(0, area - SURE * error), high: Math.min(1, area + SURE * error) },
    },
    {
      ...meanFigure(
        "leaving-brier",
        Float64Array.from(chances, (chance, n) => (chance - (left[n] ?? 0)) ** 2),
      ),
      base: share * (1 - share),
    },
    slopeOf(chances, left),
  ];
}

/** The standard error of an area under the curve (Hanley and McNeil 1982). */
function areaError(area: number, trues: number, falses: number): number {
  const [one, two] = [area / (2 - area), (2 * area ** 2) / (1 + area)];
  const sum = area * (1 - area) + (trues - 1) * (one - area ** 2) + (falses - 1) * (two - area ** 2);
  return Math.sqrt(Math.max(0, sum) / (trues * falses));
}

function errorFigure(name: HeldFigure["name"], told: Float64Array, actual: Float64Array): HeldFigure {
  const mean = actual.reduce((sum, each) => sum + each, 0) / Math.max(1, actual.length);
  return {
    ...meanFigure(
      name,
      Float64Array.from(told, (value, n) => Math.abs(value - (actual[n] ?? 0))),
    ),
    base: meanAbsoluteError(new Float64Array(actual.length).fill(mean), actual),
  };
}

function meanFigure(name: HeldFigure["name"], values: Float64Array): Omit<HeldFigure, "base"> {
  const rows = Math.max(1, values.length);
  const mean = values.reduce((sum, each) => sum + each, 0) / rows;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, rows - 1);
  const off = SURE * Math.sqrt(variance / rows);
  return { name, value: mean, low: Math.max(0, mean - off), high: mean + off, rows: values.length };
}

/** Beside it what the tenth holds that spent most before: whom a shop would have picked by itself. */
function capturedFigure(told: Float64Array, spent: Float64Array, { kept }: Foresight): HeldFigure {
  const before = kept.map(({ amount }) => amount.reduce((sum, each) => sum + each, 0));
  const worth = spent.map((each) => Math.max(0, each));
  const isAny = worth.some((each) => each > 0);
  return {
    name: "value-captured",
    value: isAny ? captured(told, worth, 0.1) : null,
    base: isAny ? captured(before, worth, 0.1) : null,
    rows: told.length,
  };
}

/** Of how many it came as was said, within the bounds: four of five should, and more where it comes in whole numbers. */
function withinFigure(name: HeldFigure["name"], { low, high }: Expected, actual: Float64Array): HeldFigure {
  const isWithin = (each: number, n: number) => each >= (low[n] ?? 0) && each <= (high[n] ?? 0);
  return shareFigure(name, actual.filter((each, n) => isWithin(Math.max(0, each), n)).length, actual.length);
}

function shareFigure(name: HeldFigure["name"], hits: number, rows: number): HeldFigure {
  const share = hits / Math.max(1, rows);
  return { name, value: share, base: null, rows, ...wilson(share, rows) };
}

/** Of those of whom a date was named: how many came when they were expected, four of five of whom should. */
function nextFigures({ days, until, horizon }: Foresight, later: readonly Days[]): HeldFigure[] {
  const rhythm = shopRhythm(
    days.map(({ day }) => day),
    until,
  );
  let [rows, hits] = [0, 0];
  days.forEach(({ day }, n) => {
    const next = nextOrder(day, until, rhythm);
    if (next === null || next.late > until + horizon) return;
    const came = later[n]?.day[0];
    rows += 1;
    if (came !== undefined && came >= next.early && came <= next.late) hits += 1;
  });
  if (rows < ENOUGH_OF_EACH) return [];
  return [shareFigure("next-order", hits, rows)];
}

function beats(figures: readonly HeldFigure[]): boolean {
  const brier = figures.find(({ name }) => name === "leaving-brier");
  const area = figures.find(({ name }) => name === "leaving-auc");
  return (brier?.value ?? 1) < (brier?.base ?? 0) && (area?.low ?? 0) > 0.5;
}
