import fc from "fast-check";
import { expect, test } from "vitest";
import { openStreams, type Stream, type StreamPlaces } from "./streams.ts";

interface Item {
  at: number;
  id: string;
  of: string;
}

/** Falling instants, several of which may be the same. */
function streamOf(name: string, instants: readonly number[]): Stream<Item> & { reads: number[] } {
  const items = instants.toSorted((a, b) => b - a).map((at, place) => ({ at, id: String(place), of: name }));
  const reads: number[] = [];
  return {
    name,
    reads,
    read({ behind, limit }) {
      const from = behind === null ? 0 : Number(behind.id) + 1;
      const page = items.slice(from, from + limit);
      reads.push(page.length);
      return Promise.resolve(page);
    },
  };
}

async function allPages(streams: Stream<Item>[], limit: number): Promise<Item[][]> {
  const pages: Item[][] = [];
  for (let behind: StreamPlaces | null = null; ;) {
    const { taken, places }: { taken: Item[]; places: StreamPlaces | null } = await openStreams(streams, {
      behind,
      limit,
    });
    pages.push(taken);
    if (places === null) return pages;
    behind = places;
  }
}

test("every page of every stream comes once, in falling order, and all but the last page are full", async () => {
  const instants = fc.array(fc.nat({ max: 12 }), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(instants, { maxLength: 4 }),
      fc.integer({ min: 1, max: 7 }),
      async (given, limit) => {
        const streams = given.map((times, place) => streamOf(`s${place}`, times));
        const pages = await allPages(streams, limit);
        const all = pages.flat();
        expect(all.map(({ at }) => at)).toEqual(given.flat().toSorted((a, b) => b - a));
        expect(new Set(all.map(({ of, id }) => `${of} ${id}`)).size).toBe(given.flat().length);
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
        for (const { reads } of streams)
          for (const read of reads) expect(read).toBeLessThanOrEqual(limit + 1);
      },
    ),
  );
});

test("of one instant what stands first among the streams comes first", async () => {
  const { taken } = await openStreams([streamOf("a", [5]), streamOf("b", [5, 9])], {
    behind: null,
    limit: 9,
  });
  expect(taken.map(({ of, at }) => `${of}${at}`)).toEqual(["b9", "a5", "b5"]);
});

test("where nothing happened there is nothing, and no next page", async () => {
  expect(await openStreams([], { behind: null, limit: 5 })).toEqual({ taken: [], places: null });
});
