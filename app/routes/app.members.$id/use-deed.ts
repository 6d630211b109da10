import { useEffect } from "react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { DeedField, MemberDeedAnswer } from "../../use-cases/person/member-deed.ts";

export interface Frame {
  open: boolean;
  formKey: string;
  onClose: () => void;
}

type Answer = MemberDeedAnswer | { outcome: "not-allowed"; permission: Permission };

/** Sends a deed, says what came of it, and keeps the form as it is where the server says no. */
export function useDeed(
  /** By the outcomes that end it well: what is said then. */
  done: Partial<Record<Answer["outcome"], string>>,
  onDone: () => void,
) {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const said = answer === undefined ? undefined : done[answer.outcome];
  useEffect(() => {
    if (said === undefined) return;
    shopify.toast.show(said);
    onDone();
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);
  const faults: readonly DeedField[] = answer?.outcome === "faults" ? answer.fields : [];
  return {
    answer: said === undefined ? answer : undefined,
    missing: missingPermission(answer),
    isSending: fetcher.state !== "idle",
    send: (fields: Record<string, string>) => void fetcher.submit(fields, { method: "post" }),
    errorOf: (field: DeedField) =>
      faults.includes(field) ? { error: t.person.common.faults[field] } : ({} as { error?: string }),
  };
}
