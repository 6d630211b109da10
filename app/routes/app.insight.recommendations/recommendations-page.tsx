import { BlockStack, Box, Card, Layout, Page, Text } from "@shopify/polaris";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { SaveNotice } from "../../components/save-notice.tsx";
import { TrainingCard } from "../../components/training-card.tsx";
import { useMay } from "../../components/use-may.ts";
import { useSavedForm } from "../../components/use-saved-form.ts";
import { useWords } from "../../components/use-words.ts";
import type { TrainingView } from "../../use-cases/insight/show-training.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";
import { FiguresCard } from "./figures-card.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { valuesOf } from "./rules-form.ts";

interface RecommendationsPageProps {
  view: RecommendationsView;
  training: TrainingView;
}

/** What is recommended and why, what the merchant has to say about it, and how good it is. */
export function RecommendationsPage({ view, training }: RecommendationsPageProps) {
  const { t } = useWords();
  const words = t.recommendations;
  const may = useMay();
  const shopify = useAppBridge();
  const form = useSavedForm({ values: valuesOf(view.rules), revision: view.revision }, () =>
    shopify.toast.show(words.rules.saved),
  );
  return (
    <Page title={words.title} backAction={{ content: t.insight.back, url: "/app/insight" }}>
      <TitleBar title={words.title} />
      <SaveBar id="recommendations" open={form.isDirty}>
        <button variant="primary" onClick={form.save} {...(form.isSaving ? { loading: "" } : {})}>
          {t.programme.save}
        </button>
        <button onClick={form.discard}>{t.programme.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" tone="subdued">
                {words.about}
              </Text>
            </Box>
            {view.isEmpty ? (
              <Card>
                <NothingHere heading={words.empty.heading} text={words.empty.text} />
              </Card>
            ) : (
              <PreviewCard preview={view.preview} isOn={view.rules.on} />
            )}
            <SaveNotice form={form} names={view.names} now={view.now} />
            {may("insight.manage") ? null : <WhyNotAllowed permission="insight.manage" />}
            <RulesCard form={form} view={view} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <FiguresCard view={view} />
            <OutcomeCard view={view} />
            <TrainingCard {...training} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
