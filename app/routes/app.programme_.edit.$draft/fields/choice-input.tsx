import { Select } from "@shopify/polaris";
import type { FieldKind } from "../../../loyalty/editing/fields.ts";
import { textOfField } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

type Choice = Extract<FieldKind, { choice: readonly string[] }>;

/** One of several; what the document holds is offered too, where it is none of them. */
export function ChoiceInput({ base, field, as }: FieldProps & { as: Choice }) {
  const { t } = useWords();
  const bound = useField(base, field);
  const text = textOfField("text", bound.value);
  if (text === null) return <ElsewhereNote bound={bound} />;
  const chosen = text === "" ? (as.otherwise ?? "") : text;
  return (
    <Select
      id={bound.id}
      label={bound.label}
      options={optionsFor(as.choice, chosen, t.editor.choices[field.name] ?? {}, t.editor.unknownChoice)}
      value={chosen}
      onChange={bound.set}
      disabled={bound.isLocked}
      {...(bound.help === null ? {} : { helpText: bound.help })}
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}

export function optionsFor(
  choices: readonly string[],
  chosen: string,
  labels: Readonly<Record<string, string>>,
  unknown: (value: string) => string,
): { value: string; label: string }[] {
  const known = choices.map((value) => ({ value, label: labels[value] ?? value }));
  if (choices.includes(chosen)) return known;
  return [{ value: chosen, label: chosen === "" ? "" : unknown(chosen) }, ...known];
}
