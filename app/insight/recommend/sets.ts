/**
 * Sets of items, one behind the other: set `n` are the items from `start[n]` to `start[n + 1]`. `items` may hold more than
 * these sets, so that some of many can be looked at without a copy.
 */
export interface Sets {
  start: Int32Array;
  items: Int32Array;
}

/** The other way round: of each of so many items, the sets that have it; each list rises. */
export function turned({ start, items }: Sets, many: number): Sets {
  const sets = start.length - 1;
  const [first, behind] = [start[0] ?? 0, start[sets] ?? 0];
  const from = new Int32Array(many + 1);
  for (let place = first; place < behind; place++) {
    const next = (items[place] ?? 0) + 1;
    from[next] = (from[next] ?? 0) + 1;
  }
  for (let item = 0; item < many; item++) from[item + 1] = (from[item + 1] ?? 0) + (from[item] ?? 0);
  const next = from.slice();
  const having = new Int32Array(behind - first);
  for (let set = 0; set < sets; set++)
    for (let place = start[set] ?? 0; place < (start[set + 1] ?? 0); place++) {
      const item = items[place] ?? 0;
      having[next[item] ?? 0] = set;
      next[item] = (next[item] ?? 0) + 1;
    }
  return { start: from, items: having };
}
