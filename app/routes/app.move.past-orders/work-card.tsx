import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

interface WorkCardProps {
  title: string;
  progress: { done: number; of: number; reason: string | null };
  /** In the place of how many orders were looked at. */
  said?: string;
}

/** How far the work is. */
export function WorkCard({ title, progress: { done, of, reason }, said }: WorkCardProps) {
  const { t, f } = useWords();
  const words = t.pastOrders.work;
  return (
    <Card>
      <div role="status">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <ProgressBar
            progress={of === 0 ? 0 : Math.floor((100 * done) / of)}
            size="small"
            ariaLabelledBy="past-progress"
          />
          <Text as="p" id="past-progress">
            {said ?? (of === 0 ? words.beginning : words.progress(f.count(done), f.count(of)))}
          </Text>
          <Text as="p" tone="subdued">
            {reason === "store" ? words.store : words.leave}
          </Text>
        </BlockStack>
      </div>
    </Card>
  );
}
