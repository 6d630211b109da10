import { useFetcher, useNavigation, useSubmit, useActionData } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import type { PastOrdersAsked } from "../../use-cases/past-orders/credit-past-orders.ts";
import type { PastOrdersView } from "../../use-cases/past-orders/show-past-orders.ts";

type Refused = Exclude<PastOrdersAsked["outcome"], "asked" | "begun">;

export interface PastOrdersForm {
  /** Has the preview worked out since this day. */
  preview(date: string): void;
  /** Has credited what the preview says. */
  credit(): void;
  goOn(): void;
  isSending: boolean;
  /** Orders are being read, or their points posted. */
  isUnderWay: boolean;
  refused: Refused | null;
  missing: Permission | null;
}

/** The past orders as they stand, looked at again while something goes on, and what can be done about them. */
export function usePastOrders({ date, preview, run }: PastOrdersView): PastOrdersForm {
  const submit = useSubmit();
  const navigation = useNavigation();
  const asked = useActionData<PastOrdersAsked>();
  const acting = useFetcher<PastOrdersAsked>();
  const isUnderWay = run !== null && (run.state === "waiting" || run.credited.waiting > 0);
  useNewsWhile(isUnderWay || preview?.state === "waiting");
  const answer = (acting.state === "idle" ? acting.data : undefined) ?? asked;
  return {
    preview: (since) => submit({ intent: "preview", since }, { method: "post" }),
    credit: () =>
      void acting.submit(
        { intent: "credit", since: date, looked: String(preview?.finishedAt ?? "") },
        { method: "post" },
      ),
    goOn: () => void acting.submit({ intent: "go-on" }, { method: "post" }),
    isSending: acting.state !== "idle" || navigation.formData !== undefined,
    isUnderWay,
    refused: refusalIn(answer),
    missing: missingPermission(answer),
  };
}

function refusalIn(answer: PastOrdersAsked | undefined): Refused | null {
  switch (answer?.outcome) {
    case "busy":
    case "overtaken":
    case "no-day":
    case "no-programme":
      return answer.outcome;
    default:
      return null;
  }
}
