/** Programmes for random histories: one to three versions that differ in whatever a version may change. */
import { DAY_MS, startOfDay, dayOf } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Chance } from "./random.ts";
import type { Expiry, Match, Programme, Reward, Rule, Tiers } from "./case-format.ts";
import { amount } from "./random-scene.ts";
import type { Scene } from "./random-scene.ts";

function randomMatch(chance: Chance): Match {
  return chance.oneOf<Match>([
    { productTags: ["summer"] },
    { productTags: ["sale", "other"], vendors: ["Acme"] },
    { vendors: ["Perennial"] },
    { productTypes: ["Coffee"] },
    { collections: ["shirts", "sale"] },
    { productIds: [81, 85] },
    { variantIds: [831] },
  ]);
}

function randomWindow(chance: Chance, scene: Scene): { from?: string; to?: string } {
  const from = scene.begins + chance.whole(-20, 40) * DAY_MS;
  const to = from + chance.whole(1, 40) * DAY_MS;
  return {
    ...(chance.percent(70) ? { from: new Date(from).toISOString() } : {}),
    ...(chance.percent(70) ? { to: new Date(to).toISOString() } : {}),
  };
}

function randomRules(chance: Chance, scene: Scene): Rule[] {
  const per = amount(scene, chance.oneOf([100, 100, 100, 70, 300]));
  const rules: Rule[] = [
    { id: "purchase", on: "order", rate: { points: chance.oneOf<string | number>([1, 1, 2, "1.5"]), per } },
  ];
  const maybe = (likelihood: number, rule: Rule) => {
    if (!chance.percent(likelihood)) return;
    const match = rule.on === "order" || rule.on === "first-order" ? chance.percent(35) : false;
    const window = chance.percent(15) ? randomWindow(chance, scene) : {};
    rules.push({ ...rule, ...(match ? { match: randomMatch(chance) } : {}), ...window });
  };
  maybe(20, { id: "coffee", on: "order", rate: { points: 3, per }, match: randomMatch(chance) });
  maybe(30, { id: "double", on: "order", multiply: "2", match: randomMatch(chance) });
  maybe(30, { id: "more", on: "order", multiply: chance.oneOf(["1.1", "1.333", "0.5", "0"]) });
  maybe(35, {
    id: "big",
    on: "order",
    bonus: chance.oneOf<string | number>([20, "7"]),
    minimum: amount(scene, 6000),
  });
  maybe(15, { id: "each", on: "order", bonus: 3 });
  maybe(60, { id: "first", on: "first-order", bonus: 40 });
  maybe(10, { id: "second-first", on: "first-order", bonus: 9, minimum: amount(scene, 3000) });
  maybe(40, { id: "welcome", on: "signup", bonus: 25 });
  const per_ = chance.oneOf(["day", "month", "year", "lifetime"] as const);
  maybe(60, {
    id: "review",
    on: "activity:review",
    bonus: 10,
    limit: { times: chance.whole(1, 2), per: per_ },
  });
  maybe(30, { id: "review-more", on: "activity:review", bonus: 3, limit: { times: 2, per: "month" } });
  maybe(50, { id: "quiz", on: "activity:quiz", bonus: 30 });
  maybe(40, { id: "birthday", on: "birthday", bonus: 35 });
  maybe(10, { id: "birthday-too", on: "birthday", bonus: 4 });
  return rules;
}

function randomExpiry(chance: Chance): Expiry {
  const months = chance.oneOf([1, 1, 1, 2, 3, 6, 13]);
  return chance.oneOf<Expiry>([
    { kind: "none" },
    { kind: "lots", months },
    { kind: "lots", months },
    { kind: "inactivity", months },
  ]);
}

function randomTiers(chance: Chance, scene: Scene): Tiers {
  const basis = chance.oneOf(["spend", "spend", "points", "orders"] as const);
  const at = (pounds: number, points: number, orders: number) =>
    basis === "spend" ? amount(scene, pounds * 100) : String(basis === "points" ? points : orders);
  const [first, second, third] = chance.oneOf(LADDERS);
  const levels = [
    { id: first, at: "0", ...(chance.percent(70) ? { multiplier: "1" } : {}) },
    { id: second, at: at(chance.oneOf([50, 80]), 60, 2), multiplier: chance.oneOf(["1.25", "1.1", "3"]) },
    { id: third, at: at(200, 250, 4), multiplier: "1.5" },
  ];
  if (chance.percent(10)) levels.pop();
  return {
    basis,
    ...(chance.percent(90) ? { window: randomTierWindow(chance) } : {}),
    ...(chance.percent(90) ? { guaranteeDays: chance.oneOf([0, 0, 3, 10, 45]) } : {}),
    levels,
  };
}

/** What the levels are called, from the first: versions may rename them, and let one rise above another. */
const LADDERS: [Ladder, ...Ladder[]] = [
  ["bronze", "silver", "gold"],
  ["bronze", "silver", "gold"],
  ["bronze", "silver", "gold"],
  ["bronze", "gold", "silver"],
  ["silver", "gold", "platinum"],
  ["seed", "leaf", "flower"],
];

