import type { Words } from "./surface.ts";

/** Nobody answered: what that means, and a way on. Quietly: the purchase itself is not touched by it. */
export function Trouble({ words, text, again }: { words: Words; text: string | null; again: () => void }) {
  return (
    <s-stack gap="small" accessibilityRole="status">
      <s-text>{text ?? words.t("trouble.text")}</s-text>
      <s-box>
        <s-button variant="secondary" onClick={again}>
          {words.t("trouble.retry")}
        </s-button>
      </s-box>
    </s-stack>
  );
}
