import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Condition, Span, When } from "../../use-cases/segments/conditions.ts";
import { kindOf } from "./kinds.ts";
import type { useChoices } from "./use-choices.ts";

interface Telling {
  t: Texts;
  f: Formats;
  choicesOf: ReturnType<typeof useChoices>;
}

/** A condition as a sentence would name it. */
export function conditionText(condition: Condition, telling: Telling): string {
  const { t, f } = telling;
  const name = t.segments.builder.kinds[kindOf(condition)];
  const details = detailsOf(condition, telling);
  return details.length === 0 ? name : t.segments.told.with(name, f.list(details));
}

function detailsOf(condition: Condition, telling: Telling): string[] {
  const { t, f } = telling;
  const words = t.segments.builder;
  const named = (among: Parameters<Telling["choicesOf"]>[0], values: readonly (string | number)[]) =>
    namesOf(telling, among, values);
  const period = (days: number | null) =>
    days === null ? [] : [words.lastDays(String(days), f.count(days))];
  switch (condition.fact) {
    case "orders":
      return [
        spanText(condition, telling, (value) =>
          condition.measure === "count" ? f.decimal(value) : f.money(value),
        ),
        ...period(condition.days),
        ...(condition.bought === null ? [] : named(condition.bought.by, condition.bought.among)),
        ...named("channel", condition.channels),
      ];
    case "rewards":
    case "activities":
      return [
        spanText(condition, telling, f.decimal),
        ...period(condition.days),
        ...named(condition.fact, condition.among),
      ];
    case "feedback":
      return [
        spanText(condition, telling, f.decimal),
        ...period(condition.days),
        ...named("mood", condition.moods),
        ...named("topic", condition.topics),
      ];
    case "points":
      return [spanText(condition, telling, f.decimal)];
    case "prediction":
      return [spanText(condition, telling, predictedFormat(condition.of, f))];
    case "first-order":
    case "last-order":
    case "known-since":
      return [whenText(condition.when, telling)];
    case "expiring":
      return [t.segments.told.within(String(condition.days), f.count(condition.days))];
    case "birthday":
      return named("birthday", condition.months);
    case "consent":
      return [words.consents[condition.is]];
    case "standing":
      return [words.standings[condition.is]];
    case "unused-reward":
      return [];
    default:
      return named(condition.fact, condition.among);
  }
}

function predictedFormat(of: Extract<Condition, { fact: "prediction" }>["of"], f: Formats) {
  if (of === "value") return f.money;
  return of === "leaving" || of === "alive" ? f.share : f.decimal;
}

function namesOf(
  { f, choicesOf }: Telling,
  among: Parameters<Telling["choicesOf"]>[0],
  values: readonly (string | number)[],
): string[] {
  if (values.length === 0) return [];
  const labels = new Map(choicesOf(among).map(({ value, label }) => [value, label]));
  return [f.either(values.map((value) => labels.get(String(value)) ?? String(value)))];
}

function spanText({ from, to }: Span, { t }: Telling, say: (value: string) => string): string {
  const words = t.segments.told;
  if (from !== null && to !== null) return words.between(say(from), say(to));
  if (from !== null) return words.atLeast(say(from));
  return to === null ? words.known : words.atMost(say(to));
}

function whenText(when: When, { t, f }: Telling): string {
  const words = t.segments.told;
  if (when.kind === "within") return words.within(String(when.days), f.count(when.days));
  if (when.kind === "before") return words.before(String(when.days), f.count(when.days));
  const { from, to } = when;
  if (from !== null && to !== null) return words.between(from, to);
  if (from !== null) return words.dayFrom(from);
  return to === null ? words.known : words.dayTo(to);
}
