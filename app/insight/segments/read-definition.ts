import { z } from "zod";
import { dayOf } from "../days.ts";
import {
  BOUGHT_BY,
  conditionsIn,
  CONSENTS,
  DATES,
  levelsOf,
  MOODS,
  MOST_CONDITIONS,
  MOST_DAYS,
  MOST_LEVELS,
  MOST_NAMES,
  ORDER_MEASURES,
  POINT_FIGURES,
  PREDICTED,
  STANDINGS,
  type Condition,
  type Definition,
  type Group,
  type Part,
} from "./definition.ts";
import { TOPICS } from "../sentiment/topics/terms.ts";
import { SEGMENTS } from "./rfm.ts";

const LONGEST_NAME = 255;
/** More than any shop's figures have, and few enough for every number of the database. */
const NUMBER = /^-?\d{1,15}(\.\d{1,4})?$/;

const end = z.string().regex(NUMBER).nullable();
const span = { from: end, to: end };
const days = z.int().min(1).max(MOST_DAYS);
const names = z.array(z.string().max(LONGEST_NAME)).max(MOST_NAMES);
const someNames = names.min(1);
const date = z
  .string()
  .refine((text) => dayOf(text) !== null)
  .nullable();
const when = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("within"), days }),
  z.strictObject({ kind: z.literal("before"), days }),
  z.strictObject({ kind: z.literal("between"), from: date, to: date }),
]);
/** Ids of products are whole numbers of the store. */
const productIds = z
  .array(z.string().regex(/^[1-9]\d{0,17}$/))
  .min(1)
  .max(MOST_NAMES);
const bought = z.union([
  z.strictObject({ by: z.literal("product"), among: productIds }),
  z.strictObject({ by: z.enum(BOUGHT_BY).exclude(["product"]), among: someNames }),
]);

const condition: z.ZodType<Condition> = z
  .discriminatedUnion("fact", [
    z.strictObject({
      ...{ fact: z.literal("orders"), measure: z.enum(ORDER_MEASURES) },
      ...{ bought: bought.nullable(), channels: names, days: days.nullable(), ...span },
    }),
    z.strictObject({ fact: z.enum(DATES), when }),
    z.strictObject({ fact: z.literal("points"), of: z.enum(POINT_FIGURES), ...span }),
    z.strictObject({ fact: z.literal("expiring"), days }),
    z.strictObject({ fact: z.literal("tier"), among: someNames }),
    z.strictObject({ fact: z.literal("rewards"), among: names, days: days.nullable(), ...span }),
    z.strictObject({ fact: z.literal("unused-reward") }),
    z.strictObject({ fact: z.literal("activities"), among: names, days: days.nullable(), ...span }),
    z.strictObject({ fact: z.literal("language"), among: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1) }),
    z.strictObject({ fact: z.literal("country"), among: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1) }),
    z.strictObject({ fact: z.literal("customer-tag"), among: someNames }),
    z.strictObject({
      ...{ fact: z.literal("feedback"), moods: z.array(z.enum(MOODS)), topics: z.array(z.enum(TOPICS)) },
      ...{ days: days.nullable(), ...span },
    }),
    z.strictObject({ fact: z.literal("consent"), is: z.enum(CONSENTS) }),
    z.strictObject({ fact: z.literal("standing"), is: z.enum(STANDINGS) }),
    z.strictObject({ fact: z.literal("birthday"), months: z.array(z.int().min(1).max(12)).min(1) }),
    z.strictObject({ fact: z.literal("group"), among: z.array(z.enum(SEGMENTS)).min(1) }),
    z.strictObject({ fact: z.literal("cluster"), among: z.array(z.int().min(1)).min(1) }),
    z.strictObject({ fact: z.literal("prediction"), of: z.enum(PREDICTED), ...span }),
  ])
  .refine((asked) => !isTurned(asked));

const part: z.ZodType<Part> = z.lazy(() => z.union([condition, group]));
const parts = z.array(part).max(MOST_CONDITIONS);
const group: z.ZodType<Group> = z.union([
  z.strictObject({ all: parts }),
  z.strictObject({ any: parts }),
  z.strictObject({ none: parts }),
]);

/** null for what is no definition, is nested too deep, or asks too much at once. */
export function readDefinition(value: unknown): Definition | null {
  if (depthOf(value) > DEEPEST) return null;
  const read = group.safeParse(value);
  if (!read.success) return null;
  const isSmall = levelsOf(read.data) <= MOST_LEVELS && conditionsIn(read.data).length <= MOST_CONDITIONS;
  return isSmall ? read.data : null;
}

/** What a range asks for that nothing can be in. */
function isTurned(asked: Condition): boolean {
  if ("when" in asked) {
    const { when: asks } = asked;
    return asks.kind === "between" && asks.from !== null && asks.to !== null && asks.from > asks.to;
  }
  if (!("from" in asked) || asked.from === null || asked.to === null) return false;
  return Number(asked.from) > Number(asked.to);
}

/** A group is an object with a list in it: each level adds two, and a condition a few. */
const DEEPEST = 2 * MOST_LEVELS + 4;

/** A text of thousands of brackets would exhaust whoever reads it. */
function depthOf(value: unknown, most = DEEPEST + 1): number {
  if (typeof value !== "object" || value === null || most === 0) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, most - 1)));
}
