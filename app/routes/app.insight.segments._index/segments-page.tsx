import { Banner, BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigate } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { SegmentsView } from "../../use-cases/segments/list-segments.ts";
import { ClustersCard } from "./clusters-card.tsx";
import { GroupMovesCard } from "./group-moves-card.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { SegmentsTable } from "./segments-table.tsx";

const NEW = "/app/insight/segments/new";

/** The shop's own segments, and how its buyers fall into groups and types by themselves. */
export function SegmentsPage({ view }: { view: SegmentsView }) {
  const { t } = useWords();
  const words = t.segments;
  const may = useMay();
  const navigate = useNavigate();
  useNewsWhile(view.asOf === null || view.segments.some(({ members }) => members === null));
  return (
    <Page title={words.title} backAction={{ content: t.insight.back, url: "/app/insight" }}>
      <TitleBar title={words.title}>
        {may("insight.manage") ? (
          <button variant="primary" onClick={() => void navigate(NEW)}>
            {words.new}
          </button>
        ) : null}
      </TitleBar>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        {view.asOf === null ? (
          <Banner tone="info" title={words.building.title}>
            {words.building.text}
          </Banner>
        ) : null}
        <Card padding="0">
          {view.segments.length === 0 ? (
            <NothingHere
              heading={words.empty.heading}
              text={words.empty.text}
              {...(may("insight.manage")
                ? { action: { content: words.empty.action, url: NEW, primary: true } }
                : {})}
            />
          ) : (
            <SegmentsTable segments={view.segments} />
          )}
        </Card>
        <GroupsCard groups={view.groups} />
        <GroupMovesCard view={view} />
        <ClustersCard clusters={view.clusters} />
      </BlockStack>
    </Page>
  );
}
