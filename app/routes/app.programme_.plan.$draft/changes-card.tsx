import { Card, BlockStack, List, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { differenceSentence } from "../../texts/difference-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

/** What the draft says otherwise, each in a sentence. */
export function ChangesCard({ view }: { view: PlanView }) {
  const { t, f } = useWords();
  const words = t.plan.changes;
  if (view.hash === null) return null;
  const { comparedWith, differences } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {comparedWith === null ? words.first : words.against(comparedWith)}
          </Text>
        </BlockStack>
        {differences.length === 0 ? (
          comparedWith === null ? null : (
            <Text as="p">{words.none}</Text>
          )
        ) : (
          <div className="perennial-fit-lines">
            <List>
              {differences.map((difference) => (
                <List.Item key={`${difference.path} ${difference.kind}`}>
                  <Sentence>{differenceSentence(difference, t, f)}</Sentence>
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </BlockStack>
    </Card>
  );
}
