import { useState } from "react";
import { BlockStack, Button, InlineStack, Tag, TextField } from "@shopify/polaris";
import { namesOfField, valueOfNames } from "../../../loyalty/editing/fields.ts";
import { useWords } from "../../../components/use-words.ts";
import { ElsewhereNote } from "./elsewhere-note.tsx";
import type { FieldProps } from "./field-input.tsx";
import { useEditing } from "../editor-context.ts";
import { useField } from "./use-field.ts";
import { useResourcePicker, type Pickable } from "../../../components/use-resource-picker.ts";

const PICKED: Readonly<Record<string, Pickable>> = {
  products: "products",
  variants: "variants",
  collections: "collections",
};

/** Several names: typed and entered one by one, or several at once with commas between; products are chosen as well. */
export function NamesInput({ base, field }: FieldProps) {
  const { t } = useWords();
  const words = t.editor.names;
  const bound = useField(base, field);
  const [typed, setTyped] = useState("");
  const picked = typeof field.as === "string" ? PICKED[field.as] : undefined;
  const picker = useResourcePicker(useEditing().titles);
  const names = namesOfField(bound.value);
  if (names === null) return <ElsewhereNote bound={bound} />;
  const set = (next: string[]) => bound.set(valueOfNames(field.as, next));
  const add = () => {
    const entered = typed.split(/[,，、]/).map((name) => name.trim());
    const fresh = entered.filter((name) => name !== "" && !names.includes(name));
    if (fresh.length > 0) set([...names, ...new Set(fresh)]);
    setTyped("");
  };
  return (
    <BlockStack gap="200">
      {/* Polaris' field does not pass keys on. */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // The button beside the field is pressed by the same key.
          if (!(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          id={bound.id}
          label={bound.label}
          value={typed}
          onChange={setTyped}
          onBlur={add}
          autoComplete="off"
          placeholder={words.placeholder}
          disabled={bound.isLocked}
          {...(bound.help === null ? {} : { helpText: bound.help })}
          {...(bound.error === null ? {} : { error: bound.error })}
          {...(picked === undefined || !picker.isThere
            ? {}
            : {
                connectedRight: (
                  <Button
                    disabled={bound.isLocked}
                    onClick={() => void picker.pick(picked, names).then((chosen) => chosen && set(chosen))}
                  >
                    {words.choose[picked]}
                  </Button>
                ),
              })}
        />
      </div>
      {names.length === 0 ? null : (
        <InlineStack gap="100">
          {names.map((name) => (
            <Tag
              key={name}
              accessibilityLabel={words.remove(name)}
              disabled={bound.isLocked}
              onRemove={() => set(names.filter((other) => other !== name))}
            >
              {picker.titleOf(name) ?? name}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
