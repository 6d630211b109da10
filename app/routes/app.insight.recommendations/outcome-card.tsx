import { BlockStack, Card, InlineGrid, List, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";

/** What shoppers made of it, and what it changed. */
export function OutcomeCard({ view: { outcome, lowered, inTheme } }: { view: RecommendationsView }) {
  const { t, f } = useWords();
  const words = t.recommendations.outcome;
  const { shown, clicked, bought, notForMe } = outcome;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {shown + clicked + bought + notForMe === 0 ? (
          <Text as="p" tone="subdued">
            {inTheme === true ? words.notCounted : words.nothing}
          </Text>
        ) : (
          <InlineGrid columns={2} gap="300">
            <Figure label={words.shown} value={f.count(shown)} />
            <Figure label={words.clicked} value={f.count(clicked)} />
            <Figure label={words.bought} value={f.count(bought)} />
            <Figure label={words.notForMe} value={f.count(notForMe)} />
          </InlineGrid>
        )}
        {lowered.length === 0 ? null : (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {words.lowered}
            </Text>
            <List>
              {lowered.map((product) => (
                <List.Item key={product.productId}>
                  {words.loweredBy(product.title, f.count(product.shown), f.count(product.bought))}
                </List.Item>
              ))}
            </List>
          </BlockStack>
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {words.help}
        </Text>
      </BlockStack>
    </Card>
  );
}
