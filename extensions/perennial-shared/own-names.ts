import type { NameTexts, ProgrammeSummary, Whole } from "../../app/loyalty/summary.ts";

type Names = Pick<ProgrammeSummary, "texts"> | null;

/** What the merchant calls points in this language, for so many of them: "Blätter"; null where they have no name. */
export function ownPointsName(programme: Names, language: string, points: Whole): string | null {
  const names = namesIn(programme, language)?.points;
  if (names === undefined) return null;
  const category = new Intl.PluralRules(language).select(Number(points));
  return names[category] ?? names.other;
}

/** What the merchant calls a level in this language, else the name it was given, with a capital letter as in the theme. */
export function tierName(programme: Names, language: string, tier: { id: string; name: string }): string {
  const own = ownName(namesIn(programme, language)?.tiers, tier.id);
  return own ?? tier.name.charAt(0).toUpperCase() + tier.name.slice(1);
}

/** What the merchant calls a rule in this language, else its id as words: "big basket". */
export function ruleName(programme: Names, language: string, id: string): string {
  return ownName(namesIn(programme, language)?.rules, id) ?? id.replaceAll(/[-_]+/g, " ");
}

/** What the merchant calls a reward in this language; null where they left that to the app. */
export function ownRewardName(programme: Names, language: string, id: string): string | null {
  return ownName(namesIn(programme, language)?.rewards, id);
}

/** What the merchant calls an activity in this language; null where they have no name for it. */
export function ownActivityName(programme: Names, language: string, id: string): string | null {
  return ownName(namesIn(programme, language)?.activities, id);
}

/** An id may be any word, "constructor" among them. */
function ownName(names: Record<string, string> | undefined, id: string): string | null {
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}

/** Those of "de-AT", else of "de". Chinese is two languages in writing: "zh" alone is nobody's. */
function namesIn(programme: Names, language: string): NameTexts | null {
  const texts = programme?.texts ?? {};
  const [plain = ""] = language.split("-");
  return texts[language] ?? texts[plain] ?? null;
}
