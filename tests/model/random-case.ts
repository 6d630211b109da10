/**
 * Random cases, nasty on purpose: what a store does, and what its deliveries make of it (late, twice, shuffled, never).
 * The same seed gives the same case.
 */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Case } from "./case-format.ts";
import { chanceOf } from "./random.ts";
import { resetIds } from "./random-orders.ts";
import { PRODUCTS, randomScene, randomVersions } from "./random-programme.ts";
import { doSomething } from "./random-events.ts";
import type { Store } from "./random-events.ts";
import { tellStory } from "./random-stories.ts";

const MOST_EVENTS = 60;

/** A case of 5 to 60 events, without `expect`. */
export function randomCase(seed: number): Case {
  const chance = chanceOf(seed);
  resetIds();
  const scene = randomScene(chance);
  const programmes = randomVersions(chance, scene);
  const store: Store = {
    chance,
    scene,
    programmes,
    customers: [7, 8, 9, 10].slice(0, chance.whole(1, 4)),
    orders: [],
    redemptions: [],
    events: [],
    plans: [],
    interesting: programmes.map(({ effectiveFrom }) => Date.parse(effectiveFrom)),
    count: 0,
  };
  const wanted = chance.whole(5, MOST_EVENTS);
  for (let now = scene.begins; store.events.length < wanted; now = nextInstant(store, now)) {
    carryOutPlans(store, now);
    if (chance.percent(20)) tellStory(store, now);
    else doSomething(store, now);
  }
  const events = store.events
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(0, MOST_EVENTS)
    .filter(({ at }) => Date.parse(at) >= scene.begins);
  return { shop: "case.myshopify.com", programmes, products: PRODUCTS, events };
}

function carryOutPlans(store: Store, now: Instant): void {
  const due = store.plans.filter((plan) => plan.at <= now).sort((a, b) => a.at - b.at);
  store.plans = store.plans.filter((plan) => plan.at > now);
  for (const { at, step } of due) step(at);
}

/** Often soon, sometimes the same instant, sometimes a midnight or the very instant at which something is due. */
function nextInstant({ chance, scene, interesting }: Store, now: Instant): Instant {
  const kind = chance.whole(0, 99);
  if (kind < 12) return now;
  if (kind < 40) return now + chance.whole(1, 600) * 60_000;
  if (kind < 55) return now + chance.whole(1, 3 * 24) * 3_600_000;
  if (kind < 60) return now + chance.whole(5, 40) * DAY_MS;
  const offset = chance.oneOf([0, 0, 0, -1000, 1000]);
  if (kind < 70) {
    const midnight = startOfDay(scene.zone, dayOf(scene.zone, now) + chance.oneOf([1, 1, 2, 7]));
    return Math.max(now, midnight + offset);
  }
  const coming = interesting.filter((at) => at > now).sort((a, b) => a - b);
  return Math.max(now, (chance.anyOf(coming.slice(0, 6)) ?? now) + offset);
}
