import { useEffect, useState } from "react";
import { useFetcher, useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { PlanAskedFor } from "../../use-cases/publishing/ask-for-plan.ts";
import type { Published } from "../../use-cases/publishing/publish-draft.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

export type NotAllowedAnswer = {
  outcome: "not-allowed";
  permission: "programme.draft" | "programme.publish";
};

export interface PlanForm {
  /** The start as the address has it: what is planned is what is published. */
  start: string;
  chooseStart(start: string): void;
  /** A later start is being chosen and not planned for yet: nothing is published meanwhile. */
  isChoosingStart: boolean;
  setChoosingStart(isChoosing: boolean): void;
  /** Opens a list of members, or closes what is open. */
  open(list: string | null, after?: number): void;
  study(): void;
  /** Has it worked out no further. */
  stop(): void;
  publish(): void;
  isPublishing: boolean;
  answer: Published | NotAllowedAnswer | undefined;
}

/** A plan that begins to be worked out when it is looked at, is looked at again meanwhile, and may be published. */
export function usePlan(view: PlanView): PlanForm {
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const asking = useFetcher<PlanAskedFor | { outcome: "stopped" } | NotAllowedAnswer>();
  const publishing = useFetcher<Published | NotAllowedAnswer>();
  const [isChoosingStart, setChoosingStart] = useState(false);
  const start = address.get("start") ?? "";
  const { hash, study } = view;
  const answer = publishing.state === "idle" ? publishing.data : undefined;
  useLeaveWhenDone(answer);

  const ask = () => void asking.submit({ intent: "study", start }, { method: "post" });
  const isUnasked =
    hash !== null && study === null && view.start.fault === null && view.differences.length > 0;
  const mayAsk = may("programme.draft");
  useEffect(() => {
    if (isUnasked && mayAsk) ask();
    // Once for each document, version and start.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hash, isUnasked, mayAsk]);

  useNewsWhile(study?.state === "waiting");

  return {
    start,
    chooseStart(chosen) {
      setChoosingStart(false);
      setAddress(chosen === "" ? {} : { start: chosen });
    },
    isChoosingStart,
    setChoosingStart,
    open(list, after = 0) {
      const next = new URLSearchParams(start === "" ? {} : { start });
      if (list !== null) next.set("list", list);
      if (after > 0) next.set("after", String(after));
      setAddress(next, { preventScrollReset: true });
    },
    study: ask,
    stop: () => void asking.submit({ intent: "stop", plan: hash ?? "" }, { method: "post" }),
    publish: () => void publishing.submit({ intent: "publish", start, plan: hash ?? "" }, { method: "post" }),
    isPublishing: publishing.state !== "idle",
    answer,
  };
}

/** The draft is a version now: there is nothing left to look at here. */
function useLeaveWhenDone(answer: Published | NotAllowedAnswer | undefined): void {
  const { t, f } = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  useEffect(() => {
    if (answer?.outcome !== "applied") return;
    const { number, effectiveFrom } = answer;
    const isLater = effectiveFrom > Date.now();
    const words = t.plan.publish;
    shopify.toast.show(isLater ? words.scheduled(number, f.dateTime(effectiveFrom)) : words.done(number));
    void navigate(isLater ? "/app/programme/versions" : "/app/programme/versions?published");
  }, [answer, navigate, shopify, t, f]);
}
