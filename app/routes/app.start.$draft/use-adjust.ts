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
  save(): void;
  /** Gives up what was typed. */
  discard(): void;
  isSaving: boolean;
  answer: AdjustmentsSaved | { outcome: "not-allowed"; permission: "programme.draft" } | undefined;
}

/** The few values as they are typed, with the preview following a moment later; saved, the plan comes next. */
export function useAdjust(view: AdjustView, first: PreviewPages | null): AdjustForm {
  const looking = useFetcher<Looked>();
  const saving = useFetcher<NonNullable<AdjustForm["answer"]>>();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(view.adjustments);
  const isDirty = JSON.stringify(typed) !== JSON.stringify(view.adjustments);
  const answer = saving.state === "idle" ? saving.data : undefined;
  const looked = looking.data?.outcome === "tried" && isDirty ? looking.data : null;
  const { id, revision } = view.draft;

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

  useEffect(() => {
    if (answer?.outcome === "saved") void navigate(`/app/programme/plan/${id}`);
  }, [answer, id, navigate]);

  return {
    typed,
    change: (field, value) => setTyped({ ...typed, [field]: value }),
    isDirty,
    tried: looked?.tried ?? view.tried,
    preview: looked === null ? first : looked.preview,
    save: () =>
      void saving.submit({ intent: "save", revision: String(revision), ...typed }, { method: "post" }),
    discard: () => setTyped(view.adjustments),
    isSaving: saving.state !== "idle",
    answer,
  };
}
