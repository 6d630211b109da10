import { useState } from "react";
import { BlockStack, Button, FormLayout, Text } from "@shopify/polaris";
import { ChevronDownIcon, ChevronUpIcon } from "@shopify/polaris-icons";
import { useWords } from "../../components/use-words.ts";
import { valueAt, type DocumentPath } from "../../loyalty/editing/document.ts";
import type { EntryForm } from "../../loyalty/editing/entry-form.ts";
import { isFaultOf, pathOfField } from "../../loyalty/editing/fields.ts";
import { useEditing } from "./editor-context.ts";
import { FieldInput } from "./fields/field-input.tsx";

type Group = EntryForm["groups"][number];

/** What narrows an entry down: groups that say something stand open, the others are opened by their name. */
export function FieldGroups({ base, groups }: { base: DocumentPath; groups: readonly Group[] }) {
  return (
    <BlockStack gap="300">
      {groups.map((group) => (
        <FieldGroup key={group.name} base={base} group={group} />
      ))}
    </BlockStack>
  );
}

function FieldGroup({ base, group }: { base: DocumentPath; group: Group }) {
  const { t } = useWords();
  const { document, faults } = useEditing();
  const paths = group.fields.map((field) => pathOfField(base, field));
  const says = paths.some((path) => valueAt(document, path) !== undefined);
  const isFaulty = paths.some((path) => faults.some((fault) => isFaultOf(fault, path)));
  const [wanted, setWanted] = useState<boolean>();
  const isOpen = isFaulty || (wanted ?? says);
  const titles: Readonly<Record<string, string>> = t.editor.groups;
  const help = t.editor.groupHelp[group.name];
  const title = titles[group.name] ?? group.name;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button
        variant="tertiary"
        icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
        ariaExpanded={isOpen}
        onClick={() => setWanted(!isOpen)}
      >
        {title}
      </Button>
      {isOpen ? (
        <div className="perennial-group" role="group" aria-label={title}>
          <FormLayout>
            {help === undefined ? null : (
              <Text as="p" tone="subdued">
                {help}
              </Text>
            )}
            {group.fields.map((field) => (
              <FieldInput key={field.name} base={base} field={field} />
            ))}
          </FormLayout>
        </div>
      ) : null}
    </BlockStack>
  );
}
