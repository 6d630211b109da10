import { useEffect } from "react";
import { Banner, BlockStack, Box, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { IndexPage } from "../../components/index-page.tsx";
import { missingPermission, NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { ReconciliationView } from "../../use-cases/reconcile/show-reconciliation.ts";
import { FindingsCard } from "./findings-card.tsx";
import { RunsCard } from "./runs-card.tsx";
import { StatusCard } from "./status-card.tsx";

export function ReconciliationPage({ view }: { view: ReconciliationView }) {
  const { t } = useWords();
  const words = t.reconciliation;
  const run = useRun();
  useNewsWhile(view.current !== null);
  const may = useMay();
  const isClosed = !may("operations");
  const isBusy = run.isBeginning || view.current !== null || isClosed;
  return (
    <IndexPage
      title={words.title}
      actions={
        <button variant="primary" onClick={run.begin} {...(isBusy ? { disabled: true } : {})}>
          {words.run}
        </button>
      }
    >
      <BlockStack gap="400">
        {run.missing === null ? null : <NotAllowed permission={run.missing} />}
        {run.failed ? <Banner tone="warning">{words.failedToBegin}</Banner> : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        {isClosed ? <WhyNotAllowed permission="operations" /> : null}
        <StatusCard view={view} />
        <FindingsCard view={view} />
        <RunsCard view={view} />
      </BlockStack>
    </IndexPage>
  );
}

/** Begins a comparison by the action of this page. */
function useRun() {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ begun: boolean }>();
  const begun = fetcher.state === "idle" ? fetcher.data?.begun : undefined;
  useEffect(() => {
    if (begun === true) shopify.toast.show(t.reconciliation.begun);
  }, [begun, shopify, t]);
  const missing = fetcher.state === "idle" ? missingPermission(fetcher.data) : null;
  return {
    isBeginning: fetcher.state !== "idle",
    missing,
    failed: fetcher.state === "idle" && fetcher.data !== undefined && begun === undefined && missing === null,
    begin: () => void fetcher.submit(null, { method: "post" }),
  };
}
