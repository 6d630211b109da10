import { useState } from "preact/hooks";
import type { Surface, Words } from "../surface.ts";

const ITEM = "perennial-own-data";

type Shown =
  { state: "hidden" | "loading" } | { state: "failed"; text: string } | { state: "ready"; data: string };

/**
 * Everything that is kept about the member, to be read and taken away. An extension can not hand a file to the browser,
 * so it is shown and copied as text.
 */
export function OwnData({ words, surface }: { words: Words; surface: Surface }) {
  const { t } = words;
  const [shown, setShown] = useState<Shown>({ state: "hidden" });
  const [copied, setCopied] = useState(false);
  const show = async () => {
    setShown({ state: "loading" });
    const told = await surface.app.file("data");
    setShown(
      told.ok
        ? { state: "ready", data: told.body }
        : { state: "failed", text: told.text ?? t("trouble.again") },
    );
  };
  return (
    <s-stack gap="small">
      <s-text>{t("about.data_text")}</s-text>
      {shown.state === "ready" ? (
        <s-stack gap="small">
          <s-text-area label={t("about.data_label")} rows={10} readOnly value={shown.data} />
          <s-box>
            <s-button variant="secondary" commandFor={ITEM} command="--copy">
              {t(copied ? "code.copied" : "about.data_copy")}
            </s-button>
          </s-box>
          <s-clipboard-item id={ITEM} text={shown.data} onCopy={() => setCopied(true)} />
        </s-stack>
      ) : (
        <s-box>
          <s-button variant="secondary" loading={shown.state === "loading"} onClick={() => void show()}>
            {t("about.data")}
          </s-button>
        </s-box>
      )}
      {shown.state === "failed" && (
        <s-stack accessibilityRole="alert">
          <s-text tone="critical">{shown.text}</s-text>
        </s-stack>
      )}
    </s-stack>
  );
}
