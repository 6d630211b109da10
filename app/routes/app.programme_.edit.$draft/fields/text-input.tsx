import { TextField } from "@shopify/polaris";
import { textOfField, valueOfText } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { useEditing } from "../editor-context.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { suffixOf } from "./units.ts";
import { useField } from "./use-field.ts";

const WHOLE = ["points", "count"];

/** One line of text or a number, as it was typed. `inline`: within a sentence, where faults are told below it. */
export function TextInput({ base, field, inline = false }: FieldProps & { inline?: boolean }) {
  const { t } = useWords();
  const { currency } = useEditing();
  const bound = useField(base, field);
  const text = textOfField(field.as, bound.value);
  if (text === null) return <ElsewhereNote bound={bound} />;
  const suffix = suffixOf(field, t, currency);
  const isLong = field.as === "long-text";
  const isNumber = field.as !== "text" && field.as !== "activity" && !isLong;
  const error =
    bound.error === null
      ? {}
      : inline
        ? { error: true as const, ariaDescribedBy: `${bound.id}-fault` }
        : { error: bound.error };
  return (
    <TextField
      id={bound.id}
      label={bound.label}
      labelHidden={inline}
      value={text}
      onChange={(typed) => bound.set(valueOfText(field, typed))}
      autoComplete="off"
      disabled={bound.isLocked}
      {...(isNumber
        ? { inputMode: WHOLE.some((kind) => kind === field.as) ? ("numeric" as const) : ("decimal" as const) }
        : {})}
      {...(isLong && !inline ? { multiline: 3 } : {})}
      {...(suffix === null ? {} : { suffix })}
      {...(bound.help === null || inline ? {} : { helpText: bound.help })}
      {...error}
    />
  );
}
