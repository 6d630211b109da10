import { Badge } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

interface Version {
  state: "in-force" | "scheduled" | "past" | "never";
  from: number | null;
  to: number | null;
  savedBy: string;
  savedByName: string | null;
}

const TONES = { "in-force": "success", scheduled: "info", past: undefined, never: undefined } as const;

export function VersionState({ state }: Pick<Version, "state">) {
  const { t } = useWords();
  const tone = TONES[state];
  return <Badge {...(tone === undefined ? {} : { tone })}>{t.versions.states[state]}</Badge>;
}

/** When a version was, is or will be in force, and who saved it, in words. */
export function useVersionWords(): { inForce(version: Version): string; savedBy(version: Version): string } {
  const { t, f } = useWords();
  const words = t.versions;
  return {
    inForce({ state, from, to }) {
      if (from === null) return words.never;
      const begin = f.dateTime(from);
      if (state === "scheduled")
        return to === null ? words.starts(begin) : words.until(begin, f.dateTime(to));
      return to === null ? words.since(begin) : words.between(begin, f.dateTime(to));
    },
    savedBy({ savedBy, savedByName }) {
      if (savedByName !== null) return savedByName;
      if (savedBy === "installation") return words.installation;
      return /^\d+$/.test(savedBy) ? t.common.staff(savedBy) : savedBy;
    },
  };
}
