import { BlockStack } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { newReward, REWARDS } from "../../../loyalty/editing/new-entries.ts";
import { REWARD_FORMS, rewardKindOf } from "../../../loyalty/editing/reward-forms.ts";
import { rewardSentence } from "../../../texts/document-sentences.ts";
import { rewardCost } from "../../../texts/reward-cost.ts";
import { AddMenu } from "../add-menu.tsx";
import { useEditing } from "../editor-context.ts";
import { EntryList } from "../entry-list.tsx";
import { SectionHeading } from "../section-card.tsx";

/** What points are good for. */
export function RewardsSection() {
  const { t } = useWords();
  const { document, telling, known } = useEditing();
  return (
    <BlockStack gap="400">
      <SectionHeading section="rewards" />
      <EntryList
        list={REWARDS}
        sentenceOf={(entry) => rewardSentence(entry, telling)}
        shownOf={(entry) => {
          const kind = rewardKindOf(entry);
          if (kind === null) return null;
          const { name, sentence } = t.document.rewards[kind];
          return { name, template: sentence, form: REWARD_FORMS[kind] };
        }}
        noteOf={(entry) => rewardCost(entry, telling)}
        known={known.rewards}
        empty={t.editor.none.rewards}
        adder={(add) => (
          <AddMenu
            label={t.editor.add.rewards}
            kinds={t.document.rewards}
            onAdd={(kind) => add(newReward(document, kind))}
          />
        )}
      />
    </BlockStack>
  );
}
