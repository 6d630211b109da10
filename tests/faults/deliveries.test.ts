import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWebhook, type CaseEvent, type WebhookEvent } from "../model/case-format.ts";
import { randomCrowd } from "../model/random-case.ts";
import type { Outside } from "../support/outside.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { seededRandom, shuffled } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { byTime, playCrowd } from "./crowds.ts";

/** F1, F2, F3: deliveries that come again, under another id, with the id of another, and in any order. */

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

async function repeatsOf({ shopId }: Outside): Promise<bigint> {
  const [row] = await app.db.sql.query<{ repeats: bigint }>(
    `SELECT coalesce(sum(repeats), 0)::bigint AS repeats FROM delivery WHERE shop_id = $1`,
    [shopId],
  );
  return row?.repeats ?? 0n;
}

/** Some of the webhooks come again, up to so many times, at once or days later. */
function again(
  events: CaseEvent[],
  { percent, most }: { percent: number; most: number },
  random: () => number,
) {
  const copies = events.filter(isWebhook).flatMap((event) => {
    const count = random() * 100 < percent ? 1 + Math.floor(random() * most) : 0;
    return Array.from({ length: count }, (): CaseEvent => {
      const later = random() < 0.5 ? 0 : Math.floor(random() * 3 * 86_400_000);
      return { ...event, at: new Date(Date.parse(event.at) + later).toISOString() };
    });
  });
  return [...events, ...copies].sort(byTime);
}

/** What is told stays in its places in time, but what is told where is drawn: anywhere, or within a window. */
function disordered(events: CaseEvent[], window: number, random: () => number): CaseEvent[] {
  const places = events.flatMap((event, place) => (isWebhook(event) ? [place] : []));
  const told = places.map((place) => events[place] as WebhookEvent);
  const mixed: WebhookEvent[] = [];
  for (let from = 0; from < told.length; from += window)
    mixed.push(...shuffled(told.slice(from, from + window), random));
  const result = [...events];
  places.forEach(
    (place, n) => (result[place] = { ...(mixed[n] as WebhookEvent), at: events[place]?.at ?? "" }),
  );
  return result;
}

const GROUPS = figure(12, 125, 1_000);

describe.each(seeds(figure(1, 10, 30)))("seed %i", (seed) => {
  test(
    "F1: a delivery that comes again changes nothing, however often and late",
    { timeout: PATIENCE },
    async () => {
      const random = seededRandom(seed);
      const crowd = randomCrowd(seed, GROUPS);
      const terms = { percent: figure(20, 20, 50), most: figure(2, 2, 8) };
      const outside = await playCrowd(
        app,
        { ...crowd, groups: crowd.groups.map((events) => again(events, terms, random)) },
        seed,
      );
      expect(await repeatsOf(outside)).toBeGreaterThan(0n);
    },
  );

  test.each([
    ["within a window of 200", 200],
    ["without any", Number.MAX_SAFE_INTEGER],
  ])(
    "F3: deliveries in another order, %s, come to what the model makes of that order",
    { timeout: PATIENCE },
    async (_, window) => {
      const random = seededRandom(seed + window);
      const crowd = randomCrowd(seed + 1_000, Math.ceil(GROUPS / 2));
      await playCrowd(
        app,
        { ...crowd, groups: crowd.groups.map((events) => disordered(events, window, random)) },
        seed,
      );
    },
  );
});

test(
  "F2: a delivery is another one only by its webhook id, whatever is in it",
  { timeout: PATIENCE },
  async () => {
    const [seed = 0] = seeds(1);
    const random = seededRandom(seed);
    const crowd = randomCrowd(seed + 2_000, figure(10, 60));
    let others = 0;
    let borrowed = 0;
    const groups = crowd.groups.map((events) => {
      const told = events.filter(isWebhook);
      return events.flatMap((event): CaseEvent[] => {
        if (!isWebhook(event)) return [event];
        if (random() < 0.3) return [event, { ...event, id: `other-${++others}` }];
        const earlier = told[Math.floor(random() * told.indexOf(event))];
        if (random() < 0.3 && earlier !== undefined && ++borrowed > 0) return [{ ...event, id: earlier.id }];
        return [event];
      });
    });
    await playCrowd(app, { ...crowd, groups }, seed);
    expect(Math.min(others, borrowed)).toBeGreaterThanOrEqual(figure(20, 100));
  },
);
