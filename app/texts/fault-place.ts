import { childOf, entriesAt, type DocumentTree } from "../loyalty/editing/document.ts";
import { sectionOfFault } from "../loyalty/editing/sections.ts";
import type { ExplainedNames } from "./explained-names.ts";
import type { Texts } from "./texts.ts";

const ENTRY = /^(?<list>earning\.rules|tiers\.levels|rewards|perks)\[(?<index>\d+)\](?:\.(?<field>.+))?$/;

/** What a fault is about, as the forms name it: "Earning: The rule **purchase**, points", for "earning.rules[2].rate.points". */
export function faultPlace(
  path: string,
  document: DocumentTree,
  t: Texts,
  names: ExplainedNames = {},
): string {
  const section = sectionOfFault({ path });
  if (section === null) return t.editor.faults.whole;
  const part = partOf(path, document, { words: t.versions.difference, names });
  return part === null ? t.editor.sections[section] : t.editor.faults.at(t.editor.sections[section], part);
}

type Words = Texts["versions"]["difference"];

function partOf(
  path: string,
  document: DocumentTree,
  { words, names }: { words: Words; names: ExplainedNames },
): string | null {
  const { list, index, field } = ENTRY.exec(path)?.groups ?? {};
  if (list === undefined || index === undefined) return labelIn(words.fields, path);
  const id = childOf(entriesAt(document, list.split("."))[Number(index)], "id");
  // An entry that has no id yet goes by its number.
  const entry = words.entries[list as keyof Words["entries"]](
    typeof id === "string" && id !== "" ? nameOf(list, id, names) : `${Number(index) + 1}`,
  );
  const label = field === undefined ? null : labelIn(words.parts, field);
  return label === null ? entry : words.of(entry, label);
}

function nameOf(list: string, id: string, { rules, rewards, tiers }: ExplainedNames): string {
  if (list === "tiers.levels") return tiers?.find((tier) => tier.id === id)?.name ?? id;
  const names = list === "earning.rules" ? rules : list === "rewards" ? rewards : undefined;
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** Of a field, else of the first within it, else of what it is within. */
function labelIn(labels: Record<string, string>, path: string): string | null {
  const field = path.replace(/\[\d+\].*$/, "");
  const within = Object.keys(labels).find((name) => name.startsWith(`${field}.`));
  const known = Object.hasOwn(labels, field) ? field : within;
  if (known !== undefined) return labels[known] ?? null;
  const above = field.lastIndexOf(".");
  return above === -1 ? null : labelIn(labels, field.slice(0, above));
}
