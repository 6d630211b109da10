import type { Words } from "../surface.ts";

/** Nobody answered, or not well: what that means, and a way on. */
export function Trouble({ words, text, again }: { words: Words; text?: string | null; again: () => void }) {
  return (
    <s-banner tone="warning" heading={words.t("trouble.title")}>
      <s-stack gap="base">
        <s-text>{text ?? words.t("trouble.text")}</s-text>
        <s-box>
          <s-button variant="secondary" onClick={again}>
            {words.t("trouble.retry")}
          </s-button>
        </s-box>
      </s-stack>
    </s-banner>
  );
}
