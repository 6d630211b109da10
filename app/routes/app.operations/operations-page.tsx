import { BlockStack, Box, Layout, Text } from "@shopify/polaris";
import { IndexPage } from "../../components/index-page.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";
import { ExportsCard } from "./exports-card.tsx";
import { HeadsCard } from "./heads-card.tsx";
import { LedgerCard } from "./ledger-card.tsx";
import { LineCard } from "./line-card.tsx";
import { LinkCard } from "./link-card.tsx";
import { ReconciliationCard } from "./reconciliation-card.tsx";
import { StoreCard } from "./store-card.tsx";

export function OperationsPage({ view }: { view: OperationsView }) {
  const { t } = useWords();
  const words = t.operations;
  const may = useMay();
  return (
    <IndexPage title={words.title}>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <BlockStack gap="100">
            <Text as="p" tone="subdued">
              {words.about}
            </Text>
            {may("operations") ? null : <WhyNotAllowed permission="operations" />}
          </BlockStack>
        </Box>
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <LineCard line={view.line} now={view.now} />
              <LedgerCard ledger={view.ledger} now={view.now} />
              <HeadsCard view={view} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <StoreCard view={view} />
              <ReconciliationCard view={view} />
              <ExportsCard moving={view.moving} />
              <LinkCard
                title={words.activity.title}
                text={words.activity.text}
                link={{ content: words.activity.open, url: "/app/activity" }}
              />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </IndexPage>
  );
}
