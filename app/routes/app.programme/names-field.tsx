import { useState } from "react";
import { BlockStack, InlineStack, Tag, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

interface NamesFieldProps {
  label: string;
  names: string[];
  onChange: (names: string[]) => void;
  helpText?: string;
  error?: string;
}

/** A list of words: typed and entered one by one, or several at once with commas between them. */
export function NamesField({ label, names, onChange, helpText, error }: NamesFieldProps) {
  const { t } = useWords();
  const words = t.programme.exclude;
  const [typed, setTyped] = useState("");
  const add = () => {
    const entered = typed.split(",").map((name) => name.trim());
    const fresh = entered.filter(
      (name, place) => name !== "" && !names.includes(name) && entered.indexOf(name) === place,
    );
    if (fresh.length > 0) onChange([...names, ...fresh]);
    setTyped("");
  };
  return (
    <BlockStack gap="200">
      {/* Polaris' field does not pass keys on. */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={label}
          value={typed}
          onChange={setTyped}
          onBlur={add}
          autoComplete="off"
          placeholder={words.placeholder}
          {...(helpText === undefined ? {} : { helpText })}
          {...(error === undefined ? {} : { error })}
        />
      </div>
      {names.length === 0 ? null : (
        <InlineStack gap="100">
          {names.map((name) => (
            <Tag
              key={name}
              accessibilityLabel={words.remove(name)}
              onRemove={() => onChange(names.filter((other) => other !== name))}
            >
              {name}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
