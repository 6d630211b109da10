import { BlockStack, Card, Checkbox, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { NamesField } from "./names-field.tsx";
import type { ProgrammeForm } from "./use-programme-form.ts";

const LISTS = ["productTags", "productTypes", "vendors", "collections"] as const;

/** What earns nothing: gift cards, and products by tag, type, vendor or collection. */
export function ExclusionsCard({ form }: { form: ProgrammeForm }) {
  const { t } = useWords();
  const words = t.programme.exclude;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Checkbox
          label={words.giftCards}
          helpText={words.giftCardsHelp}
          checked={form.edit.giftCards}
          onChange={(giftCards) => form.change({ giftCards })}
        />
        {LISTS.map((list) => (
          <NamesField
            key={list}
            label={words[list]}
            names={form.edit[list]}
            onChange={(names) => form.change({ [list]: names })}
            {...(form.faultyFields.includes(list) ? { error: t.programme.faults[list] } : {})}
            {...(list === "collections" ? { helpText: words.collectionsHelp } : {})}
          />
        ))}
      </BlockStack>
    </Card>
  );
}
