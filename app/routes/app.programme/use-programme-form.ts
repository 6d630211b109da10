import { useEffect, useState } from "react";
import { useFetcher, useRevalidator } from "@remix-run/react";
import type { Changed, Example, Previewed, Refused } from "../../use-cases/change-programme.ts";
import type { EditField, ProgrammeEdit } from "../../use-cases/programme-edit.ts";
import type { ProgrammeView } from "../../use-cases/show-programme.ts";

const TYPING_PAUSE_MS = 250;

export interface ProgrammeForm {
  edit: ProgrammeEdit;
  change(changes: Partial<ProgrammeEdit>): void;
  isDirty: boolean;
  isSaving: boolean;
  faultyFields: readonly EditField[];
  otherFaults: Refused["others"];
  /** null while what is typed cannot be saved. */
  example: Example | null;
  /** The version that came in between; null where none did. */
  overtakenBy: number | null;
  save(): void;
  /** Back to the newest version. */
  discard(): void;
  /** Puts what was changed in the form on top of the newest version. */
  keep(): void;
}

/** The form over the newest version. What was typed stays typed, whatever the server answers. */
export function useProgrammeForm(view: ProgrammeView, onSaved: (number: number) => void): ProgrammeForm {
  const [edit, setEdit] = useState(view.edit);
  const [base, setBase] = useState({ number: view.number, edit: view.edit });
  const saving = useFetcher<Changed>();
  const preview = useFetcher<Previewed>();
  const { revalidate } = useRevalidator();
  const isDirty = !isSame(edit, base.edit);
  const refused = latestRefusal(saving.data, preview.data);
  const [answered, setAnswered] = useState<Changed>();

  function discard(): void {
    setEdit(view.edit);
    setBase({ number: view.number, edit: view.edit });
  }

  // With the answer the newest version is loaded, but a preview that comes in meanwhile breaks that off.
  const isBehind = saving.data?.outcome === "saved" && view.number < saving.data.number;
  useEffect(() => {
    if (saving.state === "idle" && isBehind) revalidate();
  }, [saving.state, isBehind, revalidate]);

  if (saving.state === "idle" && saving.data !== undefined && saving.data !== answered && !isBehind) {
    setAnswered(saving.data);
    if (saving.data.outcome === "saved") discard();
  }

  useEffect(() => {
    if (answered?.outcome === "saved") onSaved(answered.number);
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  useEffect(() => {
    if (!isDirty) return;
    const data = formOf(edit, base.number, "preview");
    const pause = setTimeout(() => void preview.submit(data, { method: "post" }), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
    // Each change of the form is looked at once; the fetcher is another object with every answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [edit, base.number]);

  return {
    edit,
    change: (changes) => setEdit((before) => ({ ...before, ...changes })),
    isDirty,
    isSaving: saving.state !== "idle",
    faultyFields: isDirty ? (refused?.fields ?? []) : [],
    otherFaults: isDirty ? (refused?.others ?? []) : [],
    example: !isDirty
      ? view.example
      : preview.data?.outcome === "example"
        ? preview.data.example
        : refused === null
          ? view.example
          : null,
    overtakenBy:
      saving.data?.outcome === "overtaken" && base.number < view.number && isDirty ? view.number : null,
    save: () => void saving.submit(formOf(edit, base.number, "save"), { method: "post" }),
    discard,
    keep: () => {
      setEdit({ ...view.edit, ...changesIn(edit, base.edit) });
      setBase({ number: view.number, edit: view.edit });
    },
  };
}

/** The preview speaks of the newest state of the form; a refusal to save stands until it has spoken. */
function latestRefusal(saved: Changed | undefined, previewed: Previewed | undefined): Refused | null {
  if (previewed !== undefined) return previewed.outcome === "refused" ? previewed : null;
  return saved?.outcome === "refused" ? saved : null;
}

function formOf(edit: ProgrammeEdit, basedOn: number, intent: "save" | "preview"): FormData {
  const form = new FormData();
  form.set("intent", intent);
  form.set("basedOn", String(basedOn));
  for (const [field, value] of Object.entries(edit)) {
    for (const one of Array.isArray(value) ? (value as string[]) : [String(value)]) form.append(field, one);
  }
  return form;
}

/** The fields of the form that are no longer as they were. */
function changesIn(edit: ProgrammeEdit, before: ProgrammeEdit): Partial<ProgrammeEdit> {
  const fields = Object.entries(edit) as [EditField, ProgrammeEdit[EditField]][];
  return Object.fromEntries(
    fields.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  );
}

function isSame(a: ProgrammeEdit, b: ProgrammeEdit): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
