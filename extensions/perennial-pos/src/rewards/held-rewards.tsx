import { useState } from "preact/hooks";
import type { RedemptionSummary } from "../../../../app/loyalty/summary.ts";
import type { Till, Words } from "../till.ts";
import { applyCode, isApplied } from "./apply-code.ts";

interface Props {
  till: Till;
  customer: string;
  words: Words;
  held: readonly RedemptionSummary[];
}

/** Rewards the member brought along: codes that can be taken off this sale. */
export function HeldRewards({ till, customer, words, held }: Props) {
  const ready = held.filter(({ state, code }) => state === "ready" && code !== null);
  if (ready.length === 0) return null;
  return (
    <s-section heading={words.t("held.title")}>
      {ready.map(({ id, code }) => (
        <HeldReward key={id} till={till} customer={customer} words={words} code={code ?? ""} />
      ))}
    </s-section>
  );
}

function HeldReward({ till, customer, words: { t }, code }: Omit<Props, "held"> & { code: string }) {
  const [state, setState] = useState<"idle" | "busy" | "refused">("idle");
  const use = async () => {
    setState("busy");
    setState((await applyCode(till, customer, code)) ? "idle" : "refused");
  };
  return (
    <s-stack gap="small">
      <s-text type="strong">{code}</s-text>
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
