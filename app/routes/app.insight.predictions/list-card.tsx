import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  IndexTable,
  InlineStack,
  Tabs,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PredictionsView, PredictionView } from "../../use-cases/insight/show-predictions.ts";
import { NarrowCells, WideCells } from "./member-cells.tsx";

const VIEWS: readonly PredictionView[] = ["leaving", "value", "next", "all"];

/** Whom to look at, with what is expected of them and why. */
export function ListCard({ view }: { view: PredictionsView }) {
  const { t, f } = useWords();
  const words = t.predictions.list;
  const [address, setAddress] = useSearchParams();
  const go = (wanted: PredictionView, page: number) => {
    const next = new URLSearchParams(address);
    next.set("view", wanted);
    next.set("page", String(page));
    setAddress(next, { preventScrollReset: true });
  };
  return (
    <Card padding="0">
      <Tabs
        tabs={VIEWS.map((id) => ({
          id,
          content: words.views[id],
          badge: f.count(view.sums.views[id]),
        }))}
        selected={VIEWS.indexOf(view.view)}
        onSelect={(place) => go(VIEWS[place] ?? "leaving", 1)}
      />
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <div className="perennial-measure">
            <BlockStack gap="100">
              {[words.help[view.view], words.dates].map((text) => (
                <Text key={text} as="p" tone="subdued">
                  {text}
                </Text>
              ))}
            </BlockStack>
          </div>
          <DownloadButton view={view.view} />
        </InlineStack>
      </Box>
      <Members view={view} onPage={(page) => go(view.view, page)} />
    </Card>
  );
}

function DownloadButton({ view }: { view: PredictionView }) {
  const { t } = useWords();
  const download = useDownload();
  if (!useMay()("members.export")) return <WhyNotAllowed permission="members.export" />;
  return (
    <BlockStack gap="100">
      <Button
        loading={download.state === "loading"}
        onClick={() =>
          download.start(`/app/prediction-files/members?view=${view}`, `predictions-${view}.csv`)
        }
      >
        {t.predictions.list.download}
      </Button>
      {download.state === "failed" ? <Banner tone="warning">{t.analytics.card.csvFailed}</Banner> : null}
    </BlockStack>
  );
}

function Members({ view, onPage }: { view: PredictionsView; onPage: (page: number) => void }) {
  const { t } = useWords();
  const words = t.predictions.list;
  const { columns } = words;
  const { smDown } = useBreakpoints();
  const { page, hasMore, members } = view;
  const pagination = {
    ...{ hasNext: hasMore, hasPrevious: page > 1 },
    ...{ onNext: () => onPage(page + 1), onPrevious: () => onPage(page - 1) },
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      resourceName={words.resource}
      itemCount={members.length}
      headings={[
        { title: columns.customer },
        { title: columns.risk },
        { title: columns.reasons },
        { title: columns.next },
        { title: columns.expected, alignment: "end" },
      ]}
      {...(hasMore || page > 1 ? { pagination } : {})}
      emptyState={<NothingHere heading={words.nobody} text={words.nobodyText} />}
    >
      {members.map((member, position) => (
        <IndexTable.Row key={member.memberId} id={member.memberId} position={position}>
          {smDown ? <NarrowCells member={member} /> : <WideCells member={member} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
