import fc from "fast-check";
import type { BOUGHT_BY } from "../../app/insight/segments/definition.ts";
import {
  conditionsIn,
  CONSENTS,
  isGroup,
  MOODS,
  ORDER_MEASURES,
  partsOf,
  POINT_FIGURES,
  PREDICTED,
  STANDINGS,
  type Condition,
  type Group,
  type Part,
  type Span,
  type When,
} from "../../app/insight/segments/definition.ts";
import type { Topic } from "../../app/insight/sentiment/topics/terms.ts";
import { SEGMENTS, type Segment } from "../../app/insight/segments/rfm.ts";
import { DAY } from "../../app/loyalty/time.ts";

/** Everything that a condition can ask of a member, in plain words: what SQL says is held against it. */
export interface PlainMember {
  knownSince: number;
  points: Record<(typeof POINT_FIGURES)[number], number>;
  tier: string | null;
  orders: {
    at: number;
    value: number;
    refunded: number;
    channel: string;
    sold: Record<(typeof BOUGHT_BY)[number], string[]>;
  }[];
  rewards: { at: number; id: string; state: "held" | "taken" | "released" }[];
  activities: { at: number; kind: string }[];
  /** When points of theirs end. */
  endings: number[];
  locale: string | null;
  country: string | null;
  tags: string[] | null;
  feedback: { at: number; mood: (typeof MOODS)[number]; isKnown: boolean; topics: Topic[] }[];
  consent: boolean | null;
  absence: "left" | "blocked" | null;
  birthMonth: number | null;
  group: Segment | null;
  cluster: number | null;
  prediction:
    (Record<"leaving" | "alive" | "orders" | "value", number> & { nextOrderIn: number | null }) | null;
}

const NAMES = ["a", "b", "c"];
const SOME_TOPICS: Topic[] = ["size", "price"];
const days = fc.constantFrom(1, 7, 30, 90, 400);
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 });
const anyNames = fc.uniqueArray(fc.constantFrom(...NAMES));
const span = (most: number): fc.Arbitrary<Span> => {
  const end = fc.option(fc.integer({ min: -1, max: most }).map(String));
  return fc.record({ from: end, to: end });
};
const date = fc.option(fc.constantFrom("2025-06-01", "2026-03-29", "2026-06-30", "2026-07-01"));
const when: fc.Arbitrary<When> = fc.oneof(
  fc.record({ kind: fc.constant("within" as const), days }),
  fc.record({ kind: fc.constant("before" as const), days }),
  fc.record({ kind: fc.constant("between" as const), from: date, to: date }),
);
const bought = fc.oneof(
  fc.record({
    by: fc.constant("product" as const),
    among: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { minLength: 1 }),
  }),
  fc.record({ by: fc.constantFrom("tag" as const, "type" as const, "vendor" as const), among: names }),
);
const fact = <Name extends string>(name: Name) => fc.constant(name);
const within = <Asked extends object>(asked: fc.Arbitrary<Asked>, most: number): fc.Arbitrary<Asked & Span> =>
  fc.tuple(asked, span(most)).map(([one, ends]) => ({ ...one, ...ends }));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  within(
    fc.record({
      fact: fact("orders"),
      measure: fc.constantFrom(...ORDER_MEASURES),
      bought: fc.option(bought),
      channels: fc.uniqueArray(fc.constantFrom("web", "pos")),
      days: fc.option(days),
    }),
    6,
  ),
  fc.record({
    fact: fc.constantFrom("first-order" as const, "last-order" as const, "known-since" as const),
    when,
  }),
  within(fc.record({ fact: fact("points"), of: fc.constantFrom(...POINT_FIGURES) }), 9),
  fc.record({ fact: fact("expiring"), days }),
  fc.record({
    fact: fact("tier"),
    among: fc.uniqueArray(fc.constantFrom("", "gold", "silver"), { minLength: 1 }),
  }),
  within(fc.record({ fact: fact("rewards"), among: anyNames, days: fc.option(days) }), 2),
  fc.record({ fact: fact("unused-reward") }),
  within(fc.record({ fact: fact("activities"), among: anyNames, days: fc.option(days) }), 2),
  fc.record({ fact: fact("language"), among: fc.uniqueArray(fc.constantFrom("de", "en"), { minLength: 1 }) }),
  fc.record({ fact: fact("country"), among: fc.uniqueArray(fc.constantFrom("DE", "GB"), { minLength: 1 }) }),
  fc.record({ fact: fact("customer-tag"), among: names }),
  within(
    fc.record({
      ...{ fact: fact("feedback"), moods: fc.uniqueArray(fc.constantFrom(...MOODS)) },
      ...{ topics: fc.uniqueArray(fc.constantFrom(...SOME_TOPICS)), days: fc.option(days) },
    }),
    2,
  ),
  fc.record({ fact: fact("consent"), is: fc.constantFrom(...CONSENTS) }),
  fc.record({ fact: fact("standing"), is: fc.constantFrom(...STANDINGS) }),
  fc.record({
    fact: fact("birthday"),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
  }),
  fc.record({ fact: fact("group"), among: fc.uniqueArray(fc.constantFrom(...SEGMENTS), { minLength: 1 }) }),
  fc.record({
    fact: fact("cluster"),
    among: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  }),
  within(fc.record({ fact: fact("prediction"), of: fc.constantFrom(...PREDICTED) }), 3),
);

