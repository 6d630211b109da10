import { Select } from "@shopify/polaris";
import { shapeOf, withShape, type FieldKind } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { useEditing } from "../editor-context.ts";
import { optionsFor } from "./choice-input.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

type Shape = Extract<FieldKind, { shape: string }>;

/** One of several groups of keys: choosing another takes the keys of that one. */
export function ShapeInput({ base, field, as }: FieldProps & { as: Shape }) {
  const { t } = useWords();
  const { document, write, faults, faultText } = useEditing();
  const bound = useField(base, field);
  const chosen = shapeOf(as, bound.value);
  // What is wrong with a key of the group is told at the field of that key.
  const own = faults.filter(({ path }) => path === bound.id || path === `${bound.id}.${as.shape}`);
  return (
    <Select
      id={bound.id}
      label={bound.label}
      options={optionsFor(
        Object.keys(as.of),
        chosen,
        t.editor.choices[field.name] ?? {},
        t.editor.unknownChoice,
      )}
      value={chosen}
      onChange={(shape) => write(withShape(document, bound.path, { as, chosen: shape }))}
      disabled={bound.isLocked}
      {...(bound.help === null ? {} : { helpText: bound.help })}
      {...(own.length === 0 ? {} : { error: own.map(faultText).join(" ") })}
    />
  );
}
