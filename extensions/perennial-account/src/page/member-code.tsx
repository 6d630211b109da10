import { useState } from "preact/hooks";
import type { MemberCard } from "../../../perennial-shared/app-answers.ts";
import type { Surface, Words } from "../surface.ts";
import { Trouble } from "../parts/trouble.tsx";

type Shown =
  | { state: "hidden" | "loading" }
  | { state: "failed"; text: string | null }
  | { state: "ready"; card: MemberCard };

/** What the till scans. Asked for when it is wanted, since most visits do not need it. */
export function MemberCode({ words, surface }: { words: Words; surface: Surface }) {
  const { t } = words;
  const [shown, setShown] = useState<Shown>({ state: "hidden" });
  const show = async () => {
    setShown({ state: "loading" });
    const told = await surface.app.get("card");
    setShown(told.ok ? { state: "ready", card: told.body } : { state: "failed", text: told.text });
  };
  return (
    <s-section heading={t("card.title")}>
      <s-stack gap="base">
        <s-text>{t("card.text")}</s-text>
        {(shown.state === "hidden" || shown.state === "loading") && (
          <s-box>
            <s-button variant="secondary" loading={shown.state === "loading"} onClick={() => void show()}>
              {t("card.show")}
            </s-button>
          </s-box>
        )}
        {shown.state === "failed" && <Trouble words={words} text={shown.text} again={() => void show()} />}
        {shown.state === "ready" && <Pictures words={words} card={shown.card} />}
      </s-stack>
    </s-section>
  );
}

function Pictures({ words, card }: { words: Words; card: MemberCard }) {
  const { t } = words;
  return (
    <s-stack gap="base" alignItems="center">
      <s-qr-code content={card.code} accessibilityLabel={t("card.qr", { code: card.code })} />
      <s-box maxInlineSize="320px" inlineSize="100%">
        <s-image
          src={`data:image/svg+xml,${encodeURIComponent(card.barcode)}`}
          alt={t("card.barcode", { code: card.code })}
          aspectRatio="4/1"
        />
      </s-box>
      <s-text type="strong">{card.code}</s-text>
    </s-stack>
  );
}