type Ladder = readonly [string, string, string];

function randomTierWindow(chance: Chance): NonNullable<Tiers["window"]> {
  return chance.oneOf<NonNullable<Tiers["window"]>>([
    { kind: "rolling", months: chance.oneOf([1, 1, 2, 12]) },
    { kind: "calendar-year" },
    { kind: "lifetime" },
  ]);
}

function randomRewards(chance: Chance, scene: Scene): Reward[] {
  const limits = (likelihood: number) => ({
    ...(chance.percent(likelihood) ? { perMember: chance.whole(1, 2) } : {}),
    ...(chance.percent(likelihood) ? { total: chance.whole(1, 4) } : {}),
    ...(chance.percent(likelihood) ? { stock: chance.whole(0, 3) } : {}),
    ...(chance.percent(likelihood) ? randomWindow(chance, scene) : {}),
  });
  return [
    { id: "ship", kind: "free-shipping", cost: chance.whole(10, 60), codeDays: chance.oneOf([1, 5, 30]) },
    {
      id: "big",
      kind: "percent",
      cost: String(chance.whole(60, 200)),
      value: "10",
      codeDays: chance.oneOf([2, 60]),
    },
    { id: "few", kind: "amount", cost: chance.whole(5, 30), value: amount(scene, 500), ...limits(35) },
    { id: "thanks", kind: "custom", instructions: "Send it", cost: chance.whole(5, 40), ...limits(15) },
    { id: "plain", kind: "gift-with-purchase", product: "83", cost: chance.whole(5, 40), minimum: "0" },
    { id: "credit", kind: "store-credit", costPer: chance.whole(1, 9), ...limits(10) },
    { id: "slide", kind: "percent", cost: 40, costPer: chance.whole(1, 5), value: "12" },
  ];
}

function randomVersion(chance: Chance, scene: Scene, effectiveFrom: Instant, timezone: string): Programme {
  const days = chance.oneOf([[30, 7], [30, 7], [10], [20, 3], [5, 0], [60, 45]]);
  const notice = { days, required: chance.percent(45) };
  const tiers = chance.percent(95) ? randomTiers(chance, scene) : undefined;
  return {
    programme: "Random",
    currency: scene.currency,
    timezone,
    effectiveFrom: new Date(effectiveFrom).toISOString(),
    points: {
      pendingDays: chance.oneOf([0, 0, 0, 1, 14, 45]),
      expiry: randomExpiry(chance),
      ...(chance.percent(95) ? { notice } : {}),
      ...(chance.percent(95) ? { debt: chance.oneOf(["owe", "forgive"] as const) } : {}),
    },
    earning: {
      combine: chance.oneOf(["best", "stack"] as const),
      ...(chance.percent(60) ? { exclude: randomExclusion(chance) } : {}),
      rules: randomRules(chance, scene),
    },
    ...(tiers ? { tiers } : {}),
    rewards: randomRewards(chance, scene).map((reward) => forSome(chance, reward, tiers)),
  };
}

/** Keeps a reward for some levels, now and then. */
function forSome(chance: Chance, reward: Reward, tiers: Tiers | undefined): Reward {
  if (!tiers || reward.id !== "few" || !chance.percent(35)) return reward;
  return { ...reward, tiers: tiers.levels.slice(chance.whole(0, 1)).map(({ id }) => id) };
}

function randomExclusion(chance: Chance): Match & { giftCards?: boolean } {
  return chance.oneOf<Match & { giftCards?: boolean }>([
    { productTags: ["no-points"] },
    { productTags: ["no-points"], vendors: ["Consigned"], giftCards: true },
    { giftCards: false },
    { productIds: ["84"], giftCards: false },
  ]);
}

/**
 * The first is in force before the history begins, the others begin some time in it: not always in order, once in a
 * while two at once, and in another zone.
 */
export function randomVersions(chance: Chance, scene: Scene): Programme[] {
  const count = chance.oneOf([1, 1, 2, 2, 3, 5]);
  const versions: Programme[] = [];
  for (let number = 1; number <= count; number++) {
    const timezone = number > 1 && chance.percent(15) ? scene.otherZone : scene.zone;
    const begins =
      number === 1 ? scene.begins - 10 * DAY_MS : beginningOf(chance, scene, timezone, versions.at(-1));
    versions.push(randomVersion(chance, scene, begins, timezone));
  }
  return versions;
}

function beginningOf(chance: Chance, scene: Scene, zone: string, last: Programme | undefined): Instant {
  if (last && chance.percent(10)) return Date.parse(last.effectiveFrom);
  const begins = scene.begins + chance.whole(1, 70 * 24) * 3_600_000;
  return chance.percent(50) ? startOfDay(zone, dayOf(zone, begins)) : begins;
}
