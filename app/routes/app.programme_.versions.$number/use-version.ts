import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useWords } from "../../components/use-words.ts";
import type { StartCancelled } from "../../use-cases/versions/cancel-start.ts";
import type { Restored } from "../../use-cases/versions/restore-version.ts";

type Answer =
  Restored | StartCancelled | { outcome: "not-allowed"; permission: "programme.publish" } | undefined;

export interface VersionForm {
  answer: Answer;
  isSending: boolean;
  restore(): void;
  cancelStart(): void;
}

/** What can be done with a version: to begin a draft of it, and to keep it from starting. */
export function useVersion(): VersionForm {
  const { t } = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<Answer>();
  const [key] = useState(() => crypto.randomUUID());
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "started") void navigate(`/app/programme/edit/${answer.id}`);
    if (answer?.outcome === "cancelled") shopify.toast.show(t.versions.cancel.done(answer.number));
  }, [answer, navigate, shopify, t]);
  return {
    answer,
    isSending: fetcher.state !== "idle",
    restore: () => void fetcher.submit({ intent: "restore", key }, { method: "post" }),
    cancelStart: () => void fetcher.submit({ intent: "cancel" }, { method: "post" }),
  };
}
