import { BlockStack, Button, Card, FormLayout, Text } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { valueAt } from "../../../loyalty/editing/document.ts";
import { shapeOf } from "../../../loyalty/editing/fields.ts";
import { LEVELS, newLevel, newTiers } from "../../../loyalty/editing/new-entries.ts";
import { levelForm, TIER_WINDOW_FIELD, TIERS_FIELDS } from "../../../loyalty/editing/section-forms.ts";
import { levelSentence } from "../../../texts/document-sentences.ts";
import { useEditing } from "../editor-context.ts";
import { EntryList } from "../entry-list.tsx";
import { FieldInput } from "../fields/field-input.tsx";
import { OutsideCards, SectionCard, SectionHeading } from "../section-card.tsx";

/** By what members rise, and the tiers themselves. */
export function TiersSection() {
  const { t } = useWords();
  const { document, change, isLocked } = useEditing();
  const words = t.editor;
  return (
    <BlockStack gap="400">
      <SectionHeading section="tiers" />
      {valueAt(document, ["tiers"]) === undefined ? (
        <Card>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p" fontWeight="semibold">
              {words.none.tiers.title}
            </Text>
            <Text as="p" tone="subdued">
              {words.none.tiers.text}
            </Text>
            <Button disabled={isLocked} onClick={() => change(["tiers"], newTiers(document))}>
              {words.add.tiers}
            </Button>
          </BlockStack>
        </Card>
      ) : (
        <TierForms />
      )}
    </BlockStack>
  );
}

const SHOWN = [...TIERS_FIELDS, { path: LEVELS }];

function TierForms() {
  const { t } = useWords();
  const { document, remove, telling, known, isLocked } = useEditing();
  const basis = valueAt(document, ["tiers", "basis"]);
  const sentences = t.document.levels;
  const template = basis === "spend" || basis === "orders" ? sentences[basis] : sentences.points;
  const isRolling = shapeOf(TIER_WINDOW_FIELD.as, valueAt(document, TIER_WINDOW_FIELD.path)) === "rolling";
  return (
    <>
      <SectionCard base={["tiers"]} fields={SHOWN}>
        <FormLayout>
          {TIERS_FIELDS.filter(({ name }) => isRolling || name !== "windowMonths").map((field) => (
            <FieldInput key={field.name} base={[]} field={field} />
          ))}
        </FormLayout>
      </SectionCard>
      <EntryList
        list={LEVELS}
        sentenceOf={(_, index) => levelSentence(document, index, telling)}
        shownOf={() => ({ name: t.editor.levels.sentence, template, form: levelForm(basis) })}
        known={known.levels}
        empty={t.editor.none.tiers}
        adder={(add) => (
          <div>
            <Button disabled={isLocked} onClick={() => add(newLevel(document))}>
              {t.editor.add.levels}
            </Button>
          </div>
        )}
      />
      <OutsideCards>
        <Button
          tone="critical"
          variant="plain"
          disabled={isLocked}
          onClick={() => remove(["tiers"], t.editor.sections.tiers)}
        >
          {t.editor.levels.remove}
        </Button>
      </OutsideCards>
    </>
  );
}
