import { TextField } from "@shopify/polaris";
import { textOfField } from "../../../loyalty/editing/fields.ts";
import { instantOfWallClock, wallClockOf } from "../../../loyalty/editing/wall-clock.ts";
import { useEditing } from "../editor-context.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

/** A day and a time in the programme's zone; an instant that cannot be read is shown as it was typed. */
export function InstantInput({ base, field }: FieldProps) {
  const { timezone } = useEditing();
  const bound = useField(base, field);
  const text = textOfField("instant", bound.value);
  if (text === null) return <ElsewhereNote bound={bound} />;
  const shown = text === "" ? "" : wallClockOf(text, timezone);
  return (
    <TextField
      id={bound.id}
      label={bound.label}
      {...(shown === null
        ? { value: text, onChange: (typed: string) => bound.set(typed === "" ? undefined : typed) }
        : {
            type: "datetime-local" as const,
            value: shown,
            onChange: (typed: string) => {
              const cleared = field.required === undefined ? undefined : "";
              bound.set(typed === "" ? cleared : instantOfWallClock(typed, timezone));
            },
          })}
      autoComplete="off"
      disabled={bound.isLocked}
      helpText={bound.help ?? timezone}
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}
