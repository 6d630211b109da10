import { useState } from "react";
import { BlockStack, Box, Card, Tabs, Text } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { RetryNotice, useRetry } from "../../components/retry.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { DeliveriesView } from "../../use-cases/list-deliveries.ts";
import { DeliveriesTable } from "./deliveries-table.tsx";

const STATES = [null, "waiting", "dead"] as const;

export function DeliveriesPage({ view }: { view: DeliveriesView }) {
  const { t, f } = useWords();
  const words = t.deliveries;
  const navigate = useNavigate();
  const retry = useRetry();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { dead, waiting } = view.counts;
  const retryAll = words.retryAll(String(dead), f.count(dead));
  const tabs = [words.tabs.all, words.tabs.waiting(f.count(waiting)), words.tabs.dead(f.count(dead))];
  const selected = STATES.findIndex((state) => state === view.state);
  const select = (place: number) => navigate(STATES[place] == null ? "?" : `?state=${STATES[place]}`);
  return (
    <IndexPage
      title={words.title}
      actions={
        dead === 0 || !may("operations") ? undefined : (
          <button onClick={() => setAsking(true)} {...(retry.isTrying ? { loading: "" } : {})}>
            {retryAll}
          </button>
        )
      }
    >
      <BlockStack gap="400">
        <RetryNotice {...retry} />
        {dead === 0 || may("operations") ? null : <WhyNotAllowed permission="operations" />}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        <Card padding="0">
          <Tabs
            tabs={tabs.map((content, place) => ({ id: STATES[place] ?? "all", content }))}
            selected={selected}
            onSelect={select}
          >
            <DeliveriesTable view={view} />
          </Tabs>
        </Card>
      </BlockStack>
      <ConfirmModal
        id="retry-all"
        open={asking}
        title={words.retryAllTitle}
        text={words.retryAllText}
        action={retryAll}
        onConfirm={retry.tryAgain}
        onClose={() => setAsking(false)}
      />
    </IndexPage>
  );
}
