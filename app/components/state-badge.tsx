import { Badge } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

const TONES = { waiting: "info", done: "success", dead: "warning" } as const;

/** What became of a delivery. */
export function StateBadge({ state }: { state: keyof typeof TONES }) {
  const { t } = useWords();
  return <Badge tone={TONES[state]}>{t.deliveries.states[state]}</Badge>;
}
