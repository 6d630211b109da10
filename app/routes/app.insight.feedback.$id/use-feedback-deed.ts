import { useEffect } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackActed } from "../../use-cases/feedback/act-on-feedback.ts";

type Answer = FeedbackActed | { outcome: "unreadable" } | { outcome: "not-allowed" };

/** Sends what staff do to a message, and tells how it went. `revision` is the one that the page shows. */
export function useFeedbackDeed(revision: number) {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const words = t.feedback.page;
  useEffect(() => {
    if (answer === undefined) return;
    const done = Object.entries(words.done).find(([outcome]) => outcome === answer.outcome)?.[1];
    if (done !== undefined) shopify.toast.show(done);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const outcome = answer?.outcome;
  return {
    isSending: fetcher.state !== "idle",
    missing: missingPermission(answer),
    refusal: outcome === "overtaken" || outcome === "gone" ? outcome : null,
    send: (deed: { do: "answer" | "close" | "reopen" | "delete" } | { do: "note"; note: string }) =>
      void fetcher.submit({ ...deed, revision: String(revision) }, { method: "post" }),
  };
}

export type FeedbackDeedForm = ReturnType<typeof useFeedbackDeed>;
