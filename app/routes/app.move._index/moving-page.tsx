import { BlockStack, Button, Card, InlineStack, Layout, Link, Text } from "@shopify/polaris";
import { ImportStateBadge } from "../../components/import-state-badge.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { useWords } from "../../components/use-words.ts";
import type { MovingView } from "../../use-cases/moving-in/show-import.ts";
import { MoveOutCard } from "./move-out-card.tsx";
import { UploadCard } from "./upload-card.tsx";

export function MovingPage({ view }: { view: MovingView }) {
  const { t } = useWords();
  return (
    <IndexPage title={t.move.title}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <UploadCard sources={view.sources} />
            <ImportsCard imports={view.imports} />
            <PastOrdersCard />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <MoveOutCard formats={view.formats} />
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}

function PastOrdersCard() {
  const { t } = useWords();
  const { title, text, action } = t.pastOrders.card;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{text}</Text>
        <Button url="/app/move/past-orders">{action}</Button>
      </BlockStack>
    </Card>
  );
}

function ImportsCard({ imports }: Pick<MovingView, "imports">) {
  const { t, f } = useWords();
  const words = t.move.list;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {imports.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {imports.map(({ id, fileName, state, rows, startedAt }) => (
              <li key={id} className="perennial-line">
                <InlineStack align="space-between" blockAlign="center" gap="200">
                  <BlockStack gap="050">
                    <Link url={`/app/move/${id}`}>{fileName}</Link>
                    <Text as="span" variant="bodySm" tone="subdued">
                      {words.line(rows, f.count(rows), f.dateTime(startedAt))}
                    </Text>
                  </BlockStack>
                  <ImportStateBadge state={state} />
                </InlineStack>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
