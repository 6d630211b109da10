import { ChoiceList } from "@shopify/polaris";
import { levelsOf } from "../../../loyalty/editing/named-things.ts";
import { namesOfField, valueOfNames } from "../../../loyalty/editing/fields.ts";
import { useEditing } from "../editor-context.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useField } from "./use-field.ts";

/** Some of the programme's tiers; one that the programme does not have any more is shown until it is taken away. */
export function LevelsInput({ base, field }: FieldProps) {
  const { document, telling } = useEditing();
  const bound = useField(base, field);
  const chosen = namesOfField(bound.value);
  if (chosen === null) return <ElsewhereNote bound={bound} />;
  const levels = levelsOf(document);
  const offered = [...levels, ...chosen.filter((id) => !levels.includes(id))];
  if (offered.length === 0) return null;
  return (
    <ChoiceList
      title={bound.label}
      allowMultiple
      choices={offered.map((id) => ({ value: id, label: telling.levelName(id), disabled: bound.isLocked }))}
      selected={chosen}
      onChange={(ids) =>
        bound.set(
          valueOfNames(
            "levels",
            offered.filter((id) => ids.includes(id)),
          ),
        )
      }
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}