/** Definitions of every kind, a few levels deep. */
export const definitions: fc.Arbitrary<Group> = fc.letrec<{ part: Part; group: Group }>((tie) => {
  const parts = fc.array(tie("part"), { maxLength: 3 });
  return {
    part: fc.oneof({ depthSize: "small", withCrossShrink: true }, condition, tie("group")),
    group: fc.oneof(
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
      parts.map((none) => ({ none })),
    ),
  };
}).group;

const ago = (now: number) => fc.integer({ min: 0, max: 500 * 24 }).map((hours) => now - hours * (DAY / 24));

export function members(now: number): fc.Arbitrary<PlainMember> {
  const few = fc.integer({ min: 0, max: 9 });
  const sold = fc.record({
    product: fc.uniqueArray(fc.constantFrom("1", "2", "3")),
    tag: anyNames,
    type: anyNames,
    vendor: anyNames,
  });
  return fc.record({
    knownSince: ago(now),
    points: fc.record({
      available: few,
      pending: few,
      held: few,
      owed: few,
      earned: few,
      redeemed: few,
      expired: few,
    }),
    tier: fc.constantFrom(null, "gold", "silver"),
    orders: fc.array(
      fc.record({
        at: ago(now),
        value: fc.integer({ min: 0, max: 600 }),
        refunded: fc.integer({ min: 0, max: 300 }),
        channel: fc.constantFrom("web", "pos"),
        sold,
      }),
      { maxLength: 4 },
    ),
    rewards: fc.array(
      fc.record({
        at: ago(now),
        id: fc.constantFrom(...NAMES),
        state: fc.constantFrom("held" as const, "taken" as const, "released" as const),
      }),
      { maxLength: 2 },
    ),
    activities: fc.array(fc.record({ at: ago(now), kind: fc.constantFrom(...NAMES) }), { maxLength: 3 }),
    endings: fc.array(
      fc.integer({ min: -50, max: 500 }).map((day) => now + day * DAY + DAY / 2),
      { maxLength: 2 },
    ),
    locale: fc.constantFrom(null, "de", "de-CH", "EN-us", "ja"),
    country: fc.constantFrom(null, "DE", "GB"),
    tags: fc.option(anyNames),
    feedback: fc.array(
      fc.record({
        at: ago(now),
        mood: fc.constantFrom(...MOODS),
        isKnown: fc.boolean(),
        topics: fc.uniqueArray(fc.constantFrom(...SOME_TOPICS)),
      }),
      { maxLength: 2 },
    ),
    consent: fc.constantFrom(null, true, false),
    absence: fc.constantFrom(null, null, "left" as const, "blocked" as const),
    birthMonth: fc.option(fc.integer({ min: 1, max: 12 })),
    group: fc.option(fc.constantFrom(...SEGMENTS)),
    cluster: fc.option(fc.integer({ min: 1, max: 3 })),
    prediction: fc.option(
      fc.record({
        leaving: fc.double({ min: 0, max: 1, noNaN: true }),
        alive: fc.constantFrom(0, 0.5, 1),
        orders: fc.constantFrom(0, 0.25, 3),
        value: fc.constantFrom(0, 1, 2.5),
        nextOrderIn: fc.option(fc.integer({ min: -5, max: 5 })),
      }),
    ),
  });
}

