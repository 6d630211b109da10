import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { newRule, RULES } from "../../../loyalty/editing/new-entries.ts";
import { RULE_FORMS, ruleKindOf } from "../../../loyalty/editing/rule-forms.ts";
import { COMBINE_FIELD } from "../../../loyalty/editing/section-forms.ts";
import { ruleSentence } from "../../../texts/document-sentences.ts";
import { AddMenu } from "../add-menu.tsx";
import { useEditing } from "../editor-context.ts";
import { EntryList } from "../entry-list.tsx";
import { FieldInput } from "../fields/field-input.tsx";
import { SectionCard, SectionHeading } from "../section-card.tsx";

const LISTED = [{ path: RULES }, COMBINE_FIELD, { path: ["earning", "exclude"] }];

/** What earns points, rule by rule. */
export function EarningSection() {
  const { t } = useWords();
  const { document, telling, known } = useEditing();
  return (
    <BlockStack gap="400">
      <SectionHeading section="earning" />
      <EntryList
        list={RULES}
        sentenceOf={(entry) => ruleSentence(entry, telling)}
        shownOf={(entry) => {
          const kind = ruleKindOf(entry);
          if (kind === null) return null;
          const { name, sentence } = t.document.rules[kind];
          return { name, template: sentence, form: RULE_FORMS[kind] };
        }}
        known={known.rules}
        empty={t.editor.none.rules}
        adder={(add) => (
          <AddMenu
            label={t.editor.add.rules}
            kinds={t.document.rules}
            onAdd={(kind) => add(newRule(document, kind))}
          />
        )}
      />
      <SectionCard base={["earning"]} fields={LISTED}>
        <FieldInput base={[]} field={COMBINE_FIELD} />
        <Text as="p" tone="subdued">
          {t.editor.rates}
        </Text>
      </SectionCard>
    </BlockStack>
  );
}
