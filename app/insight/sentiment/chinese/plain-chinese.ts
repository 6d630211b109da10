import { SIMPLIFIED } from "./traditional.ts";

const REWRITTEN: readonly (readonly [pattern: RegExp, by: string])[] = [
  [/[，,、]/g, "，"],
  [/[。．.…]+/g, "。"],
  [/[!！]+/g, "！"],
  [/[?？]+/g, "？"],
  [/\p{Nd}+/gu, "#"],
  [/\s+/g, " "],
  [/(.)\1{2,}/gu, "$1$1"],
];

/** One way of writing for what means one thing: simplified characters, marks of one kind, numbers as "#". */
export function plainChinese(text: string): string {
  let plain = text
    .toLowerCase()
    .replace(/[\u3400-\u9fff]/g, (character) => SIMPLIFIED.get(character) ?? character);
  for (const [pattern, by] of REWRITTEN) plain = plain.replace(pattern, by);
  return plain;
}
