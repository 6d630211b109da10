import { BlockStack, Card, Text } from "@shopify/polaris";
import { DifferenceList } from "../../components/difference-list.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

/** What the draft says otherwise, each in a sentence. */
export function ChangesCard({ view }: { view: PlanView }) {
  const { t } = useWords();
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
          <DifferenceList differences={differences} names={view.names} />
        )}
      </BlockStack>
    </Card>
  );
}
