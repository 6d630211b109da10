import { TextField } from "@shopify/polaris";
import { textOfField, valueOfText } from "../../../loyalty/editing/fields.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

/** A name in a language; the field is labelled by what it names. */
export function NameInput({ base, field }: FieldProps) {
  const bound = { ...useField(base, field), label: field.name };
  const text = textOfField(field.as, bound.value);
  if (text === null) return <ElsewhereNote bound={bound} />;
  return (
    <TextField
      id={bound.id}
      label={bound.label}
      value={text}
      onChange={(typed) => bound.set(valueOfText(field, typed))}
      autoComplete="off"
      disabled={bound.isLocked}
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}
