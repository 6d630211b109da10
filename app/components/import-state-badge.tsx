import { Badge } from "@shopify/polaris";
import type { Texts } from "../texts/texts.ts";
import { useWords } from "./use-words.ts";

type ImportState = keyof Texts["move"]["states"];

const TONES = {
  reading: "info",
  read: "attention",
  checking: "info",
  checked: "attention",
  applying: "info",
  applied: "success",
  flagged: "critical",
  undoing: "info",
  undone: undefined,
} as const;

/** How far a file of another app is on its way in. */
export function ImportStateBadge({ state }: { state: ImportState }) {
  const { t } = useWords();
  const tone = TONES[state];
  return <Badge {...(tone === undefined ? {} : { tone })}>{t.move.states[state]}</Badge>;
}
