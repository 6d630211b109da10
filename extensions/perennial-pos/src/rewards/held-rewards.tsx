import { useState } from "preact/hooks";
import type { RedemptionSummary } from "../../../../app/loyalty/summary.ts";
import type { Till, Words } from "../till.ts";
import { applyCode, isApplied } from "./apply-code.ts";

interface Props {
  till: Till;
  customer: string;
  words: Words;
  held: readonly RedemptionSummary[];
  /** What a reward of the programme is called; null where it is none any more, or the app has not said so yet. */
  titleOf: (reward: string) => string | null;
}

/** Rewards the member brought along: codes that can be taken off this sale. */
export function HeldRewards({ till, customer, words, held, titleOf }: Props) {
  const ready = held.filter(({ state, code }) => state === "ready" && code !== null);
  if (ready.length === 0) return null;
  return (
    <s-section heading={words.t("held.title")}>
      {ready.map(({ id, reward, code }) => (
        <HeldReward
          key={id}
          till={till}
          customer={customer}
          words={words}
          title={titleOf(reward)}
          code={code ?? ""}
        />
      ))}
    </s-section>
  );
}

interface LineProps extends Pick<Props, "till" | "customer" | "words"> {
  title: string | null;
  code: string;
}

function HeldReward({ till, customer, words: { t }, title, code }: LineProps) {
  const [state, setState] = useState<"idle" | "busy" | "refused">("idle");
  const use = async () => {
    setState("busy");
    setState((await applyCode(till, customer, code)) ? "idle" : "refused");
  };
  return (
    <s-stack gap="small">
      {title !== null && <s-text type="strong">{title}</s-text>}
      <s-text color={title === null ? "base" : "subdued"}>{code}</s-text>
      {isApplied(till, code) ? (
        <s-text tone="success">{t("held.applied")}</s-text>
      ) : (
        <s-button loading={state === "busy"} onClick={() => void use()}>
          {t("held.use", { code })}
        </s-button>
      )}
      {state === "refused" && <s-text tone="warning">{t("held.refused")}</s-text>}
    </s-stack>
  );
}
