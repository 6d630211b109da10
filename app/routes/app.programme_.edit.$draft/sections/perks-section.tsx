import { BlockStack } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { newPerk, PERKS } from "../../../loyalty/editing/new-entries.ts";
import { PERK_FORMS, perkKindOf } from "../../../loyalty/editing/perk-forms.ts";
import { perkSentence } from "../../../texts/document-sentences.ts";
import { AddMenu } from "../add-menu.tsx";
import { useEditing } from "../editor-context.ts";
import { EntryList } from "../entry-list.tsx";
import { SectionHeading } from "../section-card.tsx";

/** What some members have besides points. */
export function PerksSection() {
  const { t } = useWords();
  const { document, telling, known } = useEditing();
  return (
    <BlockStack gap="400">
      <SectionHeading section="perks" />
      <EntryList
        list={PERKS}
        sentenceOf={(entry) => perkSentence(entry, telling)}
        shownOf={(entry) => {
          const kind = perkKindOf(entry);
          if (kind === null) return null;
          const { name, sentence } = t.document.perks[kind];
          return { name, template: sentence, form: PERK_FORMS[kind] };
        }}
        known={known.perks}
        empty={t.editor.none.perks}
        adder={(add) => (
          <AddMenu
            label={t.editor.add.perks}
            kinds={t.document.perks}
            onAdd={(kind) => add(newPerk(document, kind))}
          />
        )}
      />
    </BlockStack>
  );
}
