import { Badge, type BadgeProps } from "@shopify/polaris";
import type { Texts } from "../texts/texts.ts";
import { useWords } from "./use-words.ts";

type CodeState = keyof Texts["rewardPages"]["states"];

const TONES: Record<CodeState, Pick<BadgeProps, "tone">> = {
  making: { tone: "info" },
  ready: { tone: "success" },
  waiting: { tone: "attention" },
  used: {},
  granted: {},
  returned: {},
  "not-made": { tone: "critical" },
  refused: { tone: "warning" },
};

/** How far a redemption is. */
export function CodeStateBadge({ state }: { state: CodeState }) {
  const { t } = useWords();
  return <Badge {...TONES[state]}>{t.rewardPages.states[state]}</Badge>;
}
