import { Button, TextField } from "@shopify/polaris";
import { textOfField, valueOfText } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useEditing } from "../editor-context.ts";
import { useField } from "./use-field.ts";
import { useResourcePicker } from "../../../components/use-resource-picker.ts";

/** One product of the store, by its number or its handle. */
export function ProductInput({ base, field, inline = false }: FieldProps & { inline?: boolean }) {
  const { t } = useWords();
  const bound = useField(base, field);
  const picker = useResourcePicker(useEditing().titles);
  const text = textOfField(field.as, bound.value);
  if (text === null) return <ElsewhereNote bound={bound} />;
  const title = picker.titleOf(text);
  const help = title ?? bound.help;
  return (
    <TextField
      id={bound.id}
      label={bound.label}
      labelHidden={inline}
      value={text}
      onChange={(typed) => bound.set(valueOfText(field, typed))}
      autoComplete="off"
      disabled={bound.isLocked}
      {...(help === null || (inline && title === null) ? {} : { helpText: help })}
      {...(bound.error === null
        ? {}
        : inline
          ? { error: true, ariaDescribedBy: `${bound.id}-fault` }
          : { error: bound.error })}
      {...(picker.isThere
        ? {
            connectedRight: (
              <Button
                disabled={bound.isLocked}
                onClick={() =>
                  void picker.pick("product", text === "" ? [] : [text]).then((chosen) => {
                    if (chosen?.[0] !== undefined) bound.set(chosen[0]);
                  })
                }
              >
                {t.editor.names.choose.product}
              </Button>
            ),
          }
        : {})}
    />
  );
}
