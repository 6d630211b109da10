import { BlockStack, Card, Text } from "@shopify/polaris";
import { TopicTags } from "../../components/feedback-marks.tsx";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackShown } from "../../use-cases/feedback/show-feedback.ts";

/** The topics of a message, each with the sentence that it stands in. */
export function SaidCard({ feedback: { topics } }: Pick<FeedbackShown, "feedback">) {
  const { t } = useWords();
  const words = t.feedback.page;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.said}
        </Text>
        {topics.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.noTopics}
          </Text>
        ) : (
          topics.map((found) => (
            <BlockStack key={found.topic} gap="100">
              <TopicTags topics={[found]} />
              <div dir="auto">
                <Text as="p" tone="subdued" breakWord>
                  {found.sentence}
                </Text>
              </div>
            </BlockStack>
          ))
        )}
      </BlockStack>
    </Card>
  );
}
