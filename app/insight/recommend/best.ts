/** The places of the `most` highest of the first `many` values, the highest first; of equal ones the earlier. */
export function bestOf(values: ArrayLike<number>, most: number, many = values.length): number[] {
  const isWorse = (one: number, other: number) => {
    const a = values[one] ?? 0;
    const b = values[other] ?? 0;
    return a === b ? one > other : a < b;
  };
  // A heap that has the worst of those kept at its top: few of many ever come into it.
  const heap: number[] = [];
  for (let place = 0; place < many; place++) {
    if (heap.length < most) rise(heap, place, isWorse);
    else if (most > 0 && (values[place] ?? 0) > (values[heap[0] ?? 0] ?? 0)) sink(heap, place, isWorse);
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type IsWorse = (one: number, other: number) => boolean;

function rise(heap: number[], place: number, isWorse: IsWorse): void {
  let at = heap.length;
  heap.push(place);
  for (let above = (at - 1) >> 1; at > 0 && isWorse(place, heap[above] ?? 0); above = (at - 1) >> 1) {
    heap[at] = heap[above] ?? 0;
    at = above;
  }
  heap[at] = place;
}

/** Takes the place of the worst. */
function sink(heap: number[], place: number, isWorse: IsWorse): void {
  let at = 0;
  for (let below = 1; below < heap.length; below = 2 * at + 1) {
    if (below + 1 < heap.length && isWorse(heap[below + 1] ?? 0, heap[below] ?? 0)) below += 1;
    if (!isWorse(heap[below] ?? 0, place)) break;
    heap[at] = heap[below] ?? 0;
    at = below;
  }
  heap[at] = place;
}
