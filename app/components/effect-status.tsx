import { Banner, BlockStack, Button, Card, ProgressBar, Text } from "@shopify/polaris";
import { useMay } from "./use-may.ts";
import { useWords } from "./use-words.ts";

interface EffectStatusProps {
  effect: { state: "waiting" | "done" | "failed"; done: number; of: number; reason: string | null } | null;
  onAsk: () => void;
}

/** How far the store's past orders are played; nothing once they are. */
export function EffectStatus({ effect, onAsk }: EffectStatusProps) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.start.effect;
  if (effect?.state === "done") return null;
  if (effect?.state === "failed")
    return <Banner tone="critical" title={words.failed} action={{ content: words.retry, onAction: onAsk }} />;
  if (effect === null)
    return may("programme.draft") ? (
      <BlockStack inlineAlign="start">
        <Button onClick={onAsk}>{words.ask}</Button>
      </BlockStack>
    ) : null;
  const { done, of, reason } = effect;
  return (
    <Card>
      <div role="status">
        <BlockStack gap="200">
          <Text as="p" id="effect-progress">
            {of === 0 ? words.wait : words.progress(f.count(done), f.count(of))}
          </Text>
          <ProgressBar
            progress={of === 0 ? 0 : Math.floor((100 * done) / of)}
            size="small"
            ariaLabelledBy="effect-progress"
          />
          <Text as="p" tone="subdued">
            {reason === null ? words.leave : words.store}
          </Text>
        </BlockStack>
      </div>
    </Card>
  );
}
