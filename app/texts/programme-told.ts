import { entriesAt } from "../loyalty/editing/document.ts";
import type { DocumentTree } from "../loyalty/editing/document.ts";
import { LEVELS, PERKS, REWARDS, RULES } from "../loyalty/editing/new-entries.ts";
import type { Section } from "../loyalty/editing/sections.ts";
import {
  levelSentence,
  perkSentence,
  rewardSentence,
  ruleSentence,
  type Telling,
} from "./document-sentences.ts";
import { languageName } from "./language-name.ts";
import {
  combineSentence,
  excludedSentence,
  pointsSentences,
  textsSentence,
  tiersSentence,
} from "./section-sentences.ts";

/** A part of the programme as sentences, each with what it stresses between `**`. */
export interface ToldSection {
  section: Exclude<Section, "about">;
  sentences: string[];
}

/** A whole document in sentences, in the order in which it is edited. */
export function programmeTold(document: DocumentTree, telling: Telling): ToldSection[] {
  const rules = entriesAt(document, RULES);
  const levels = entriesAt(document, LEVELS).map((_, index) => levelSentence(document, index, telling));
  return [
    {
      section: "earning",
      sentences: [
        ...rules.map((rule) => ruleSentence(rule, telling)),
        ...(severalMultiply(rules) ? [combineSentence(document, telling)] : []),
      ],
    },
    { section: "exclusions", sentences: [excludedSentence(document, telling)] },
    { section: "points", sentences: pointsSentences(document, telling) },
    { section: "tiers", sentences: [tiersSentence(document, telling), ...levels] },
    {
      section: "rewards",
      sentences: entriesAt(document, REWARDS).map((reward) => rewardSentence(reward, telling)),
    },
    { section: "perks", sentences: entriesAt(document, PERKS).map((perk) => perkSentence(perk, telling)) },
    {
      section: "texts",
      sentences: [textsSentence(document, telling, (locale) => languageName(locale, telling.f))],
    },
  ];
}

/** How multipliers go together matters only where there are two. */
function severalMultiply(rules: readonly unknown[]): boolean {
  return rules.filter((rule) => typeof rule === "object" && rule !== null && "multiply" in rule).length > 1;
}
