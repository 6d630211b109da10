/**
 * Random cases, nasty on purpose: what a store does, and what its deliveries make of it (late, twice, shuffled, never).
 * The same seed gives the same case.
 */
import { DAY_MS, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Case, CaseEvent, Programme, Reward } from "./case-format.ts";
import { chanceOf } from "./random.ts";
import type { Chance } from "./random.ts";
import { startOrdersAt } from "./random-orders.ts";
import { randomVersions } from "./random-programme.ts";
import { PRODUCTS, randomScene } from "./random-scene.ts";
import { doSomething } from "./random-events.ts";
import type { Store } from "./random-events.ts";
import { tellStory } from "./random-stories.ts";

/** A case of 5 to 60 events, once in a while of some hundred, without `expect`. */
export function randomCase(seed: number): Case {
  const chance = chanceOf(seed);
  const firstOrder = chance.oneOf([1000, 1000, 7, 96, 997, 9_999_999_999_995]);
  const scene = randomScene(chance);
  const programmes = randomVersions(chance, scene);
  const customers = [7, 8, 9, 10, 11].slice(0, chance.whole(1, 5));
  const events = randomEvents({ chance, scene, programmes, customers, name: "" }, firstOrder, ANY_LIFE);
  return { shop: "case.myshopify.com", programmes, products: PRODUCTS, events };
}

/** A shop with many groups of customers who have nothing to do with one another: each is a history of its own. */
export interface Crowd {
  programmes: Programme[];
  groups: CaseEvent[][];
}

/** What happens next in a history, at an instant or from it on. */
export type Step = (store: Store, now: Instant) => void;

/** How a history goes on, and how many events it has. */
export interface Life {
  step: Step;
  events(chance: Chance): number;
}

/** Whatever may happen, in 5 to 60 events, once in a while in some hundred. */
const ANY_LIFE: Life = {
  step: (store, now) => (store.chance.percent(20) ? tellStory(store, now) : doSomething(store, now)),
  events: (chance) =>
    chance.percent(88) ? chance.whole(5, 60) : chance.whole(60, chance.percent(75) ? 130 : 250),
};

/** Limits on what everybody together may have are left out, for they would tie the groups together. */
export function randomCrowd(seed: number, size: number, life: Life = ANY_LIFE): Crowd {
  const chance = chanceOf(seed);
  const scene = randomScene(chance);
  const programmes = randomVersions(chance, scene).map((version) => ({
    ...version,
    rewards: version.rewards?.map(({ total: _, stock: __, ...reward }): Reward => reward) ?? [],
  }));
  const groups = Array.from({ length: size }, (_, group) => {
    const customers = [1, 2, 3, 4].map((n) => 1000 * (group + 1) + n).slice(0, chance.whole(1, 4));
    const parts = { chance, scene, programmes, customers, name: `g${group}-` };
    return randomEvents(parts, 10_000 * (group + 1), life);
  });
  return { programmes, groups };
}

function randomEvents(
  parts: Pick<Store, "chance" | "scene" | "programmes" | "customers" | "name">,
  firstOrder: number,
  life: Life,
): CaseEvent[] {
  const { chance, scene, programmes } = parts;
  startOrdersAt(firstOrder);
  const store: Store = {
    ...parts,
    orders: [],
    redemptions: [],
    events: [],
    plans: [],
    interesting: programmes.flatMap(turningPoints),
    count: 0,
  };
  const wanted = life.events(chance);
  for (let now = scene.begins; store.events.length < wanted; now = nextInstant(store, now)) {
    carryOutPlans(store, now);
    life.step(store, now);
  }
  return store.events
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(0, wanted)
    .filter(({ at }) => Date.parse(at) >= scene.begins);
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
