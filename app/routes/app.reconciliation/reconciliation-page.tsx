import { useEffect } from "react";
import { Banner, BlockStack, Box, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useRevalidator } from "@remix-run/react";
import { IndexPage } from "../../components/index-page.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ReconciliationView } from "../../use-cases/reconcile/show-reconciliation.ts";
import { FindingsCard } from "./findings-card.tsx";
import { RunsCard } from "./runs-card.tsx";
import { StatusCard } from "./status-card.tsx";

const LOOK_EVERY_MS = 1_500;

export function ReconciliationPage({ view }: { view: ReconciliationView }) {
  const { t } = useWords();
  const words = t.reconciliation;
  const run = useRun();
  useNewsWhile(view.current !== null);
  const isBusy = run.isBeginning || view.current !== null;
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
        {run.failed ? <Banner tone="warning">{words.failedToBegin}</Banner> : null}
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        <StatusCard view={view} />
        <FindingsCard view={view} />
        <RunsCard view={view} />
      </BlockStack>
    </IndexPage>
  );
}

/** Begins a comparison by the action of this page. */
function useRun(): { isBeginning: boolean; failed: boolean; begin: () => void } {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ begun: boolean }>();
  const begun = fetcher.state === "idle" ? fetcher.data?.begun : undefined;
  useEffect(() => {
    if (begun === true) shopify.toast.show(t.reconciliation.begun);
  }, [begun, shopify, t]);
  return {
    isBeginning: fetcher.state !== "idle",
    failed: fetcher.state === "idle" && fetcher.data !== undefined && begun === undefined,
    begin: () => void fetcher.submit(null, { method: "post" }),
  };
}

/** Asks anew again and again while something is under way. */
function useNewsWhile(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, state, revalidate]);
}
