/** What was bought; arrays of the same length, in any order. */
export interface Interactions {
  /** Places from 0. */
  customer: Int32Array;
  item: Int32Array;
  /** Days since 1970, parts of a day with it. */
  day: Float64Array;
  customers: number;
  items: number;
}

/** What was bought together: each item once. */
export interface Visit {
  day: number;
  items: Int32Array;
}

/** The days on which each customer bought, the earliest first. */
export function visitsOf(bought: Interactions): Visit[][] {
  return grouped(bought, Math.floor);
}

/** What each customer bought in one instant, of all customers, the earliest first. */
export function basketsOf(bought: Interactions): Visit[] {
  return grouped(bought, (day) => day)
    .flat()
    .sort((a, b) => a.day - b.day);
}

function grouped(bought: Interactions, moment: (day: number) => number): Visit[][] {
  const { customer, item, day, customers } = bought;
  const moments = Array.from({ length: customers }, () => new Map<number, Set<number>>());
  customer.forEach((who, place) => {
    const at = moment(day[place] ?? 0);
    const of = moments[who];
    const items = of?.get(at) ?? new Set<number>();
    items.add(item[place] ?? 0);
    of?.set(at, items);
  });
  return moments.map((of) =>
    [...of].map(([at, items]) => ({ day: at, items: Int32Array.from(items) })).sort((a, b) => a.day - b.day),
  );
}

/** How often each item was bought, what lies `days` back counting about a third of what was bought last. */
export function fadingCounts(
  visits: Iterable<Visit>,
  { items, until, days }: { items: number; until: number; days: number },
): Float64Array {
  const counts = new Float64Array(items);
  for (const { day, items: bought } of visits) {
    const weight = Math.exp((day - until) / days);
    for (const item of bought) counts[item] = (counts[item] ?? 0) + weight;
  }
  return counts;
}

/** The places of the `most` highest values, the highest first; those marked are passed over. */
export function highest(values: Float64Array, most: number, passedOver?: Uint8Array): number[] {
  const best: number[] = [];
  let least = -Infinity;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0;
    if ((best.length === most && value <= least) || passedOver?.[place] === 1) continue;
    let at = best.length < most ? best.length : most - 1;
    while (at > 0 && (values[best[at - 1] ?? 0] ?? 0) < value) {
      best[at] = best[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = place;
    if (best.length === most) least = values[best[most - 1] ?? 0] ?? -Infinity;
  }
  return best;
}
