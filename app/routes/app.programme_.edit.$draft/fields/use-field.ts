import { nameOfPath, valueAt, type DocumentPath } from "../../../loyalty/editing/document.ts";
import { isFaultOf, pathOfField, type Field } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { useEditing } from "../editor-context.ts";

/** A field of a form: where it stands, what it holds, and what is wrong with it. */
export interface BoundField {
  id: string;
  path: DocumentPath;
  label: string;
  help: string | null;
  value: unknown;
  /** In words; null where nothing is. */
  error: string | null;
  isLocked: boolean;
  set(value: unknown): void;
}

export function useField(base: DocumentPath, field: Field): BoundField {
  const { document, change, faults, faultText, isLocked } = useEditing();
  const { t } = useWords();
  const path = pathOfField(base, field);
  const labels: Readonly<Record<string, string>> = t.editor.fields;
  const wrong = faults.filter((fault) => isFaultOf(fault, path));
  return {
    id: nameOfPath(path),
    path,
    label: labels[field.name] ?? field.name,
    help: t.editor.help[field.name] ?? null,
    value: valueAt(document, path),
    error: wrong.length === 0 ? null : wrong.map(faultText).join(" "),
    isLocked,
    set: (value) => change(path, value),
  };
}
