import type { MemberId } from "../ids.ts";
import type { Instant } from "../time.ts";

interface Entry {
  at: Instant;
  memberId: MemberId;
}

/**
 * Who must be looked at when, the earliest first: a heap. A member whose date moves is put in again; what is taken out
 * may therefore be out of date, and whoever takes it asks the member.
 */
export class DueQueue {
  readonly #heap: Entry[] = [];

  add(memberId: MemberId, at: Instant): void {
    const heap = this.#heap;
    let place = heap.push({ memberId, at }) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#swapIfEarlier(place, parent)) return;
      place = parent;
    }
  }

  /** Takes the earliest out if it is due by then; null where nothing is. */
  takeDue(until: Instant): Entry | null {
    const heap = this.#heap;
    const [first] = heap;
    if (first === undefined || first.at > until) return null;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const earlier = this.#atOf(left + 1) < this.#atOf(left) ? left + 1 : left;
      if (!this.#swapIfEarlier(earlier, place)) return;
      place = earlier;
    }
  }

  #atOf(place: number): Instant {
    return this.#heap[place]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swapIfEarlier(place: number, other: number): boolean {
    const entry = this.#heap[place];
    const above = this.#heap[other];
    if (entry === undefined || above === undefined || entry.at >= above.at) return false;
    this.#heap[place] = above;
    this.#heap[other] = entry;
    return true;
  }
}
