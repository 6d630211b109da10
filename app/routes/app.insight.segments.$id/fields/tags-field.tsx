import { useState } from "react";
import { BlockStack, Button, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import type { FieldProps } from "../condition-editor.tsx";
import type { Condition } from "../../../use-cases/segments/conditions.ts";
import { NamesField } from "./names-field.tsx";

/** As long as a store's tags are at most. */
const LONGEST_TAG = 255;

type TagCondition = Extract<Condition, { fact: "customer-tag" }>;

/** Tags of the store: chosen, or typed where there are more than can be offered. Says of how many they are not known yet. */
export function TagsField({
  condition,
  onChange,
  choicesOf,
  tagsUnknown,
  isLocked,
}: FieldProps<TagCondition>) {
  const { t, f } = useWords();
  const words = t.segments.builder;
  const [typed, setTyped] = useState("");
  const { among } = condition;
  const choices = choicesOf("customer-tag");
  const add = () => {
    const wanted = typed.trim();
    if (wanted === "") return;
    // A store takes a tag in another case for the same.
    const isSame = ({ value }: { value: string }) => value.toLowerCase() === wanted.toLowerCase();
    const tag = choices.find(isSame)?.value ?? wanted;
    if (!among.includes(tag)) onChange({ ...condition, among: [...among, tag] });
    setTyped("");
  };
  return (
    <BlockStack gap="100">
      <NamesField
        disabled={isLocked}
        isNeeded
        label={words.kinds["customer-tag"]}
        choices={choices}
        values={among}
        onChange={(tags) => onChange({ ...condition, among: tags })}
      />
      {isLocked ? null : (
        <div
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={words.typeTag}
            labelHidden
            placeholder={words.typeTag}
            value={typed}
            onChange={setTyped}
            maxLength={LONGEST_TAG}
            autoComplete="off"
            connectedRight={
              <Button onClick={add} disabled={typed.trim() === ""}>
                {words.addTag}
              </Button>
            }
          />
        </div>
      )}
      {tagsUnknown === 0 ? null : (
        <Text as="p" tone="subdued">
          {words.tagsUnknown(String(tagsUnknown), f.count(tagsUnknown))}
        </Text>
      )}
    </BlockStack>
  );
}
