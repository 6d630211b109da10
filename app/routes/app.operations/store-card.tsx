import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";

/** Whether the store answers, and what it has still to do for rewards. */
export function StoreCard({ view: { pause, benefits, now } }: { view: OperationsView }) {
  const { t, f } = useWords();
  const words = t.operations.store;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {pause === null ? (
          <Text as="p">{words.reachable}</Text>
        ) : (
          <Text as="p">{words.paused(f.count(pause.failures), f.ahead(pause.until, now))}</Text>
        )}
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {words.benefits}
          </Text>
          {benefits.refused === 0 ? null : <Badge tone="warning">{f.count(benefits.refused)}</Badge>}
        </InlineStack>
        <Facts
          facts={[
            [words.due, f.count(benefits.due)],
            [words.byHand, f.count(benefits.byHand)],
            [words.refused, f.count(benefits.refused)],
            [words.codes, f.count(benefits.codes)],
          ]}
        />
        <InlineStack>
          <Button url="/app/rewards/codes">{words.open}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
