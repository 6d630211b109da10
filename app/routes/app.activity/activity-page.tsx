import { BlockStack, Box, Button, Card, InlineError, InlineStack, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useLocation } from "@remix-run/react";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ActivityView } from "../../use-cases/staff/list-activity.ts";
import { ActivityFilters } from "./activity-filters.tsx";
import { ActivityTable } from "./activity-table.tsx";

export function ActivityPage({ view }: { view: ActivityView }) {
  const { t } = useWords();
  const words = t.activity;
  return (
    <Page title={words.title} backAction={{ content: words.back, url: "/app/operations" }}>
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <InlineStack align="space-between" blockAlign="center" gap="300">
            <div className="perennial-measure">
              <Text as="p" tone="subdued">
                {words.about}
              </Text>
            </div>
            <DownloadLog />
          </InlineStack>
        </Box>
        <Card padding="0">
          <ActivityFilters view={view} />
          <ActivityTable view={view} />
        </Card>
      </BlockStack>
    </Page>
  );
}

function DownloadLog() {
  const { t } = useWords();
  const may = useMay();
  const { search } = useLocation();
  const { state, start } = useDownload();
  if (!may("operations")) return <WhyNotAllowed permission="operations" />;
  return (
    <BlockStack gap="100">
      <Button
        loading={state === "loading"}
        onClick={() => start(`/app/activity-file${search}`, "perennial-activity.csv")}
      >
        {t.activity.download}
      </Button>
      {state === "failed" ? (
        <InlineError fieldID="activity-file" message={t.activity.downloadFailed} />
      ) : null}
    </BlockStack>
  );
}
