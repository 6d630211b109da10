import { movable } from "../../app/insight/offers/choose-offer.ts";
import { drawChoice, type Tried } from "../../app/insight/offers/learn-choice.ts";
import { chanceOf, fitLogistic } from "../../app/insight/numeric/logistic-regression.ts";
import { seededRandom } from "../../app/insight/numeric/seeded-random.ts";
import { readTable } from "../insight/read-table.ts";
import { bootstrap } from "./interval.ts";
import { findData, type LeftOut, type Measured } from "./measured.ts";

const HILLSTROM = "hillstrom/hillstrom_half_A.csv.gz";
const NOTHING = "No E-Mail";
const PART = "offers";
const SEED = 2_008;

interface Customer {
  arm: string;
  visited: number;
  /** What they spent in the year before. */
  worth: number;
  features: number[];
}

/**
 * What a policy of offers would have come to, on customers who were given theirs by chance. Half of them teach, the other
 * half is asked: whoever was given what the policy would have given counts as often as chance gave it seldom (inverse
 * propensity; Horvitz and Thompson 1952). What a personal offer may cost cannot be measured so: nobody was offered money.
 */
export async function* rows(data: string): AsyncGenerator<Measured | LeftOut> {
  const file = findData(data, HILLSTROM);
  if (file === null) yield { leftOut: HILLSTROM };
  else {
    const customers = readCustomers(file);
    const random = seededRandom(SEED);
    const isHeld = customers.map(() => random() < 0.5);
    const held = customers.filter((_, place) => isHeld[place]);
    const taught = customers.filter((_, place) => !isHeld[place]);
    yield learned(taught, held);
    yield reached(taught, held);
  }
}

/** "learned": of three choices, one of them nothing, each is drawn by what it came to before. */
function learned(taught: readonly Customer[], held: readonly Customer[]): Measured {
  const arms = [...new Set(taught.map(({ arm }) => arm))].sort();
  const tried = arms.map((arm): Tried => {
    const given = taught.filter((customer) => customer.arm === arm);
    return {
      choiceId: arm,
      members: given.length,
      bought: given.filter(({ visited }) => visited === 1).length,
    };
  });
  const choices = arms.map((id) => ({ id, kind: "points" as const, cost: 0 }));
  const isChosen = held.map(
    ({ arm }, seed) => drawChoice(choices, { tried, orderValue: 1, seed })?.id === arm,
  );
  const share = (arm: string) => held.filter((customer) => customer.arm === arm).length / held.length;
  const shares = new Map(arms.map((arm) => [arm, share(arm)]));
  const valueOf = (isGiven: (customer: Customer, place: number) => boolean) =>
    held.map((customer, place) =>
      isGiven(customer, place) ? customer.visited / (shares.get(customer.arm) ?? 1) : 0,
    );
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const values = valueOf((_, place) => isChosen[place] === true);
  const alike = arms.map((arm) => mean(valueOf((customer) => customer.arm === arm)));
  return {
    ...{ part: PART, measure: "learned choice: share who come", goal: null },
    ...{ base: mean(alike), known: Math.max(...alike), ours: mean(values) },
    interval: bootstrap(values.length, (drawn) => {
      let sum = 0;
      for (const place of drawn) sum += values[place] ?? 0;
      return sum / drawn.length;
    }),
    protocol: `Hillstrom half A, learned of ${taught.length}, asked of ${held.length} by inverse propensity; base: any choice by chance, known: the best one for all`,
  };
}

/** Whom a budget reaches first: by how much the two messages together bring more of the third that stands in front. */
function reached(taught: readonly Customer[], held: readonly Customer[]): Measured {
  const without = taught.filter(({ arm }) => arm === NOTHING);
  const table = {
    values: Float64Array.from(without.flatMap(({ features }) => features)),
    columns: without[0]?.features.length ?? 0,
  };
  const stays = Uint8Array.from(without, ({ visited }) => 1 - visited);
  const model = fitLogistic(table, stays, 0.001);
  const gain = ({ worth, features }: Customer) => movable({ worth, risk: chanceOf(model, features) });
  const first = held.toSorted((a, b) => gain(b) - gain(a)).slice(0, Math.round(held.length / 3));
  return {
    ...{ part: PART, measure: "first third by what may be moved: lift of who come", known: null, goal: null },
    ...{ base: liftOf(held), ours: liftOf(first) },
    interval: bootstrap(first.length, (drawn) => liftOf(Array.from(drawn, (place) => first[place]))),
    protocol: `the same, ${first.length} of ${held.length}; base: all of them`,
  };
}

function liftOf(customers: readonly (Customer | undefined)[]): number {
  const sums = { given: 0, came: 0, others: 0, othersCame: 0 };
  for (const customer of customers) {
    if (customer === undefined) continue;
    const isGiven = customer.arm !== NOTHING;
    sums[isGiven ? "given" : "others"] += 1;
    sums[isGiven ? "came" : "othersCame"] += customer.visited;
  }
  return sums.came / sums.given - sums.othersCame / sums.others;
}

function readCustomers(file: string): Customer[] {
  const columns = ["segment", "visit", "recency", "history", "mens", "womens", "newbie", "channel"] as const;
  return readTable(file, columns).map(({ cells }) => {
    const worth = Number(cells.history);
    return {
      ...{ arm: cells.segment, visited: Number(cells.visit), worth },
      features: [
        ...[Number(cells.recency), Math.log(worth), Number(cells.mens), Number(cells.womens)],
        ...[Number(cells.newbie), cells.channel === "Web" ? 1 : 0, cells.channel === "Phone" ? 1 : 0],
      ],
    };
  });
}
