import { expectationsOf, foresee } from "../../app/insight/buyers/foresee.ts";
import { byGroup, type GroupCheck } from "../../app/insight/buyers/groups.ts";
import { purchaseDays } from "../../app/insight/buyers/shop-past.ts";
import { seededRandom } from "../../app/insight/numeric/seeded-random.ts";
import { readOnlineRetail } from "./buyer-data.ts";
import { shareInterval } from "./interval.ts";
import { findData, type LeftOut, type Measured } from "./measured.ts";
import { pastOf } from "./shop.ts";

const RETAIL = "online_retail/lines_2010-12_2011-12.csv.gz";
const HORIZON_DAYS = 90;
const TESTS = { alarms: 2_000, found: 200 };
const SEED = 2_015;
/** So often the report is meant to be wrong, at most. */
const CLAIMED = 0.05;
/** By so much half of the customers are told too high a risk where something is planted. */
const PLANTED = 0.1;

/** Whether the report of groups finds what is there and nothing else, and what it says of groups that there are. */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  const file = findData(data, RETAIL);
  if (file === null) yield { leftOut: RETAIL };
  else yield* groups(file);
}

function* groups(file: string): Generator<Measured> {
  const { countries, ...purchases } = readOnlineRetail(file);
  const past = pastOf(purchases);
  const until = past.until - HORIZON_DAYS;
  const foresight = foresee(past, { until, horizon: HORIZON_DAYS });
  const { places, days } = foresight;
  const told = expectationsOf(foresight).leaving.value;
  const all = purchaseDays(past, past.until);
  const left = Uint8Array.from(places, (place) => (all[place]?.day.some((day) => day > until) ? 0 : 1));
  const checks = (chances: Float64Array, languages: readonly string[]) =>
    byGroup(chances, left, { places, days, until, grouping: { languages, channels: [] } });
  const protocol = `Online Retail, its last ${HORIZON_DAYS} days, ${places.length} customers`;
  const shared = { part: "fairness", known: null, protocol };
  const homes = countries.map((country) => (country === "United Kingdom" ? "Britain" : "elsewhere"));
  for (const { group, customers, apart, low, high, verdict } of checks(told, homes))
    yield {
      ...{
        ...shared,
        measure: `leaving told too high, against others: ${group}`,
        base: 0,
        goal: null,
        ours: apart,
      },
      interval: [low, high],
      protocol: `${protocol}, ${customers} of them; the report says ${verdict}; bounds that hold together at 95 %`,
    };
  const random = seededRandom(SEED);
  const shareCalled = (tests: number, chancesOf: (isOne: readonly boolean[]) => Float64Array) => {
    let called = 0;
    for (let test = 0; test < tests; test++) {
      const isOne = countries.map(() => random() < 0.5);
      const names = isOne.map((one) => (one ? "one" : "other"));
      if (checks(chancesOf(isOne), names).some(isCalledOtherwise)) called += 1;
    }
    return called / tests;
  };
  const alarms = shareCalled(TESTS.alarms, () => told);
  yield {
    ...{ ...shared, measure: "groups by chance called otherwise", base: CLAIMED, goal: null },
    ...{ ours: alarms, interval: shareInterval(alarms, TESTS.alarms) },
    protocol: `${protocol}, ${TESTS.alarms} times two halves by chance; base: what the report claims`,
  };
  const found = shareCalled(TESTS.found, (isOne) =>
    told.map((chance, n) => Math.min(1, chance + (isOne[places[n] ?? 0] === true ? PLANTED : 0))),
  );
  yield {
    ...{ ...shared, measure: "groups told a higher risk found out", base: alarms, goal: { atLeast: 0.8 } },
    ...{ ours: found, interval: shareInterval(found, TESTS.found) },
    protocol: `the same, ${TESTS.found} times, one half told ${PLANTED} more`,
  };
}

/** New and old customers really differ; asked here is about the halves. */
function isCalledOtherwise({ dimension, verdict }: GroupCheck): boolean {
  return dimension === "language" && (verdict === "better" || verdict === "worse");
}
