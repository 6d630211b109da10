import type { Outcome } from "../use-action.ts";

/** What came of an action, also for those who only hear the page. */
export function ToldOutcome({ outcome }: { outcome: Outcome | null }) {
  if (outcome === null) return null;
  return (
    <s-stack accessibilityRole={outcome.good ? "status" : "alert"}>
      <s-text tone={outcome.good ? "success" : "critical"}>{outcome.text}</s-text>
    </s-stack>
  );
}
