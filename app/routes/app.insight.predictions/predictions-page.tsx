import { BlockStack, Box, Button, Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { TrainingCard } from "../../components/training-card.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PredictionsView } from "../../use-cases/insight/show-predictions.ts";
import { CalibrationCard } from "./calibration-card.tsx";
import { ListCard } from "./list-card.tsx";
import { OutlookCard } from "./outlook-card.tsx";
import { RisksCard } from "./risks-card.tsx";

export function PredictionsPage({ view }: { view: PredictionsView }) {
  const { t } = useWords();
  const { model, sums, training } = view;
  const isReady = model !== null && model.basis.reason === undefined && sums.members > 0;
  return (
    <Page
      title={t.predictions.title}
      backAction={{ content: t.insight.back, url: "/app/insight" }}
      secondaryActions={<Button url="/app/insight/models">{t.insight.parts.models.title}</Button>}
    >
      <TitleBar title={t.insight.title} />
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {t.predictions.about}
          </Text>
        </Box>
        {isReady ? <Ready view={view} /> : <NotEnough view={view} />}
        <TrainingCard {...training} />
      </BlockStack>
    </Page>
  );
}

function Ready({ view }: { view: PredictionsView }) {
  return (
    <>
      <OutlookCard view={view} />
      <ListCard view={view} />
      <RisksCard sums={view.sums} horizon={view.model?.basis.horizonDays ?? 0} />
      <CalibrationCard heldBack={view.model?.basis.heldBack ?? null} />
    </>
  );
}

/** What it would take, and what it brings. */
function NotEnough({ view: { model, enough } }: { view: PredictionsView }) {
  const { t, f } = useWords();
  const words = t.predictions.empty;
  const { buyers, days, needed } = enough;
  const text =
    model === null
      ? words.never
      : words.notEnough({
          ...{ buyers: f.count(buyers), neededBuyers: f.count(needed.buyers) },
          ...{ days: f.count(days), neededDays: f.count(needed.days) },
        });
  return (
    <Card>
      <NothingHere heading={words.heading} text={text} illustrated />
    </Card>
  );
}
