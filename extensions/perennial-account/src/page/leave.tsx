import { useState } from "preact/hooks";
import { ToldOutcome } from "../parts/told.tsx";
import { useAction } from "../use-action.ts";
import type { AboutProps } from "./about-you.tsx";

/** The way out, and back in: as easy the one as the other, and said what it means before. */
export function Leave({
  words,
  surface,
  take,
  out,
  again,
}: AboutProps & { out: boolean; again: () => void }) {
  const { t } = words;
  const [asking, setAsking] = useState(false);
  const { busy, outcome, run } = useAction(t);
  const change = async () => {
    const done = await run(() => surface.app.post(out ? "join" : "leave"));
    if (done === null) return;
    setAsking(false);
    take(done.member);
    again();
  };
  return (
    <s-stack gap="small">
      <s-text>{t(out ? "about.join_text" : "about.leave_text")}</s-text>
      {asking ? (
        <s-stack direction="inline" gap="small">
          <s-button
            variant="primary"
            tone={out ? "auto" : "critical"}
            loading={busy}
            onClick={() => void change()}
          >
            {t(out ? "about.join_yes" : "about.leave_yes")}
          </s-button>
          <s-button variant="secondary" disabled={busy} onClick={() => setAsking(false)}>
            {t("about.no")}
          </s-button>
        </s-stack>
      ) : (
        <s-box>
          <s-button variant="secondary" onClick={() => setAsking(true)}>
            {t(out ? "about.join" : "about.leave")}
          </s-button>
        </s-box>
      )}
      <ToldOutcome outcome={outcome} />
    </s-stack>
  );
}
