import { BlockStack, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

interface StepsProgressProps {
  /** Of the element that says what is done: the bar is named by it. */
  id: string;
  doing: string;
  done: number;
  /** 0 while it is not known how many there are. */
  steps: number;
  stepsText: (done: string, steps: string) => string;
  /** Who asked for it, and when. */
  asked: string;
}

/** Long work in steps: what is done just now, how far it is, and for whom. */
export function StepsProgress({ id, doing, done, steps, stepsText, asked }: StepsProgressProps) {
  const { f } = useWords();
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" gap="200">
        <Text as="span" id={id}>
          {doing}
        </Text>
        {steps === 0 ? null : (
          <Text as="span" tone="subdued">
            {stepsText(f.count(done), f.count(steps))}
          </Text>
        )}
      </InlineStack>
      <ProgressBar
        progress={steps === 0 ? 0 : Math.floor((100 * done) / steps)}
        size="small"
        tone="primary"
        ariaLabelledBy={id}
      />
      <Text as="span" variant="bodySm" tone="subdued">
        {asked}
      </Text>
    </BlockStack>
  );
}
