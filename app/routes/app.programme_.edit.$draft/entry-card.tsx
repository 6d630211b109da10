import { useId } from "react";
import { Badge, BlockStack, Button, Card, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { childOf, nameOfPath, valueAt, type DocumentPath } from "../../loyalty/editing/document.ts";
import { fieldsOf, type EntryForm } from "../../loyalty/editing/entry-form.ts";
import { isFaultOf } from "../../loyalty/editing/fields.ts";
import { nameKeyOf, pathOfName } from "../../loyalty/editing/own-names.ts";
import { faultsBeyondFields, pathsBeyondForm } from "../../loyalty/editing/sections.ts";
import { languageOf } from "../../texts/language.ts";
import { useEditing } from "./editor-context.ts";
import { EntryActions, type EntryDeeds } from "./entry-actions.tsx";
import { FaultList } from "./fault-list.tsx";
import { FieldGroups } from "./field-groups.tsx";
import { IdField } from "./fields/id-field.tsx";
import { OwnNames } from "./fields/own-names.tsx";
import { SentenceForm } from "./sentence-form.tsx";
import { openerId } from "./use-goal.ts";

export interface EntryCardProps {
  path: DocumentPath;
  sentence: string;
  /** null for an entry that no form can show. */
  shown: { name: string; template: string; form: EntryForm } | null;
  isOpen: boolean;
  onToggle: () => void;
  /** What else is to be known of it while it is changed. */
  note: string | null;
  /** Known to history: the id stays. */
  isKnown: boolean;
  deeds: EntryDeeds;
}

const ID = { path: ["id"] };

/** One entry as its sentence, opened to be changed. */
export function EntryCard(props: EntryCardProps) {
  const { path, sentence, shown, isOpen, onToggle, note, isKnown, deeds } = props;
  const { t, f } = useWords();
  const words = t.editor.card;
  const { document, faults, showCode } = useEditing();
  const language = languageOf(useLocale());
  const panel = useId();
  const entry = valueAt(document, path);
  const entryFaults = faults.filter((fault) => isFaultOf(fault, path));
  const form = shown?.form ?? { sentence: [], groups: [] };
  const beyond = shown === null ? [] : pathsBeyondForm(entry, form);
  const loose = faultsBeyondFields(entryFaults, path, [...fieldsOf(form), ID]);
  const id = childOf(entry, "id");
  const of = nameKeyOf(path.slice(0, -1), entry);
  const named = of === null || typeof id !== "string" || id === "" ? null : { of, id };
  const called = named === null ? null : valueAt(document, pathOfName(language, named.of, named.id));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
          <div className="perennial-entry">
            <BlockStack gap="100">
              <Text as="h3" variant="bodyMd" fontWeight="regular">
                <Sentence>{sentence}</Sentence>
              </Text>
              <InlineStack gap="200">
                <Text as="span" variant="bodySm" tone="subdued" breakWord>
                  {[called, shown?.name, id].filter((part) => typeof part === "string").join(" · ")}
                </Text>
                {entryFaults.length === 0 ? null : (
                  <Badge tone="critical">{words.faults(entryFaults.length)}</Badge>
                )}
              </InlineStack>
            </BlockStack>
          </div>
          <InlineStack gap="100" wrap={false}>
            {shown === null ? (
              <Button onClick={() => showCode(path)}>{words.toCode}</Button>
            ) : (
              <Button
                id={openerId(nameOfPath(path))}
                onClick={onToggle}
                ariaExpanded={isOpen}
                ariaControls={panel}
                accessibilityLabel={`${isOpen ? words.close : words.edit}: ${plain(sentence)}`}
              >
                {isOpen ? words.close : words.edit}
              </Button>
            )}
            <EntryActions sentence={plain(sentence)} deeds={deeds} />
          </InlineStack>
        </InlineStack>
        {shown === null ? <Text as="p">{words.unreadable}</Text> : null}
        <FaultList faults={loose} base={path} />
        {shown === null ? null : (
          <Collapsible id={panel} open={isOpen} transition={false}>
            {isOpen ? (
              <BlockStack gap="400">
                <SentenceForm template={shown.template} base={path} form={form} />
                {note === null ? null : (
                  <Text as="p" tone="subdued">
                    {note}
                  </Text>
                )}
                <FieldGroups base={path} groups={form.groups} />
                {named === null ? null : <OwnNames {...named} />}
                <IdField base={path} isKnown={isKnown} />
                {beyond.length === 0 ? null : (
                  <InlineStack gap="200" blockAlign="center">
                    <Text as="p" tone="subdued">
                      {words.beyond(f.list(beyond))}
                    </Text>
                    <Button variant="plain" onClick={() => showCode(path)}>
                      {words.toCode}
                    </Button>
                  </InlineStack>
                )}
              </BlockStack>
            ) : null}
          </Collapsible>
        )}
      </BlockStack>
    </Card>
  );
}

/** Without the marks of what is stressed. */
export function plain(sentence: string): string {
  return sentence.replaceAll("**", "");
}
