import type { Placed, TimelinePage } from "../../db/timeline.ts";
import type { Instant } from "../../loyalty/time.ts";

/** Things that come in falling order of their instants, read a page at a time. */
export interface Stream<T extends Placed> {
  /** Unique among the streams that are read together. */
  name: string;
  read(page: TimelinePage): Promise<T[]>;
}

/** How far each stream was taken, by its name; one that nothing was taken of is missing. */
export type StreamPlaces = Readonly<Record<string, { at: Instant; id: string }>>;

/**
 * The first of all streams together, the newest first; of the same instant what stands first among the streams comes
 * first. No stream is read further than a page, however long it is. `places` is null where nothing is left.
 */
export async function openStreams<T extends Placed>(
  streams: readonly Stream<T>[],
  { behind, limit }: { behind: StreamPlaces | null; limit: number },
): Promise<{ taken: T[]; places: StreamPlaces | null }> {
  const heads = await Promise.all(
    streams.map(async ({ name, read }) => {
      // One more than could be needed tells whether there is more.
      const left = await read({ behind: behind?.[name] ?? null, limit: limit + 1 });
      return { name, left };
    }),
  );
  const places: Record<string, { at: Instant; id: string }> = { ...behind };
  const taken: T[] = [];
  while (taken.length < limit) {
    let next: { name: string; left: T[] } | null = null;
    for (const head of heads) {
      const candidate = head.left[0];
      const best = next?.left[0];
      if (candidate !== undefined && (best === undefined || candidate.at > best.at)) next = head;
    }
    const one = next?.left.shift();
    if (next === null || one === undefined) break;
    taken.push(one);
    places[next.name] = { at: one.at, id: one.id };
  }
  return { taken, places: heads.some(({ left }) => left.length > 0) ? places : null };
}
