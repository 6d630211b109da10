import { languageOfName, type ProgrammeDifference } from "../loyalty/programme-difference.ts";
import { apart } from "./apart.ts";
import {
  perkTitle,
  productTitle,
  rewardTitle,
  ruleTitle,
  tierTitle,
  UNNAMED,
  type TitledEntries,
} from "./entry-titles.ts";
import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

type Words = Texts["versions"]["difference"];
type Section = keyof Words["entries"];

const ENTRY = /^(?<section>[a-z.]+)\[(?<id>[^\]]+)\](?:\.(?<field>.+))?$/;
/** What is written out for every reward and says nothing: a default, or that there is none. */
const UNSAID = /^(false|0|0\.0+ [A-Z]{3})$/;

/** Whether only a name differs, in one language. */
export function isOfName(difference: ProgrammeDifference): boolean {
  return languageOfName(difference) !== null;
}

/** What a programme says otherwise than another, each in a sentence for whoever did not write the document. */
export function differenceSentence(
  difference: ProgrammeDifference,
  t: Texts,
  f: Formats,
  names: TitledEntries = UNNAMED,
): string {
  const words = t.versions.difference;
  const titleOf = (section: string, id: string) => apart(entryTitle(section, id, names, { t, f }));
  const { path, kind, before, after } = difference;
  if (kind === "moved") {
    const ids = (after ?? "").split(", ");
    return words.moved(words.lists[path as Section] ?? path, ids.map((id) => titleOf(path, id)).join(", "));
  }
  const whole = ENTRY.exec(path)?.groups;
  if (whole?.section !== undefined && whole.field === undefined && whole.section in words.entries) {
    const name = words.entries[whole.section as Section](titleOf(whole.section, whole.id ?? ""));
    return kind === "added"
      ? words.newEntry(name, entryInWords(after ?? "", names, { words, f }))
      : words.goneEntry(name, entryInWords(before ?? "", names, { words, f }));
  }
  const what = subjectOf(path, words, titleOf);
  const value = (text: string | null) =>
    apart(valueAt(whole?.field ?? path, text ?? "", names, { words, f }));
  if (path === "state") return words.stands(value(after ?? "running"));
  if (kind === "added") return words.added(what, value(after));
  if (kind === "removed") return words.removed(what, value(before));
  return words.changed(what, value(before), value(after));
}

function entryTitle(
  section: string,
  id: string,
  names: TitledEntries,
  words: { t: Texts; f: Formats },
): string {
  if (section === "rewards") return rewardTitle(id, names, words);
  if (section === "tiers.levels") return tierTitle(id, names);
  if (section === "perks") return perkTitle(id, names, words);
  return section === "earning.rules" ? ruleTitle(id, names) : id;
}

/** The id of the entry that a difference is about, where its sentence calls it by a name; null for none. */
export function idBehindName(
  { path }: ProgrammeDifference,
  names: TitledEntries,
  words: { t: Texts; f: Formats },
): string | null {
  const { section = "", id } = ENTRY.exec(path)?.groups ?? {};
  return id === undefined || entryTitle(section, id, names, words) === id ? null : id;
}

/** How many names of a language differ. */
export function namesChanged(differences: readonly ProgrammeDifference[]): Map<string, number> {
  const changed = new Map<string, number>();
  for (const difference of differences) {
    const language = languageOfName(difference) ?? "";
    changed.set(language, (changed.get(language) ?? 0) + 1);
  }
  return changed;
}

function subjectOf(path: string, words: Words, titleOf: (section: string, id: string) => string): string {
  const named = ENTRY.exec(path)?.groups;
  if (named?.section !== undefined && named.section in words.entries)
    return words.of(
      words.entries[named.section as Section](titleOf(named.section, named.id ?? "")),
      words.parts[named.field ?? ""] ?? named.field ?? "",
    );
  return words.fields[path] ?? path;
}

/** "on order, rate.points 1, rate.per 1.00 GBP" as a merchant reads it. */
function entryInWords(
  entry: string,
  names: TitledEntries,
  { words, f }: { words: Words; f: Formats },
): string {
  const keys = Object.keys(words.parts).map((key) => key.replaceAll(".", "\\."));
  return entry
    .split(new RegExp(`, (?=(?:${keys.join("|")}) )`))
    .flatMap((part) => {
      const [key = "", ...rest] = part.split(" ");
      const value = rest.join(" ");
      const label = words.parts[key];
      if (label === undefined) return [part];
      return UNSAID.test(value) ? [] : [words.part(label, apart(valueAt(key, value, names, { words, f })))];
    })
    .join(", ");
}

/** Tiers and products as they are called, where the part is made of them. */
function valueAt(
  key: string,
  text: string,
  names: TitledEntries,
  { words, f }: { words: Words; f: Formats },
): string {
  const each = (title: (name: string) => string) => text.split(", ").map(title).join(", ");
  if (key === "tiers") return each((id) => tierTitle(id, names));
  if (key === "product" || key.endsWith("productIds"))
    return each((name) => productTitle(name, names.products));
  return valueInWords(text, words, f);
}

function valueInWords(text: string, words: Words, f: Formats): string {
  const money = /^(\d+(?:\.\d+)?) [A-Z]{3}$/.exec(text)?.[1];
  if (money !== undefined) return f.money(money);
  if (text === "true" || text === "false") return text === "true" ? words.yes : words.no;
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return f.dateTime(Date.parse(text));
  if (/^\d{5,}$/.test(text)) return f.whole(text);
  if (text.startsWith("activity:")) return words.activity(text.slice("activity:".length));
  return words.values[text] ?? text;
}
