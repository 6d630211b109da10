/** Programmes for random histories: one to three versions that differ in whatever a version may change. */
import { DAY_MS, startOfDay, dayOf } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { Chance } from "./random.ts";
import type { Expiry, Match, Product, Programme, Reward, Rule, Tiers } from "./case-format.ts";

/** Where and when a history plays: zones with strange clocks, at times when their clocks did something strange. */
export interface Scene {
  zone: string;
  otherZone: string;
  currency: "GBP" | "JPY" | "KWD";
  begins: Instant;
  taxesIncluded: boolean;
}

/** A zone, and a day not long before its clocks do something. */
type Place = readonly [zone: string, day: string];

const PLACES: [Place, ...Place[]] = [
  ["Europe/London", "2026-01-25"],
  ["Europe/London", "2026-03-01"],
  ["Europe/London", "2026-09-20"],
  ["America/New_York", "2026-02-20"],
  ["America/New_York", "2025-12-20"],
  ["Australia/Lord_Howe", "2026-03-10"],
  ["Australia/Lord_Howe", "2026-09-10"],
  ["Pacific/Apia", "2011-11-20"],
  ["Pacific/Apia", "2026-01-15"],
  ["Asia/Kolkata", "2026-01-20"],
  ["America/Sao_Paulo", "2018-01-25"],
  ["America/Sao_Paulo", "2018-10-10"],
  ["America/Havana", "2026-02-15"],
];

export function randomScene(chance: Chance): Scene {
  const [zone, day] = chance.oneOf(PLACES);
  return {
    zone,
    otherZone: chance.oneOf(PLACES)[0],
    currency: chance.oneOf(["GBP", "GBP", "JPY", "KWD"]),
    begins: Date.parse(`${day}T00:00:00Z`) + chance.whole(0, 30 * 24) * 3_600_000,
    taxesIncluded: chance.percent(30),
  };
}

export const PRODUCTS: Product[] = [
  { id: 81, tags: ["summer", "sale"], collections: ["shirts"], productType: "Shirt", vendor: "Acme" },
  { id: 82, tags: ["no-points"], collections: [], productType: "Coffee", vendor: "Acme" },
  { id: 83, tags: ["summer"], collections: ["sale"], productType: "Coffee", vendor: "Perennial" },
  { id: 84, tags: [], collections: [], productType: "", vendor: "Perennial" },
];

/** An amount of whole minor units, written as the currency is. */
export function money(scene: Scene, minor: number): string {
  const decimals = { GBP: 2, JPY: 0, KWD: 3 }[scene.currency];
  return (minor / 10 ** decimals).toFixed(decimals);
}

/** An amount of so many hundredths of "about a pound", whatever the currency. */
export function amount(scene: Scene, hundredths: number): string {
  return money(scene, scene.currency === "KWD" ? hundredths * 10 : hundredths);
}

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
  return rules;
}

function randomExpiry(chance: Chance): Expiry {
  const months = chance.oneOf([1, 1, 1, 2, 3, 13]);
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
  const levels = [
    { id: "bronze", at: "0", multiplier: "1" },
    { id: "silver", at: at(chance.oneOf([50, 80]), 60, 2), multiplier: "1.25" },
    { id: "gold", at: at(200, 250, 4), multiplier: "1.5" },
  ];
  if (chance.percent(10)) levels.pop();
  return {
    basis,
    window: chance.oneOf<NonNullable<Tiers["window"]>>([
      { kind: "rolling", months: chance.oneOf([1, 1, 2, 12]) },
      { kind: "calendar-year" },
      { kind: "lifetime" },
    ]),
    guaranteeDays: chance.oneOf([0, 0, 3, 10]),
    levels,
  };
}

function randomRewards(chance: Chance): Reward[] {
  return [
    { id: "ship", kind: "free-shipping", cost: chance.whole(10, 60), codeDays: chance.oneOf([1, 5, 30]) },
    {
      id: "big",
      kind: "percent",
      cost: String(chance.whole(60, 200)),
      value: "10",
      codeDays: chance.oneOf([2, 60]),
    },
  ];
}

function randomVersion(chance: Chance, scene: Scene, effectiveFrom: Instant, timezone: string): Programme {
  const notice = { days: chance.oneOf([[30, 7], [30, 7], [10], [20, 3]]), required: chance.percent(45) };
  return {
    programme: "Random",
    currency: scene.currency,
    timezone,
    effectiveFrom: new Date(effectiveFrom).toISOString(),
    points: {
      pendingDays: chance.oneOf([0, 0, 0, 1, 14]),
      expiry: randomExpiry(chance),
      ...(chance.percent(95) ? { notice } : {}),
      ...(chance.percent(95) ? { debt: chance.oneOf(["owe", "forgive"] as const) } : {}),
    },
    earning: {
      combine: chance.oneOf(["best", "stack"] as const),
      ...(chance.percent(60) ? { exclude: randomExclusion(chance) } : {}),
      rules: randomRules(chance, scene),
    },
    ...(chance.percent(95) ? { tiers: randomTiers(chance, scene) } : {}),
    rewards: randomRewards(chance),
  };
}

function randomExclusion(chance: Chance): Match & { giftCards?: boolean } {
  return chance.oneOf<Match & { giftCards?: boolean }>([
    { productTags: ["no-points"] },
    { productTags: ["no-points"], vendors: ["Consigned"], giftCards: true },
    { giftCards: false },
    { productIds: ["84"], giftCards: false },
  ]);
}

/** The first is in force well before the history begins, the others begin some time in it, not always in order. */
export function randomVersions(chance: Chance, scene: Scene): Programme[] {
  const count = chance.oneOf([1, 1, 2, 3]);
  return Array.from({ length: count }, (_, index) => {
    const timezone = index > 0 && chance.percent(10) ? scene.otherZone : scene.zone;
    if (index === 0) return randomVersion(chance, scene, scene.begins - 10 * DAY_MS, timezone);
    const begins = scene.begins + chance.whole(1, 70 * 24) * 3_600_000;
    const midnight = startOfDay(timezone, dayOf(timezone, begins));
    return randomVersion(chance, scene, chance.percent(50) ? midnight : begins, timezone);
  });
}
