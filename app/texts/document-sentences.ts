import { childOf, entriesAt, valueAt } from "../loyalty/editing/document.ts";
import type { DocumentTree } from "../loyalty/editing/document.ts";
import { fieldsOf } from "../loyalty/editing/entry-form.ts";
import type { EntryForm } from "../loyalty/editing/entry-form.ts";
import { namesOfField, textOfField } from "../loyalty/editing/fields.ts";
import { LINE_FIELDS } from "../loyalty/editing/line-fields.ts";
import { LEVELS } from "../loyalty/editing/new-entries.ts";
import { PERK_FORMS, perkKindOf } from "../loyalty/editing/perk-forms.ts";
import { REWARD_FORMS, rewardKindOf } from "../loyalty/editing/reward-forms.ts";
import { RULE_FORMS, ruleKindOf } from "../loyalty/editing/rule-forms.ts";
import { levelForm } from "../loyalty/editing/section-forms.ts";
import { OPEN, valueInWords, type Telling } from "./document-values.ts";
import type { RewardKind } from "../loyalty/programme.ts";
import { namesInDocument } from "./explained-names.ts";
import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

export type { Telling } from "./document-values.ts";

/** How a document is told in a language: with its own names of levels and rewards, where it has them. */
export function tellingOf(
  document: DocumentTree,
  { t, f, locale }: { t: Texts; f: Formats; locale: string },
): Telling {
  const { rewards, tiers } = namesInDocument(document, locale);
  return {
    t,
    f,
    levelName: (id) => tiers?.find((tier) => tier.id === id)?.name ?? id,
    rewardName: (id) => (rewards !== undefined && Object.hasOwn(rewards, id) ? (rewards[id] ?? null) : null),
  };
}

/** An entry of `earning.rules`; what is missing in it is "…". */
export function ruleSentence(entry: unknown, telling: Telling): string {
  const kind = ruleKindOf(entry);
  if (kind === null) return telling.t.document.unreadable;
  const words = telling.t.document;
  const products = matchInWords(childOf(entry, "match"), telling);
  const minimum = childOf(entry, "minimum");
  const isOnOrder = kind === "order-bonus" || kind === "first-order";
  return [
    filled(words.rules[kind].sentence, entry, RULE_FORMS[kind], telling),
    products === null ? "" : words.clauses[isOnOrder ? "ifContains" : "onLines"](products),
    minimum === undefined
      ? ""
      : words.clauses.minimum(valueInWords({ name: "minimum", as: "money" }, minimum, telling)),
    limitClause(entry, telling),
    windowClause(entry, telling),
  ].join("");
}

export function rewardSentence(entry: unknown, telling: Telling): string {
  const kind = rewardKindOf(entry);
  if (kind === null) return telling.t.document.unreadable;
  const { clauses } = telling.t.document;
  const say = (key: string) => fieldInWords(entry, key, REWARD_FORMS[kind], telling);
  const count = (key: string, words: (count: string, shown: string) => string) => {
    const value = childOf(entry, key);
    return value === undefined ? "" : words(plainText(value), `**${plainText(value)}**`);
  };
  const [minimum, codeDays, tiers] = [say("minimum"), say("codeDays"), say("tiers")];
  return [
    pricedReward(entry, kind, telling),
    minimum === null ? "" : clauses.onOrders(minimum),
    codeDays === null ? "" : clauses.codeDays(codeDays),
    tiers === null ? "" : clauses.tiers(tiers),
    count("perMember", clauses.perMember),
    count("total", clauses.total),
    count("stock", (_, shown) => clauses.stock(shown)),
    windowClause(entry, telling),
  ].join("");
}

const IN_OWN_WORDS: ReadonlySet<RewardKind> = new Set(["exclusive", "donation", "custom"]);

/** What it gives for which points: a fixed cost, a sliding one, or either. */
function pricedReward(entry: unknown, kind: RewardKind, telling: Telling): string {
  const { rewards, clauses, units } = telling.t.document;
  const form = REWARD_FORMS[kind];
  const id = childOf(entry, "id");
  // What staff are told to do, or a tag that opens something, is no name for what members get.
  const name = IN_OWN_WORDS.has(kind) && typeof id === "string" ? telling.rewardName(id) : null;
  const sentence =
    name === null
      ? filled(rewards[kind].sentence, entry, form, telling)
      : clauses.named(name, fieldInWords(entry, "cost", form, telling) ?? OPEN);
  const each = fieldInWords(entry, "costPer", form, telling);
  if (each === null) return sentence;
  const unit = kind === "percent" ? units.percent("1") : telling.f.money("1");
  if (childOf(entry, "cost") !== undefined) return sentence + clauses.sliding(each, unit);
  const upTo = fieldInWords(entry, "value", form, telling);
  return `${rewards[kind].name}: ${clauses.slidingOnly(each, unit)}${upTo === null ? "" : clauses.upTo(upTo)}`;
}

