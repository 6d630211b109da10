import { useEffect, useState } from "react";
import { useFetcher } from "@remix-run/react";

/** What a page's action answers to a form of settings. */
export type SavedAnswer =
  | { outcome: "saved"; revision: number }
  | { outcome: "refused"; faults: readonly string[] }
  | { outcome: "overtaken"; savedBy: string; savedAt: number }
  | { outcome: "not-allowed"; permission: string };

export interface SavedForm<Values extends Record<string, string>> {
  values: Values;
  change(changes: Partial<Values>): void;
  isDirty: boolean;
  isSaving: boolean;
  /** What the server said no to; what was typed stays. null while nothing was sent, or all of it was saved. */
  answer: Exclude<SavedAnswer, { outcome: "saved" }> | null;
  isFaulty(field: keyof Values): boolean;
  save(): void;
  /** Back to what is saved. */
  discard(): void;
}

/** A form over what is saved under a revision. Nothing typed is lost, whatever the server answers. */
export function useSavedForm<Values extends Record<string, string>>(
  saved: { values: Values; revision: number; extra?: Record<string, string> },
  onSaved: () => void,
): SavedForm<Values> {
  const fetcher = useFetcher<SavedAnswer>();
  const [values, setValues] = useState(saved.values);
  const [base, setBase] = useState(saved);
  const [answered, setAnswered] = useState<SavedAnswer>();
  const [answer, setAnswer] = useState<SavedForm<Values>["answer"]>(null);

  function discard(): void {
    setValues(saved.values);
    setBase(saved);
    setAnswer(null);
  }

  if (fetcher.state === "idle" && fetcher.data !== undefined && fetcher.data !== answered) {
    setAnswered(fetcher.data);
    if (fetcher.data.outcome === "saved") discard();
    else setAnswer(fetcher.data);
  }

  useEffect(() => {
    if (answered?.outcome === "saved") onSaved();
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  return {
    values,
    change: (changes) => setValues((before) => ({ ...before, ...changes })),
    isDirty: Object.keys(values).some((field) => values[field] !== base.values[field]),
    isSaving: fetcher.state !== "idle",
    answer,
    isFaulty: (field) => answer?.outcome === "refused" && answer.faults.includes(String(field)),
    save: () =>
      void fetcher.submit({ ...saved.extra, ...values, revision: String(base.revision) }, { method: "post" }),
    discard,
  };
}
