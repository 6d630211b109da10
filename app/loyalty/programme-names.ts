import { z } from "zod";
import { faultAt, readPart } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import { keyOf } from "./programme-parts.ts";
import { levelIdsOf } from "./programme-tiers.ts";
import { keysOf, text } from "./programme-values.ts";
import type { NameTexts } from "./summary.ts";

const PATH: Path = ["texts"];
/** Shopify publishes a shop in no more languages. */
const MOST_LOCALES = 20;
/** Characters of a name: it has to stand in a button on a small screen. */
const LONGEST_NAME = 60;

/** The merchant's own names by locale. */
export type Texts = Readonly<Record<string, NameTexts>>;

/** The ids that names may be given to: those of faulty entries too, so that naming one is not a second fault. */
export interface NamedIds {
  tiers: readonly unknown[];
  rewards: readonly unknown[];
  activities: readonly unknown[];
  /** Of rules that stand on no activity. */
  rules: readonly unknown[];
}

/** Section `texts`; empty where the document has none. */
export function readTexts(part: unknown, ids: NamedIds, faults: Fault[]): Texts {
  if (part === undefined) return {};
  const locales = readPart(z.record(z.string(), z.unknown()), part, PATH, faults);
  if (locales === null) return {};
  const entries = Object.entries(locales);
  if (entries.length > MOST_LOCALES)
    faults.push(faultAt(PATH, `has ${entries.length} languages`, `keep it to ${MOST_LOCALES}`));
  const read: [string, NameTexts][] = [];
  for (const [locale, names] of entries.slice(0, MOST_LOCALES)) {
    const path = [...PATH, locale];
    const fault = localeFault(locale, path);
    if (fault !== null) faults.push(fault);
    else refuseUnknownPlurals(names, locale, path, faults);
    refuseUnknownIds(names, ids, path, faults);
    const found = readPart<NameTexts>(namesSchema, names, path, faults);
    if (found !== null) read.push([locale, found]);
  }
  return Object.fromEntries(read);
}

/** What a document has to be named. */
export function namedIdsOf(document: Record<string, unknown>): NamedIds {
  return {
    tiers: levelIdsOf(document["tiers"]),
    rewards: idsOf(document["rewards"]),
    activities: idsOf(keyOf(document["earning"], "rules"), rewardsActivity),
    rules: idsOf(keyOf(document["earning"], "rules"), (rule) => !rewardsActivity(rule)),
  };
}

function rewardsActivity(rule: unknown): boolean {
  const on = keyOf(rule, "on");
  return typeof on === "string" && on.startsWith("activity:");
}

function idsOf(entries: unknown, isMeant: (entry: unknown) => boolean = () => true): readonly unknown[] {
  return Array.isArray(entries) ? entries.filter(isMeant).map((entry: unknown) => keyOf(entry, "id")) : [];
}

const name = text(LONGEST_NAME);
const byId = z.record(z.string(), name).optional();
const sometimes = name.optional();
const pluralKeys = { zero: sometimes, one: sometimes, two: sometimes, few: sometimes, many: sometimes };
const namesSchema = keysOf({
  points: keysOf({ ...pluralKeys, other: name }).optional(),
  tiers: byId,
  rewards: byId,
  activities: byId,
  rules: byId,
});

/** As a shop names its languages: "de", "zh-CN", "pt-BR", "sr-Latn". */
function localeFault(locale: string, path: Path): Fault | null {
  const mend = "write a language as the shop names it, such as de, pt-BR or zh-CN";
  let canonical: Intl.Locale;
  try {
    canonical = new Intl.Locale(locale);
  } catch {
    return faultAt(path, "is not a language", mend);
  }
  if (canonical.toString() !== locale)
    return faultAt(path, "is not how this language is written", `write ${canonical.toString()}`);
  const { language, script, region } = canonical;
  if ([language, script, region].filter((name) => name !== undefined).join("-") !== locale)
    return faultAt(path, "says more than language, script and region", mend);
  return Intl.PluralRules.supportedLocalesOf([locale]).length > 0 &&
    (region === undefined || REGIONS.of(region) !== undefined)
    ? null
    : faultAt(path, "is a language that is not known", mend);
}

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** A plural that the language does not have is never asked for, and so most likely meant for another. */
function refuseUnknownPlurals(names: unknown, locale: string, path: Path, faults: Fault[]): void {
  const known: readonly string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  for (const plural of Object.keys(pluralKeys))
    if (keyOf(keyOf(names, "points"), plural) !== undefined && !known.includes(plural))
      faults.push(
        faultAt(
          [...path, "points", plural],
          "is a plural that this language does not have",
          `remove it: it has ${known.join(", ")}`,
        ),
      );
}

function refuseUnknownIds(names: unknown, ids: NamedIds, path: Path, faults: Fault[]): void {
  for (const [section, word] of [
    ["tiers", "level"],
    ["rewards", "reward"],
    ["activities", "rule for an activity"],
    ["rules", "rule other than for activities"],
  ] as const) {
    const named = keyOf(names, section);
    if (typeof named !== "object" || named === null || Array.isArray(named)) continue;
    for (const id of Object.keys(named))
      if (!ids[section].includes(id))
        faults.push(
          faultAt(
            [...path, section, id],
            `names no ${word} of this programme`,
            "correct the id, or remove it",
          ),
        );
  }
}