/** null where the document leaves it out. */
function fieldInWords(entry: unknown, key: string, form: EntryForm, telling: Telling): string | null {
  const field = fieldsOf(form).find(({ path }) => path.join() === key);
  const value = childOf(entry, key);
  return field === undefined || value === undefined ? null : valueInWords(field, value, telling);
}

export function perkSentence(entry: unknown, telling: Telling): string {
  const kind = perkKindOf(entry);
  if (kind === null) return telling.t.document.unreadable;
  return (
    filled(telling.t.document.perks[kind].sentence, entry, PERK_FORMS[kind], telling) +
    (kind === "early-access"
      ? windowClause({ from: childOf(entry, "from") }, telling)
      : windowClause(entry, telling))
  );
}

export function levelSentence(document: DocumentTree, index: number, telling: Telling): string {
  const basis = valueAt(document, ["tiers", "basis"]);
  const sentences = telling.t.document.levels;
  const sentence = basis === "spend" || basis === "orders" ? sentences[basis] : sentences.points;
  const level = entriesAt(document, LEVELS)[index];
  const id = childOf(level, "id");
  const name = typeof id === "string" ? `**${telling.levelName(id)}**${telling.t.document.colon}` : "";
  return name + filled(sentence, level, levelForm(basis), telling);
}

/** A template with what the entry says in the place of each brace. */
function filled(template: string, entry: unknown, form: EntryForm, telling: Telling): string {
  return partsOf(template)
    .map((part) => (typeof part === "string" ? part : partInWords(part.field, entry, form, telling)))
    .join("");
}

/** What stands in a brace that is no field: the products and the people that a perk is about. */
export function partInWords(name: string, entry: unknown, form: EntryForm, telling: Telling): string {
  if (name === "match")
    return `**${matchInWords(childOf(entry, "match"), telling) ?? telling.t.document.match.everything}**`;
  if (name === "who") return `**${whoInWords(entry, telling)}**`;
  const field = fieldsOf(form).find((candidate) => candidate.name === name);
  return field === undefined ? "" : valueInWords(field, valueAt(entry, field.path), telling);
}

/** The pieces of a template: text as it stands, and the names in its braces. */
export function partsOf(template: string): (string | { field: string })[] {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{\w+\}$/.test(part) ? { field: part.slice(1, -1) } : part));
}

/** null where every line fits. */
export function matchInWords(match: unknown, { t, f }: Telling): string | null {
  const parts = LINE_FIELDS.flatMap(({ name, path }) => {
    const names = namesOfField(valueAt(match, path));
    if (names === null || names.length === 0) return [];
    return [t.document.match[name](f.either(fewOf(names)))];
  });
  return parts.length === 0 ? null : t.document.match.products(parts);
}

const MOST_NAMED = 5;

/** A sentence names the first few. */
function fewOf(names: string[]): string[] {
  return names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED - 1), `… (${names.length})`];
}

function whoInWords(entry: unknown, { t, f, levelName }: Telling): string {
  const levels = namesOfField(childOf(entry, "tiers")) ?? [];
  const tags = namesOfField(childOf(entry, "customerTags")) ?? [];
  const who = [
    ...(levels.length === 0 ? [] : [t.document.who.levels(f.either(levels.map(levelName)))]),
    ...(tags.length === 0 ? [] : [t.document.who.tags(f.either(fewOf(tags)))]),
  ];
  return who.length === 0 ? t.document.who.nobody : f.either(who);
}

function limitClause(entry: unknown, { t, f }: Telling): string {
  const times = valueAt(entry, ["limit", "times"]);
  const period = valueAt(entry, ["limit", "per"]);
  if (times === undefined) return "";
  const periods: Readonly<Record<string, string>> = t.document.periods;
  const shown = typeof times === "number" ? f.count(times) : plainText(times);
  return t.document.clauses.limit(
    plainText(times),
    `**${shown}**`,
    typeof period === "string" && Object.hasOwn(periods, period) ? (periods[period] ?? "") : "…",
  );
}

function windowClause(entry: unknown, telling: Telling): string {
  const { clauses } = telling.t.document;
  const say = (key: "from" | "to") => {
    const value = childOf(entry, key);
    return value === undefined
      ? ""
      : clauses[key](valueInWords({ name: key, as: "instant" }, value, telling));
  };
  return say("from") + say("to");
}

/** A count as it was typed. */
function plainText(value: unknown): string {
  return textOfField("count", value) ?? "…";
}
