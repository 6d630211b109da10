import { BlockStack, Card, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { explainEarning } from "../../loyalty/explain-earning.ts";
import type { Example } from "../../use-cases/change-programme.ts";

/** What the form would mean, worked out by the same rules as any order. */
export function ExampleCard({ example }: { example: Example | null }) {
  const { t, f } = useWords();
  const words = t.programme.example;
  return (
    <Card>
      <BlockStack gap="200">
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
                {explainEarning(example.explanation, { firstOrder: false }, t.entries.arithmetic)}
              </Text>
            </BlockStack>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
