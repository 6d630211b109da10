import { useState } from "preact/hooks";
import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import type { RedemptionTold } from "../../../perennial-shared/app-answers.ts";
import { Code } from "../parts/code.tsx";
import { ToldOutcome } from "../parts/told.tsx";
import type { Surface, Words } from "../surface.ts";
import { useAction } from "../use-action.ts";

interface Props {
  words: Words;
  surface: Surface;
  redemption: RedemptionTold;
  gaveBack: GaveBack;
}

export type GaveBack = (id: string, member: LoyaltySummary | null | undefined) => void;

/** A reward that was had: its code, what to do with it, and the way back while there is one. */
export function HeldReward({ words, surface, redemption, gaveBack }: Props) {
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="small">
        <s-stack direction="inline" gap="small" justifyContent="space-between">
          <s-text type="strong">{words.rewardName(redemption.reward, redemption.title)}</s-text>
          <s-text color="subdued">{words.points(redemption.points)}</s-text>
        </s-stack>
        {redemption.code !== null && <Code words={words} id={redemption.id} code={redemption.code} />}
        <s-text>{redemption.text}</s-text>
        {redemption.canCancel && <GiveBack {...{ words, surface, redemption, gaveBack }} />}
      </s-stack>
    </s-box>
  );
}

function GiveBack({ words, surface, redemption, gaveBack }: Props) {
  const { t, points } = words;
  const [asking, setAsking] = useState(false);
  const { busy, outcome, run } = useAction(t);
  const giveBack = async () => {
    const done = await run(() => surface.app.post("cancel", { redemption: redemption.id }));
    if (done !== null) gaveBack(redemption.id, done.member);
  };
  if (!asking)
    return (
      <s-box>
        <s-button
          variant="secondary"
          accessibilityLabel={t("held.back_label", {
            reward: words.rewardName(redemption.reward, redemption.title),
          })}
          onClick={() => setAsking(true)}
        >
          {t("held.back")}
        </s-button>
      </s-box>
    );
  return (
    <s-stack gap="small">
      <s-text>{t("held.ask", { points: points(redemption.points) })}</s-text>
      <s-stack direction="inline" gap="small">
        <s-button variant="primary" loading={busy} onClick={() => void giveBack()}>
          {t("held.yes")}
        </s-button>
        <s-button variant="secondary" disabled={busy} onClick={() => setAsking(false)}>
          {t("held.no")}
        </s-button>
      </s-stack>
      <ToldOutcome outcome={outcome} />
    </s-stack>
  );
}
