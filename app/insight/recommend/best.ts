/** With fewer wanted, putting each in its place is quicker than looking for the bound first. */
const FEW = 24;

/** The places of the `most` highest values of so many, the highest first; of equal ones the earlier. */
export function bestOf(many: number, most: number, valueOf: (place: number) => number): number[] {
  return most <= FEW || many <= most ? sortedIn(many, most, valueOf) : selected(many, most, valueOf);
}

function sortedIn(many: number, most: number, valueOf: (place: number) => number): number[] {
  if (many <= most && many > FEW) return byValue(places(many), Float64Array.from(places(many), valueOf));
  const best: number[] = [];
  const values: number[] = [];
  for (let place = 0; place < many; place++) {
    const value = valueOf(place);
    if (best.length === most && value <= (values[most - 1] ?? -Infinity)) continue;
    let at = best.length < most ? best.length : most - 1;
    while (at > 0 && (values[at - 1] ?? 0) < value) {
      best[at] = best[at - 1] ?? 0;
      values[at] = values[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = place;
    values[at] = value;
  }
  return best;
}

function selected(many: number, most: number, valueOf: (place: number) => number): number[] {
  const values = new Float64Array(many);
  for (let place = 0; place < many; place++) values[place] = valueOf(place);
  const bound = nthHighest(values.slice(), most - 1);
  const best: number[] = [];
  const level: number[] = [];
  for (let place = 0; place < many; place++) {
    const value = values[place] ?? 0;
    if (value > bound) best.push(place);
    else if (value === bound && level.length < most) level.push(place);
  }
  return byValue([...best, ...level.slice(0, most - best.length)], values);
}

function places(many: number): number[] {
  return Array.from({ length: many }, (_, place) => place);
}

function byValue(list: number[], values: Float64Array): number[] {
  return list.sort((a, b) => {
    const [one, other] = [values[a] ?? 0, values[b] ?? 0];
    return one === other ? a - b : other - one;
  });
}

/** The value that `nth` others stand above (Hoare 1961). The list is used up. */
function nthHighest(values: Float64Array, nth: number): number {
  for (let from = 0, to = values.length - 1; from < to;) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((values[low] ?? 0) > pivot) low += 1;
      while ((values[high] ?? 0) < pivot) high -= 1;
      if (low > high) break;
      const held = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = held;
      low += 1;
      high -= 1;
    }
    if (nth <= high) to = high;
    else if (nth >= low) from = low;
    else break;
  }
  return values[nth] ?? 0;
}
