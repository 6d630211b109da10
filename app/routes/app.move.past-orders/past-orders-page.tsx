import { Banner, BlockStack, Card, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PastOrdersView } from "../../use-cases/past-orders/show-past-orders.ts";
import { ChooseCard } from "./choose-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RunCard } from "./run-card.tsx";
import { usePastOrders } from "./use-past-orders.ts";
import { WorkCard } from "./work-card.tsx";

/** Orders from before the programme: what they would bring, and the step that credits them. */
export function PastOrdersPage({ view }: { view: PastOrdersView }) {
  const { t } = useWords();
  const words = t.pastOrders;
  const may = useMay();
  const form = usePastOrders(view);
  const { preview } = view;
  return (
    <Page
      narrowWidth
      title={words.title}
      subtitle={words.subtitle}
      backAction={{ content: words.back, url: "/app/move" }}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {form.missing === null ? null : <NotAllowed permission={form.missing} />}
        {form.refused === null ? null : <Banner tone="warning">{words.answers[form.refused]}</Banner>}
        <RunCard view={view} form={form} />
        {!view.isChosen ? (
          <Card>
            <NothingHere
              heading={words.noProgramme.heading}
              text={words.noProgramme.text}
              action={{ content: words.noProgramme.action, url: "/app/start" }}
            />
          </Card>
        ) : form.isUnderWay ? null : (
          <>
            {may("programme.publish") ? null : <WhyNotAllowed permission="programme.publish" />}
            <ChooseCard key={view.date} view={view} form={form} />
            {preview?.state === "waiting" ? (
              <WorkCard title={words.work.preview} progress={preview} />
            ) : preview?.state === "failed" ? (
              <Banner
                tone="critical"
                action={{ content: words.failed.retry, onAction: () => form.preview(view.date) }}
              >
                {words.failed.preview}
              </Banner>
            ) : preview?.result == null ? null : (
              <PreviewCard view={view} preview={preview.result} form={form} />
            )}
          </>
        )}
      </BlockStack>
    </Page>
  );
}
