/**
 * Random cases, nasty on purpose: what a store does, and what its deliveries make of it (late, twice, shuffled, never).
 * The same seed gives the same case.
 */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Case, Programme } from "./case-format.ts";
import { chanceOf } from "./random.ts";
import { resetIds } from "./random-orders.ts";
import { randomVersions } from "./random-programme.ts";
import { PRODUCTS, randomScene } from "./random-scene.ts";
import { doSomething } from "./random-events.ts";
import type { Store } from "./random-events.ts";
import { tellStory } from "./random-stories.ts";

/** A case of 5 to 60 events, once in a while of some hundred, without `expect`. */
export function randomCase(seed: number): Case {
  const chance = chanceOf(seed);
  resetIds(chance);
  const scene = randomScene(chance);
  const programmes = randomVersions(chance, scene);
  const store: Store = {
    chance,
    scene,
    programmes,
    customers: [7, 8, 9, 10, 11].slice(0, chance.whole(1, 5)),
    orders: [],
    redemptions: [],
    events: [],
    plans: [],
    interesting: programmes.flatMap(turningPoints),
    count: 0,
  };
  const wanted = chance.percent(88) ? chance.whole(5, 60) : chance.whole(60, chance.percent(75) ? 130 : 250);
  for (let now = scene.begins; store.events.length < wanted; now = nextInstant(store, now)) {
    carryOutPlans(store, now);
    if (chance.percent(20)) tellStory(store, now);
    else doSomething(store, now);
  }
  const events = store.events
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(0, wanted)
    .filter(({ at }) => Date.parse(at) >= scene.begins);
  return { shop: "case.myshopify.com", programmes, products: PRODUCTS, events };
}

/** Instants from which a version sees something otherwise. */
function turningPoints({ effectiveFrom, earning, rewards = [] }: Programme): Instant[] {
  const windows = [...earning.rules, ...rewards].flatMap(({ from, to }) => [from ?? [], to ?? []].flat());
  return [effectiveFrom, ...windows].map((at) => Date.parse(at));
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
