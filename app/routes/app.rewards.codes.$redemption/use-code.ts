import { useEffect, useState } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { CodeChange, CodeChanged } from "../../use-cases/rewards-admin/change-code.ts";
import type { CodeView } from "../../use-cases/rewards-admin/show-code.ts";

/** What can be done about it, asked once more before anything that cannot be taken back. */
export function useCode(view: CodeView) {
  const { t } = useWords();
  const words = t.rewardPages.code;
  const may = useMay();
  const shopify = useAppBridge();
  const fetcher = useFetcher<CodeChanged>();
  const [asked, setAsked] = useState<Exclude<CodeChange, "retry"> | null>(null);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "code-changed") shopify.toast.show(words.done[answer.change]);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const send = (intent: CodeChange) => void fetcher.submit({ intent }, { method: "post" });
  const disabled = fetcher.state !== "idle" || !may("members.manage");
  const actions = [
    ...(view.waitsForStaff
      ? [{ content: words.granted.button, onAction: () => setAsked("granted"), disabled }]
      : []),
    ...(view.state === "making"
      ? [{ content: words.retry.button, onAction: () => send("retry"), disabled }]
      : []),
    ...(view.canCancel
      ? [{ content: words.cancel.button, onAction: () => setAsked("cancel"), disabled }]
      : []),
  ];
  return {
    actions,
    asked,
    ask: setAsked,
    send,
    isTooLate: answer?.outcome === "code-too-late",
    missing: missingPermission(answer),
  };
}
