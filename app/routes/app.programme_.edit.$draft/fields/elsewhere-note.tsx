import { BlockStack, Button, InlineError, Text } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { useEditing } from "../editor-context.ts";
import type { BoundField } from "./use-field.ts";

/** In the place of a field that cannot show what the document holds: it stays as it is, and is changed in the code. */
export function ElsewhereNote({ bound }: { bound: BoundField }) {
  const { t } = useWords();
  const { showCode } = useEditing();
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Text as="span">{bound.label}</Text>
      <Text as="span" tone="subdued">
        {t.editor.advanced}
      </Text>
      {bound.error === null ? null : <InlineError fieldID={bound.id} message={bound.error} />}
      <Button variant="plain" onClick={() => showCode(bound.path)}>
        {t.editor.card.toCode}
      </Button>
    </BlockStack>
  );
}
