import { Checkbox } from "@shopify/polaris";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

/** Yes or no; `flag` is what it is where the document says nothing. */
export function FlagInput({ base, field, flag }: FieldProps & { flag: boolean }) {
  const bound = useField(base, field);
  const { value } = bound;
  if (value !== undefined && typeof value !== "boolean") return <ElsewhereNote bound={bound} />;
  return (
    <Checkbox
      id={bound.id}
      label={bound.label}
      checked={value ?? flag}
      onChange={bound.set}
      disabled={bound.isLocked}
      {...(bound.help === null ? {} : { helpText: bound.help })}
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}
