import type { Fault } from "../loyalty/programme.ts";
import type { ExplainedNames } from "./explained-names.ts";
import { problemWithNames } from "./fault-names.ts";
import type { Texts } from "./texts.ts";

type Table = Texts["faults"];

/** What is wrong and how to mend it, as two sentences for whoever fills in a form; other entries by their names. */
export function faultWords(
  { problem, mend }: Fault,
  { faults, document }: Pick<Texts, "faults" | "document">,
  names: ExplainedNames = {},
): string {
  return [problemWithNames(problem, names), mend]
    .map((words) => asSentence(inWords(words, faults), document.end))
    .join(" ");
}

/** Why something of another app or of the store cannot be taken in, as a sentence. */
export function reasonWords(
  said: string,
  { reasons, document }: Pick<Texts, "reasons" | "document">,
): string {
  return asSentence(inWords(said, reasons), document.end);
}

/** The words of the table for what the check says; what it says itself where the table has none. */
export function inWords(said: string, table: Table): string {
  const whole = Object.hasOwn(table, said) ? table[said] : undefined;
  if (whole !== undefined) return whole;
  for (const { pattern, words } of patternsOf(table)) {
    const found = pattern.exec(said);
    if (found !== null) return words.replace(/\{(\d)\}/g, (_, place: string) => found[Number(place)] ?? "");
  }
  return said;
}

interface Pattern {
  pattern: RegExp;
  words: string;
}

const made = new WeakMap<Table, Pattern[]>();

function patternsOf(table: Table): Pattern[] {
  const known = made.get(table);
  if (known !== undefined) return known;
  const patterns = Object.entries(table)
    .filter(([said]) => said.includes("{1}"))
    .map(([said, words]) => ({ pattern: patternOf(said), words }));
  made.set(table, patterns);
  return patterns;
}

function patternOf(said: string): RegExp {
  const parts = said.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("(.+)")}$`, "su");
}

export function asSentence(words: string, end: string): string {
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?。！？]$/.test(sentence) ? sentence : `${sentence}${end}`;
}
