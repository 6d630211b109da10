import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { TrainingCard } from "../../components/training-card.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ModelsView } from "../../use-cases/insight/show-models.ts";
import { ModelCard } from "./model-card.tsx";

export function ModelsPage({ view: { models, missing, training } }: { view: ModelsView }) {
  const { t } = useWords();
  const words = t.models;
  return (
    <Page
      title={words.title}
      subtitle={words.about}
      backAction={{ content: t.insight.back, url: "/app/insight" }}
    >
      <TitleBar title={t.insight.title} />
      <BlockStack gap="400">
        {models.map((model) => (
          <ModelCard key={model.kind} model={model} now={training.now} />
        ))}
        {missing.map((kind) => (
          <Card key={kind}>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                {words.kinds[kind].title}
              </Text>
              <Text as="p" tone="subdued">
                {words.kinds[kind].predicts}
              </Text>
              <Text as="p">{words.never}</Text>
            </BlockStack>
          </Card>
        ))}
        <TrainingCard {...training} />
      </BlockStack>
    </Page>
  );
}
