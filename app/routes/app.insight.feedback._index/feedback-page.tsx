import { useState } from "react";
import { Banner, BlockStack, Box, Card, Tabs, Text } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackView } from "../../use-cases/feedback/list-feedback.ts";
import { PartPage } from "../app.insight._index/part-page.tsx";
import { BringInModal } from "./bring-in-modal.tsx";
import { FeedbackFilters } from "./feedback-filters.tsx";
import { FeedbackTable } from "./feedback-table.tsx";
import { SourcesCard } from "./sources-card.tsx";
import { TopicsCard } from "./topics-card.tsx";

const STATES = ["open", "answered", "closed", null] as const;

/** The inbox: what waits for an answer, and what was spoken of over the weeks. */
export function FeedbackPage({ view }: { view: FeedbackView }) {
  const { t, f } = useWords();
  const words = t.feedback;
  const may = useMay();
  const [, setAddress] = useSearchParams();
  const [form, setForm] = useState<string | null>(null);
  const { counts, query } = view;
  const tabs = [
    words.tabs.open(f.count(counts.open)),
    words.tabs.answered,
    words.tabs.closed,
    words.tabs.all,
  ];
  const bringIn = () => setForm(crypto.randomUUID());
  return (
    <PartPage
      title={words.title}
      actions={may("members.manage") ? <button onClick={bringIn}>{words.bringIn.button}</button> : undefined}
    >
      <BlockStack gap="400">
        {may("members.manage") ? null : <WhyNotAllowed permission="members.manage" />}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        {counts.overdue === 0 ? null : (
          <Banner
            tone="warning"
            {...(query.filter.overdue
              ? {}
              : { action: { content: words.overdueShow, url: "/app/insight/feedback?overdue=yes" } })}
          >
            {words.overdueNotice(String(counts.overdue), f.count(counts.overdue))}
          </Banner>
        )}
        <Card padding="0">
          <Tabs
            tabs={tabs.map((content, place) => ({ id: STATES[place] ?? "all", content }))}
            selected={STATES.indexOf(query.filter.state)}
            onSelect={(place) => setAddress({ state: STATES[place] ?? "all" })}
          >
            {counts.all === 0 ? null : <FeedbackFilters query={query} />}
            <FeedbackTable view={view} />
          </Tabs>
        </Card>
        {view.topics.length === 0 ? null : <TopicsCard view={view} />}
        <SourcesCard orderNotes={view.orderNotes} />
      </BlockStack>
      {form === null ? null : <BringInModal key={form} formKey={form} onClose={() => setForm(null)} />}
    </PartPage>
  );
}
