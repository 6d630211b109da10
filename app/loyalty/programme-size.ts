import type { NameTexts, ProgrammeSummary } from "./summary.ts";
import { PROGRAMME_MAX_BYTES } from "./summary.ts";

export interface FittedProgramme {
  summary: ProgrammeSummary;
  /** What had no room, in words: "names of rewards". Empty for any programme of ordinary size. */
  leftOut: string[];
}

interface Step {
  what: string;
  /** null where there is nothing of it to leave out. */
  leaveOut: (summary: ProgrammeSummary) => ProgrammeSummary | null;
}

/**
 * What gives way first, so that nothing false is left: names before things, things before rules, and rules all at once,
 * for a part of them would promise other points than are earned. Perks never do: who may buy depends on them, and they
 * are few.
 */
const STEPS: readonly Step[] = [
  { what: "names of rules", leaveOut: (summary) => withoutNames(summary, ["rules"]) },
  { what: "names of activities", leaveOut: (summary) => withoutNames(summary, ["activities"]) },
  { what: "names of rewards", leaveOut: (summary) => withoutNames(summary, ["rewards"]) },
  {
    what: "activities",
    leaveOut: (summary) => (summary.activities.length === 0 ? null : { ...summary, activities: [] }),
  },
  { what: "some rewards", leaveOut: fewerRewards },
  { what: "names of points and levels", leaveOut: (summary) => withoutNames(summary, ["points", "tiers"]) },
  { what: "what is earned", leaveOut: withoutRules },
  { what: "levels", leaveOut: withoutLevels },
];

/** Brings the summary below `PROGRAMME_MAX_BYTES`, whatever it holds. */
export function fitProgramme(full: ProgrammeSummary): FittedProgramme {
  const leftOut: string[] = [];
  let summary = full;
  for (const { what, leaveOut } of STEPS) {
    if (fits(summary)) break;
    const smaller = leaveOut(summary);
    if (smaller === null) continue;
    summary = smaller;
    leftOut.push(what);
  }
  return { summary, leftOut };
}

function fits(summary: ProgrammeSummary): boolean {
  return new TextEncoder().encode(JSON.stringify(summary)).length < PROGRAMME_MAX_BYTES;
}

function withoutNames(summary: ProgrammeSummary, sections: (keyof NameTexts)[]): ProgrammeSummary | null {
  if (
    !Object.values(summary.texts).some((names) =>
      sections.some((section) => Object.keys(names[section] ?? {}).length > 0),
    )
  )
    return null;
  const texts = Object.entries(summary.texts).map(([locale, names]) => {
    const kept = Object.entries(names).filter(([section]) => !sections.some((left) => left === section));
    return [locale, Object.fromEntries(kept)] as const;
  });
  return { ...summary, texts: Object.fromEntries(texts) };
}

/** As many as have room, the last of the document left out first. */
function fewerRewards(summary: ProgrammeSummary): ProgrammeSummary | null {
  if (summary.rewards.length === 0) return null;
  let [room, tooMany] = [0, summary.rewards.length];
  while (tooMany - room > 1) {
    const middle = Math.floor((room + tooMany) / 2);
    if (fits({ ...summary, rewards: summary.rewards.slice(0, middle) })) room = middle;
    else tooMany = middle;
  }
  return { ...summary, rewards: summary.rewards.slice(0, room) };
}

function withoutRules(summary: ProgrammeSummary): ProgrammeSummary {
  return {
    ...summary,
    exclude: { giftCards: summary.exclude.giftCards },
    rates: [],
    multipliers: [],
    orderBonuses: [],
    firstOrderBonuses: [],
    signupBonuses: [],
    birthdayBonuses: [],
  };
}

function withoutLevels(summary: ProgrammeSummary): ProgrammeSummary {
  const rewards = summary.rewards.filter(({ tiers }) => tiers === null);
  return { ...summary, tiers: [], basis: null, window: null, rewards };
}
