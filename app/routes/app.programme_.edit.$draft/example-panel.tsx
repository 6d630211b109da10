import { BlockStack, Button, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { explainEarning } from "../../loyalty/explain-earning.ts";
import { earningWithNames, namesInDocument } from "../../texts/explained-names.ts";
import type { Example } from "../../use-cases/programme/example-order.ts";
import { useEditing } from "./editor-context.ts";

/** What the programme would mean for an order, worked out by the same rules as any. */
export function ExamplePanel({ example, draft }: { example: Example | null; draft: string }) {
  const { t, f } = useWords();
  const words = t.editor.example;
  const names = namesInDocument(useEditing().document, useLocale());
  return (
    <BlockStack gap="300" inlineAlign="start">
      <Text as="h2" variant="headingMd">
        {words.title}
      </Text>
      <div aria-live="polite">
        {example === null ? (
          <Text as="p" tone="subdued">
            {words.afterMending}
          </Text>
        ) : (
          <BlockStack gap="100">
            <Text as="p">
              <Sentence>
                {words.line(f.money(example.value), t.points(example.points, f.whole(example.points)))}
              </Sentence>
            </Text>
            <Text as="p" tone="subdued" numeric>
              {explainEarning(
                earningWithNames(example.explanation, names),
                { firstOrder: false },
                t.entries.arithmetic,
              )}
            </Text>
          </BlockStack>
        )}
      </div>
      <Button url={`/app/programme/simulator/${draft}`}>{words.simulate}</Button>
    </BlockStack>
  );
}
