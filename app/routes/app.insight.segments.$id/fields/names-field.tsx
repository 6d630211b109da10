import { BlockStack, InlineError, InlineStack, Select, Tag, Text } from "@shopify/polaris";
import type { Choice } from "../../../components/choice-fields.tsx";
import { useWords } from "../../../components/use-words.ts";

interface NamesFieldProps {
  label: string;
  choices: Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  disabled: boolean;
  /** Else none means any. */
  isNeeded?: boolean;
}

/** Any of the names: chosen one by one, each of which can be taken away again. */
export function NamesField({
  label,
  choices,
  values,
  onChange,
  disabled,
  isNeeded = false,
}: NamesFieldProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const left = choices.filter(({ value }) => !values.includes(value));
  const labels = new Map(choices.map((choice) => [choice.value, choice.label]));
  // The empty name is one of them: no tier.
  const NONE = "\u0000";
  return (
    <BlockStack gap="100">
      <InlineStack gap="100" blockAlign="center">
        {values.map((value) => {
          const name = labels.get(value) ?? value;
          return (
            <Tag
              key={value}
              accessibilityLabel={words.removeName(name)}
              disabled={disabled}
              onRemove={() => onChange(values.filter((other) => other !== value))}
            >
              {name}
            </Tag>
          );
        })}
        {disabled || left.length === 0 ? null : (
          <Select
            label={label}
            {...(isNeeded ? { labelHidden: true } : { labelInline: true })}
            options={[
              { value: NONE, label: values.length === 0 && !isNeeded ? words.any : words.add },
              ...left,
            ]}
            value={NONE}
            onChange={(chosen) => chosen !== NONE && onChange([...values, chosen])}
          />
        )}
      </InlineStack>
      {choices.length === 0 && values.length === 0 && isNeeded ? (
        <Text as="p" tone="subdued">
          {words.noneKnown}
        </Text>
      ) : null}
      {isNeeded && values.length === 0 && choices.length > 0 ? (
        <InlineError message={words.choose} fieldID={label} />
      ) : null}
    </BlockStack>
  );
}