/** What a definition means, without a database. `endOf` is the end of the day so many days ahead, where points still end. */
export function plainlyHolds(
  part: Part,
  member: PlainMember,
  now: number,
  endOf: (days: number) => number,
): boolean {
  if (isGroup(part)) {
    const parts = partsOf(part).filter((inner) => conditionsIn(inner).length > 0);
    const holds = (inner: Part) => plainlyHolds(inner, member, now, endOf);
    if (parts.length === 0 || "all" in part) return parts.every(holds);
    return "any" in part ? parts.some(holds) : !parts.some(holds);
  }
  switch (part.fact) {
    case "orders": {
      const orders = member.orders.filter(
        ({ at, channel, sold }) =>
          isSince(at, part.days, now) &&
          (part.channels.length === 0 || part.channels.includes(channel)) &&
          (part.bought === null || sold[part.bought.by].some((one) => part.bought?.among.includes(one))),
      );
      const sum = (of: "value" | "refunded") => orders.reduce((total, order) => total + order[of], 0) / 100;
      if (part.measure === "count") return isIn(orders.length, part);
      if (part.measure === "average") return orders.length > 0 && isIn(sum("value") / orders.length, part);
      return isIn(sum(part.measure === "spent" ? "value" : "refunded"), part);
    }
    case "first-order":
      return isWhen(Math.min(...member.orders.map(({ at }) => at)), part.when, now);
    case "last-order":
      return isWhen(Math.max(...member.orders.map(({ at }) => at)), part.when, now);
    case "known-since":
      return isWhen(member.knownSince, part.when, now);
    case "points":
      return isIn(member.points[part.of], part);
    case "expiring":
      return member.endings.some((at) => at > now && at <= endOf(part.days));
    case "tier":
      return part.among.includes(member.tier ?? "");
    case "rewards":
      return isIn(
        member.rewards.filter(
          ({ at, id, state }) =>
            state !== "released" &&
            isSince(at, part.days, now) &&
            (part.among.length === 0 || part.among.includes(id)),
        ).length,
        part,
      );
    case "unused-reward":
      return member.rewards.some(({ state }) => state === "held");
    case "activities":
      return isIn(
        member.activities.filter(
          ({ at, kind }) =>
            isSince(at, part.days, now) && (part.among.length === 0 || part.among.includes(kind)),
        ).length,
        part,
      );
    case "language":
      return part.among.includes(member.locale?.split("-")[0]?.toLowerCase() ?? "");
    case "country":
      return member.country !== null && part.among.includes(member.country);
    case "customer-tag":
      return part.among.some((tag) => member.tags?.includes(tag));
    case "feedback":
      return isIn(
        member.feedback.filter(
          ({ at, mood, isKnown, topics }) =>
            isSince(at, part.days, now) &&
            (part.moods.length === 0 || (isKnown && part.moods.includes(mood))) &&
            (part.topics.length === 0 || topics.some((topic) => part.topics.includes(topic))),
        ).length,
        part,
      );
    case "consent":
      return part.is === { true: "given", false: "refused", null: "unasked" }[`${member.consent}`];
    case "standing":
      return part.is === (member.absence ?? "in");
    case "birthday":
      return member.birthMonth !== null && part.months.includes(member.birthMonth);
    case "group":
      return member.group !== null && part.among.includes(member.group);
    case "cluster":
      return member.cluster !== null && part.among.includes(member.cluster);
    case "prediction": {
      const { prediction } = member;
      if (prediction === null) return false;
      const value = part.of === "next-order" ? prediction.nextOrderIn : prediction[part.of];
      return value !== null && isIn(value, part);
    }
  }
}

function isIn(value: number, { from, to }: Span): boolean {
  return (from === null || value >= Number(from)) && (to === null || value <= Number(to));
}

function isSince(at: number, asked: number | null, now: number): boolean {
  return asked === null || at > now - asked * DAY;
}

/** Not finite for what never was. Dates are those of UTC. */
function isWhen(at: number, asked: When, now: number): boolean {
  if (!Number.isFinite(at)) return false;
  if (asked.kind === "within") return at > now - asked.days * DAY;
  if (asked.kind === "before") return at <= now - asked.days * DAY;
  const day = new Date(at).toISOString().slice(0, 10);
  return (asked.from === null || day >= asked.from) && (asked.to === null || day <= asked.to);
}
