/** Sets of items, one behind the other: set `n` are the items from `start[n]` to `start[n + 1]`. */
export interface Sets {
  start: Int32Array;
  items: Int32Array;
}

export function packSets(sets: readonly ArrayLike<number>[]): Sets {
  const start = new Int32Array(sets.length + 1);
  sets.forEach((set, place) => (start[place + 1] = (start[place] ?? 0) + set.length));
  const items = new Int32Array(start[sets.length] ?? 0);
  sets.forEach((set, place) => items.set(set, start[place] ?? 0));
  return { start, items };
}

/** The other way round: of each of so many items, the sets that have it; each list rises. */
export function turned({ start, items }: Sets, many: number): Sets {
  const from = new Int32Array(many + 1);
  for (const item of items) from[item + 1] = (from[item + 1] ?? 0) + 1;
  for (let item = 0; item < many; item++) from[item + 1] = (from[item + 1] ?? 0) + (from[item] ?? 0);
  const next = from.slice();
  const sets = new Int32Array(items.length);
  for (let set = 0; set + 1 < start.length; set++)
    for (let place = start[set] ?? 0; place < (start[set + 1] ?? 0); place++) {
      const item = items[place] ?? 0;
      sets[next[item] ?? 0] = set;
      next[item] = (next[item] ?? 0) + 1;
    }
  return { start: from, items: sets };
}
