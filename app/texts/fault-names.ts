import { nameIn, tierName, type ExplainedNames } from "./explained-names.ts";

type Called = (names: ExplainedNames, id: string) => string;

/** The words that the check puts around the id of another entry, and what such an entry is called. */
const AROUND: readonly { words: RegExp; called: Called }[] = [
  { words: /^(.+, by what ")([^"]+)(" is worth)$/su, called: ({ rewards }, id) => nameIn(rewards, id) },
  {
    words: /^(never counts, for ")([^"]+)(" below it fits .+)$/su,
    called: ({ rules }, id) => nameIn(rules, id),
  },
  { words: /^(is (?:not above|below) that of ")([^"]+)(".*)$/su, called: tierName },
  { words: /^(leaves out ")([^"]+)(", so .+)$/su, called: tierName },
];

/** What the check says of an entry, with the name of another one in the place of its id; one without a name keeps that. */
export function problemWithNames(problem: string, names: ExplainedNames): string {
  for (const { words, called } of AROUND) {
    const [, before, id, after] = words.exec(problem) ?? [];
    if (before !== undefined && id !== undefined && after !== undefined)
      return `${before}${called(names, id)}${after}`;
  }
  return problem;
}
