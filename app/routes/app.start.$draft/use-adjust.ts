import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import type { PreviewPages } from "../../preview-page.server.ts";
import type { AdjustmentsSaved, AdjustView, Tried } from "../../use-cases/onboarding/adjust-start.ts";
import type { Adjustable, Adjustments } from "../../use-cases/onboarding/adjustments.ts";

const PAUSE_MS = 400;

type Looked = { outcome: "tried"; tried: Tried; preview: PreviewPages | null } | { outcome: "gone" };

export interface AdjustForm {
  typed: Adjustments;
  change(field: Adjustable, value: string): void;
  isDirty: boolean;
  tried: Tried;
  preview: PreviewPages | null;
  /** Stays here, or goes on to the plan. */
  save(then: "stay" | "plan"): void;
  /** Gives up what was typed. */
  discard(): void;
  /** Goes on from what somebody else saved meanwhile. */
  takeTheirs(): void;
  isSaving: boolean;
  answer: AdjustmentsSaved | { outcome: "not-allowed"; permission: "programme.draft" } | undefined;
}

/** The few values as they are typed, with the preview following a moment later. */
export function useAdjust(view: AdjustView, first: PreviewPages | null, onSaved: () => void): AdjustForm {
  const looking = useFetcher<Looked>();
  const saving = useFetcher<NonNullable<AdjustForm["answer"]>>();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(view.adjustments);
  const [base, setBase] = useState({ adjustments: view.adjustments, revision: view.draft.revision });
  const [sent, setSent] = useState<{ typed: Adjustments; then: "stay" | "plan" } | null>(null);
  const [answered, setAnswered] = useState<unknown>();
  /** An answer that was told and followed: what stands now is theirs. */
  const [left, setLeft] = useState<unknown>();
  const isDirty = JSON.stringify(typed) !== JSON.stringify(base.adjustments);
  const answer = saving.state === "idle" ? saving.data : undefined;
  const looked = looking.data?.outcome === "tried" && isDirty ? looking.data : null;
  const { id } = view.draft;

  useEffect(() => {
    if (!isDirty) return;
    const pause = setTimeout(
      () => void looking.submit({ intent: "preview", ...typed }, { method: "post" }),
      PAUSE_MS,
    );
    return () => clearTimeout(pause);
    // Only what is typed asks for another look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, isDirty]);

  if (answer !== undefined && answer !== answered) {
    setAnswered(answer);
    if (answer.outcome === "saved" && sent !== null)
      setBase({ adjustments: sent.typed, revision: answer.revision });
  }
  useEffect(() => {
    if (answered === undefined || answered !== saving.data || saving.data.outcome !== "saved") return;
    if (sent?.then === "plan") void navigate(`/app/programme/plan/${id}`);
    else onSaved();
    // Each answer is followed once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  return {
    typed,
    change: (field, value) => setTyped({ ...typed, [field]: value }),
    isDirty,
    tried: looked?.tried ?? view.tried,
    preview: looked === null ? first : looked.preview,
    save(then) {
      setSent({ typed, then });
      void saving.submit({ intent: "save", revision: String(base.revision), ...typed }, { method: "post" });
    },
    discard: () => setTyped(base.adjustments),
    takeTheirs() {
      setTyped(view.adjustments);
      setBase({ adjustments: view.adjustments, revision: view.draft.revision });
      setLeft(answer);
    },
    isSaving: saving.state !== "idle",
    answer: answer === left ? undefined : answer,
  };
}
