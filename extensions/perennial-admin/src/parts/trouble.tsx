import type { Trouble as Kind } from "../../../perennial-shared/app-client.ts";
import type { Words } from "../admin.ts";

/** What went wrong in asking the app, and another try. */
export function Trouble({ words, trouble, again }: { words: Words; trouble: Kind; again: () => void }) {
  const { t } = words;
  return (
    <s-stack gap="small">
      <s-banner tone="warning">{t(trouble === "signed-out" ? "trouble.forbidden" : "trouble.away")}</s-banner>
      <s-button onClick={again}>{t("trouble.again")}</s-button>
    </s-stack>
  );
}
