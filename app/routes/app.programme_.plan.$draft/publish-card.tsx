import { BlockStack, Button, Card, List, Text } from "@shopify/polaris";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { StudiedPlan } from "../../use-cases/studies/study-plan.ts";
import { effectSentences } from "./effect-sentences.ts";

/** The plan in short, and why it cannot be published yet where it cannot. */
export function PublishCard({ view, result }: { view: PlanView; result: StudiedPlan | null }) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.plan.publish;
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {words.title(view.draft.latest + 1)}
        </Text>
        {view.hash !== null && view.differences.length === 0 ? (
          <Text as="p">{words.nothing}</Text>
        ) : result === null ? (
          <Text as="p" tone="subdued">
            {words.waits}
          </Text>
        ) : (
          <List>
            {effectSentences(view, result, { t, f }).map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        )}
        {may("programme.publish") ? null : <WhyNotAllowed permission="programme.publish" />}
        {view.hash === null ? null : (
          <Button variant="plain" url={`/app/programme/simulator/${view.draft.id}`}>
            {words.try}
          </Button>
        )}
      </BlockStack>
    </Card>
  );
}
