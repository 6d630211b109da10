import { z } from "zod";
import { faultAt, problemOfChoice, readPart } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import {
  entriesOf,
  keyOf,
  lineKeys,
  lineKeysOf,
  refuseEmptyWindow,
  refuseRepeatedIds,
  windowKeys,
} from "./programme-parts.ts";
import { count, exact, id, keysOf, money, orNull, points } from "./programme-values.ts";
import type { Earning, EarningRule, LineKeys } from "./programme.ts";
import type { Instant } from "./time.ts";

const PATH: Path = ["earning"];
const RULES: Path = ["earning", "rules"];
/** Stands before the name of an activity. */
const ACTIVITY = "activity:";

const earningSchema = keysOf({
  combine: z.enum(["best", "stack"]).default("best"),
  exclude: keysOf({ ...lineKeys, giftCards: z.boolean().default(true) }).prefault({}),
  rules: z.unknown().optional(),
});

/** Section `earning`; null where anything in it is at fault. */
export function readEarning(part: unknown, currency: string | null, faults: Fault[]): Earning | null {
  const earning = readPart(earningSchema, part, PATH, faults);
  const isObject = typeof part === "object" && part !== null;
  const entries = isObject ? entriesOf(keyOf(part, "rules"), RULES, faults) : [];
  refuseRepeatedIds(entries, RULES, faults);
  const rules = entries.map((entry, index) => readRule(entry, currency, [...RULES, index], faults));
  if (earning === null) return null;
  return {
    combine: earning.combine,
    exclude: { ...lineKeysOf(earning.exclude), giftCards: earning.exclude.giftCards },
    rules: rules.filter((rule) => rule !== null),
  };
}

function readRule(entry: unknown, currency: string | null, path: Path, faults: Fault[]): EarningRule | null {
  const kind = kindOfRule(entry);
  if (typeof kind !== "string") {
    faults.push(faultAt([...path, ...kind.path], kind.problem, kind.mend));
    return null;
  }
  const rule = readPart(ruleSchema(kind, currency), entry, path, faults);
  refuseEmptyWindow(entry, path, faults);
  return rule;
}

interface Unclear {
  path: Path;
  problem: string;
  mend: string;
}

/** Which kind a rule is, from what it is on and, for orders, from what it gives. */
function kindOfRule(entry: unknown): EarningRule["kind"] | Unclear {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry))
    return { path: [], problem: "is not a rule", mend: "write at least id, on, and what it gives" };
  const on = keyOf(entry, "on");
  if (on === "first-order" || on === "signup" || on === "birthday") return on;
  if (typeof on === "string" && /^activity:[\p{L}\p{N}_.-]+$/u.test(on)) return "activity";
  if (on !== "order")
    return {
      path: ["on"],
      problem: problemOfChoice(on),
      mend: "write order, first-order, signup, birthday, or activity: with a name behind it",
    };
  const given = ["rate", "multiply", "bonus"].filter((key) => Object.hasOwn(entry, key));
  const [only, another] = given;
  if (only === undefined || another !== undefined)
    return {
      path: [],
      problem: given.length === 0 ? "gives nothing" : `gives ${given.join(" and ")} at once`,
      mend: "write exactly one of rate, multiply and bonus; a second one makes a rule of its own",
    };
  return only === "bonus" ? "order-bonus" : only === "rate" ? "rate" : "multiply";
}

const matchSchema = keysOf(lineKeys)
  .superRefine((match, context) => {
    for (const [key, names] of Object.entries(match))
      if (names?.length === 0)
        context.addIssue({
          code: "custom",
          path: [key],
          message: "names nothing, so no line would ever match",
          params: { mend: "name something, or remove the key" },
        });
  })
  .transform(lineKeysOf);

/** How a rule of this kind is written; `on` and the key that tells the kind have been looked at by then. */
function ruleSchema(kind: EarningRule["kind"], currency: string | null): z.ZodType<EarningRule> {
  const common = { id: id(), on: z.string(), ...windowKeys };
  const onLines = { ...common, match: orNull(matchSchema) };
  const bonus = points({ aboveZero: true });
  switch (kind) {
    case "rate": {
      const rate = keysOf({ points: exact(), per: money(currency, { aboveZero: true }) });
      return keysOf({ ...onLines, rate }).transform((rule) => ({ kind, ...lineTerms(rule), ...rule.rate }));
    }
    case "multiply":
      return keysOf({ ...onLines, multiply: exact() }).transform((rule) => ({
        kind,
        ...lineTerms(rule),
        times: rule.multiply,
      }));
    case "order-bonus":
    case "first-order":
      return keysOf({ ...onLines, bonus, minimum: money(currency).default(0n) }).transform((rule) => ({
        kind,
        ...lineTerms(rule),
        bonus: rule.bonus,
        minimum: rule.minimum,
      }));
    case "signup":
    case "birthday":
      return keysOf({ ...common, bonus }).transform((rule) => ({ kind, ...terms(rule), bonus: rule.bonus }));
    case "activity": {
      const limit = keysOf({ times: count(1, 1_000_000), per: z.enum(["day", "month", "year", "lifetime"]) });
      return keysOf({ ...common, bonus, limit: orNull(limit) }).transform((rule) => ({
        kind,
        ...terms(rule),
        activity: rule.on.slice(ACTIVITY.length),
        bonus: rule.bonus,
        limit: rule.limit,
      }));
    }
  }
}

interface ReadTerms {
  id: string;
  from: Instant | null;
  to: Instant | null;
}

function terms(rule: ReadTerms) {
  return { id: rule.id, window: { from: rule.from, to: rule.to } };
}

function lineTerms(rule: ReadTerms & { match: LineKeys | null }) {
  return { ...terms(rule), match: rule.match };
}
